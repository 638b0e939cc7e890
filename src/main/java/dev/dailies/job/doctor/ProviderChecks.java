package dev.dailies.job.doctor;

import dev.dailies.job.plan.SendTable;
import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.pacing.StopReason;
import dev.dailies.settings.JobSetup;
import java.util.List;

/** All that is looked at of one provider, once it was asked. */
final class ProviderChecks {

  private final JobSetup setup;
  private final String name;
  private final Visits visits;

  /** Begins to ask it. */
  ProviderChecks(JobSetup setup, ActiveProvider active) {
    this.setup = setup;
    this.name = active.name();
    this.visits = Visits.begin(active.provider());
  }

  /**
   * Waits for what it says.
   *
   * @param reasons why nothing is sent, as far as that was known before anybody was asked
   * @param table what is left to send
   * @param isCurrent false if that is not known
   */
  List<Check> checks(List<StopReason> reasons, SendTable table, boolean isCurrent) {
    List<Visit> asked = visits.all();
    List<OfModel> wanted =
        table.models().stream().filter(model -> model.provider().equals(name)).toList();
    List<StopReason> own =
        reasons.stream().filter(reason -> name.equals(reason.provider())).toList();
    KeyCheck key = new KeyCheck(name, setup.placeOfKey(name), setup.key(name).problem(), asked);
    boolean isAsked = setup.placeOfKey(name) == null || setup.key(name).problem().isEmpty();
    return isAsked
        ? List.of(
            new NetworkCheck(name, asked, own, setup.network().proxies()),
            key,
            new ClockCheck(name, asked),
            new AccountCheck(name, wanted, asked, isCurrent),
            new ServerCheck(name, asked))
        : List.of(key);
  }
}
