package dev.dailies.job.doctor;

import dev.dailies.job.doctor.link.LinkChoice;
import dev.dailies.job.doctor.link.LinkLooks;
import dev.dailies.job.doctor.link.NamedLink;
import dev.dailies.job.plan.SendTable;
import dev.dailies.job.plan.SendTable.OfModel;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.pacing.StopReason;
import dev.dailies.settings.JobSetup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is looked at of one provider, once it was asked. */
final class ProviderChecks implements AutoCloseable {

  private static final int SAMPLE = 20;

  private final JobSetup setup;
  private final String name;
  private final Visits visits;
  private final List<NamedLink> links;
  private final @Nullable LinkLooks looks;

  /**
   * Begins to ask it.
   *
   * @param links that it will be sent
   * @param scope how many of them are looked at
   */
  ProviderChecks(JobSetup setup, ActiveProvider active, List<NamedLink> links, InputScope scope) {
    List<NamedLink> chosen =
        switch (scope) {
          case NONE -> List.of();
          case SAMPLE -> LinkChoice.of(links, SAMPLE);
          case ALL -> links;
        };
    this.links = links;
    this.looks = chosen.isEmpty() ? null : LinkLooks.begin(chosen, setup.network());
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
    List<Check> checks = new ArrayList<>();
    boolean isAsked = setup.placeOfKey(name) == null || setup.key(name).problem().isEmpty();
    if (isAsked) {
      checks.add(new NetworkCheck(name, asked, own, setup.network().proxies()));
    }
    checks.add(new KeyCheck(name, setup.placeOfKey(name), setup.key(name).problem(), asked));
    checks.add(new ClockCheck(name, asked));
    checks.add(new AccountCheck(name, wanted, asked, isCurrent, isPart()));
    checks.add(new ServerCheck(name, asked));
    if (looks != null) {
      checks.add(new InputCheck(name, looks, links.size()));
    }
    return checks;
  }

  private boolean isPart() {
    return setup.settings().limit() != null || setup.settings().sample() != null;
  }

  @Override
  public void close() {
    if (looks != null) {
      looks.close();
    }
  }
}
