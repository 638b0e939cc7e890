package dev.dailies.report.page;

import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.springframework.util.FileSystemUtils;

/** A person chooses among the clips, by keys and by mouse. */
@ExtendWith(Screening.class)
class PicksTest {

  private final Screen screen;
  private final Browser browser;

  PicksTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @BeforeEach
  void show() {
    screen.show(screen.goodNight());
  }

  private double secondsPlayed(String css) {
    return Double.parseDouble(
        browser.ask("return document.querySelector(arguments[0]).currentTime", css));
  }

  @Test
  void isWorkedByKeysAlone() {
    browser.type("/");
    assertThat(browser.focused()).startsWith("Search");
    browser.type(Keys.ESCAPE);
    assertThat(browser.focused()).startsWith("harbour, delivered");
    browser.type(" ");
    await().untilAsserted(() -> assertThat(secondsPlayed(".card video")).isGreaterThan(0.2));

    browser.type(Keys.ARROW_RIGHT);
    assertThat(browser.focused()).startsWith("harbour@2, delivered");
    browser.type(Keys.ARROW_DOWN);
    String below = browser.focused();
    assertThat(below).doesNotStartWith("harbour");
    browser.type(Keys.ARROW_UP);
    assertThat(browser.focused()).startsWith("harbour");

    browser.type("k");
    assertThat(browser.text("#picked")).isEqualTo("1 keeper, 0 rejects");
    browser.type(Keys.ENTER);
    assertThat(browser.texts(".take-view figcaption"))
        .containsExactly("harbour", "harbour@2", "harbour@3");
    await().untilAsserted(() -> assertThat(secondsPlayed(".take-view video")).isGreaterThan(0.2));
    browser.type(Keys.ESCAPE);
    assertThat(browser.elements("dialog[open]")).isEmpty();
  }

  @Test
  void remembersPicksAndExportsRejectsThatPlanAsNewTakes() throws IOException {
    Path rejects = screen.folder().resolve("rejects.csv");
    browser.saveDownloadsIn(screen.folder());
    for (String name : List.of("harbour@2", "tram", "signed", "lantern")) {
      browser.click("[aria-label='Reject " + name + "']");
    }
    browser.click("[aria-label='Keep hostile']");
    browser.reload();
    assertThat(browser.text("#picked")).isEqualTo("1 keeper, 4 rejects");
    assertThat(browser.elements("[data-picked=reject]")).hasSize(4);

    browser.click("#export-rejects");
    await().until(() -> Files.exists(rejects));
    assertThat(browser.text("#told"))
        .contains("Put rejects.csv beside this page", "hold signatures", "signed");

    assertThat(browser.text("#told code")).isEqualTo("dailies plan out/night/rejects.csv");

    Path copy = screen.folder().resolve("next night");
    FileSystemUtils.copyRecursively(screen.goodNight().home(), copy);
    Files.move(rejects, copy.resolve("out/night/rejects.csv"));
    var flags = Map.of("dailies.manifest", "out/night/rejects.csv", "dailies.output", "out/night");
    try (JobContext context = new ShownJob(copy.resolve("night.yaml")).open(flags)) {
      RunOutcome plan = context.planOnly();
      assertThat(ExitCode.of(plan).meaning()).doesNotContain("bad usage");
      List<String> planned = new ArrayList<>();
      context
          .queries()
          .forEach(
              view -> {
                if (view.task().state() == PLANNED) {
                  planned.add(view.task().name());
                }
              });
      assertThat(planned).containsExactlyInAnyOrder("harbour+2", "lantern+2", "tram@3");
    }
  }
}
