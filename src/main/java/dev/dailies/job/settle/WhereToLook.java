package dev.dailies.job.settle;

import dev.dailies.job.run.Providers;
import dev.dailies.provider.Recovery;
import java.util.function.UnaryOperator;

/** Where a person finds out what became of a task in doubt, by the name of its provider. */
public final class WhereToLook implements UnaryOperator<String> {

  private final Providers providers;

  WhereToLook(Providers providers) {
    this.providers = providers;
  }

  @Override
  public String apply(String provider) {
    return providers
        .findQuietly(provider)
        .map(active -> at(active.provider().recovery()))
        .orElse("at " + provider + ", which the settings no longer name or cannot use");
  }

  private static String at(Recovery recovery) {
    return recovery instanceof Recovery.LookUp lookUp
        ? "nowhere yet: the next run asks the provider by itself; if it cannot tell, look "
            + lookUp.whereToLook()
        : ((Recovery.ByAPerson) recovery).whereToLook();
  }
}
