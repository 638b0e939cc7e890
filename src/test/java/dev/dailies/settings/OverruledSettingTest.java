package dev.dailies.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job file says and does not hold. */
class OverruledSettingTest {

  @TempDir Path folder;
  private Path night;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("shots.csv"), "id,prompt\ncat,yawn\n");
    night =
        Files.writeString(
            folder.resolve("night.yaml"),
            "dailies:\n  manifest: shots.csv\n  limit: 5\n  providers:\n    runway:\n      window: 3\n");
  }

  private List<OverruledSetting> overruled(
      Map<String, String> flags, Map<String, String> variables) {
    return OverruledSetting.all(JobSetup.load(new Target(night, folder), flags, variables));
  }

  @Test
  void isOneThatAVariableSaysOtherwise() {
    assertThat(overruled(Map.of(), Map.of("DAILIES_PROVIDERS_RUNWAY_WINDOW", "9")))
        .containsExactly(
            new OverruledSetting(
                "dailies.providers.runway.window",
                "night.yaml, line 6",
                "DAILIES_PROVIDERS_RUNWAY_WINDOW"));
  }

  @Test
  void isNoneThatIsTypedOrSaidTwice() {
    assertThat(overruled(Map.of("dailies.limit", "7"), Map.of())).isEmpty();
    assertThat(overruled(Map.of(), Map.of("DAILIES_LIMIT", "5", "DAILIES_SAMPLE", "3"))).isEmpty();
  }

  @Test
  void isOneThatTheLastRunRemembersOtherwise() throws IOException {
    JobSetup run =
        JobSetup.load(
            new Target(night, folder),
            Map.of("dailies.providers.runway.window", "4", "dailies.output", "out"),
            Map.of());
    Files.createDirectories(run.files().output().resolve(JobFiles.INNER));
    JobMemory.leave(run);

    JobSetup again =
        JobSetup.load(Target.of(run.files().output().toString(), folder), Map.of(), Map.of());

    assertThat(OverruledSetting.all(again))
        .extracting(OverruledSetting::by)
        .containsExactly("flags of the last run");
  }
}
