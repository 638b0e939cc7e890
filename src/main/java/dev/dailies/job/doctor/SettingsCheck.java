package dev.dailies.job.doctor;

import dev.dailies.settings.JobSetup;
import dev.dailies.settings.OverruledSetting;
import dev.dailies.settings.Settings.OnDoubt;
import java.util.ArrayList;
import java.util.List;

/** Are there settings that do something else than whoever wrote them may think? */
final class SettingsCheck implements Check {

  private final Subject subject = Subject.of("settings");
  private final JobSetup setup;

  SettingsCheck(JobSetup setup) {
    this.setup = setup;
  }

  @Override
  public List<Finding> look() {
    List<Finding> odd = new ArrayList<>();
    OverruledSetting.all(setup).forEach(setting -> odd.add(told(setting)));
    if (setup.settings().onDoubt() == OnDoubt.RESUBMIT) {
      odd.add(
          subject.warning(
              "on-doubt: resubmit sends every task in doubt again, and may pay for it twice",
              "leave it out, and decide doubts by 'resolve'"));
    }
    return odd.isEmpty() ? List.of(subject.ok("nothing odd about them")) : odd;
  }

  private Finding told(OverruledSetting setting) {
    return subject.warning(
        "%s in %s does not hold: by %s it is another"
            .formatted(setting.name(), setting.place(), setting.by()),
        "change the one that is wrong; 'config' shows what holds");
  }
}
