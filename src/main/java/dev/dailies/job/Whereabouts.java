package dev.dailies.job;

import dev.dailies.provider.Recovery;

/** Where a person finds out what became of a task in doubt. Asks nothing of any network. */
final class Whereabouts {

  private final Providers providers;

  Whereabouts(Providers providers) {
    this.providers = providers;
  }

  /** The place of a provider, as the end of "look …". */
  String of(String provider) {
    return providers
        .findQuietly(provider)
        .map(slot -> where(slot.provider().recovery()))
        .orElse("at " + provider + ", which the settings no longer name or cannot use");
  }

  private static String where(Recovery recovery) {
    return recovery instanceof Recovery.ByAPerson person
        ? person.whereToLook()
        : "nowhere yet: the next run asks the provider by itself";
  }
}
