package dev.dailies.job.settle;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.provider.Recovery;
import dev.dailies.report.Place;
import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a person finds out what became of a task in doubt, by the name of its provider. */
public final class WhereToLook implements Function<String, Place> {

  /** What a rehearsal has taken: prompts, tickets and times. */
  private static final String OF_A_SIMULATOR = "/simulator/journal";

  private final Providers providers;

  WhereToLook(Providers providers) {
    this.providers = providers;
  }

  @Override
  public Place apply(String provider) {
    return providers
        .findQuietly(provider)
        .map(WhereToLook::at)
        .orElseGet(
            () -> Place.of("at " + provider + ", which the settings no longer name or cannot use"));
  }

  private static Place at(ActiveProvider active) {
    Recovery recovery = active.provider().recovery();
    return recovery instanceof Recovery.LookUp lookUp
        ? new Place(lookUp.whereToLook(), null, true)
        : at((Recovery.ByAPerson) recovery, active.settings().baseUrl());
  }

  private static Place at(Recovery.ByAPerson recovery, @Nullable URI address) {
    String page = recovery.page();
    if (page == null || address == null || isOfOne(URI.create(page), address)) {
      return new Place(recovery.whereToLook(), page, false);
    }
    // A service's own page knows nothing of what was sent to another address.
    return isHere(address)
        ? new Place(
            "in the simulator's list of what it has taken",
            address.resolve(OF_A_SIMULATOR).toString(),
            false)
        : Place.of(recovery.whereToLook());
  }

  private static boolean isHere(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), "");
    return host.startsWith("127.") || host.equals("localhost");
  }

  private static boolean isOfOne(URI page, URI address) {
    return domain(page).equals(domain(address));
  }

  /** Its last two names. */
  private static String domain(URI address) {
    return Objects.requireNonNullElse(address.getHost(), "")
        .replaceFirst("^.*?([^.]+\\.[^.]+)$", "$1");
  }
}
