package dev.dailies.report.page;

import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import dev.dailies.job.JobContext;
import dev.dailies.job.run.ExitCode;
import dev.dailies.job.run.RunOutcome;
import dev.dailies.ledger.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.util.FileSystemUtils;

/** A person chooses among the clips, by keys and by mouse. */
@OnScreen
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
    assertThat(browser.texts(".take-view .take-name"))
        .containsExactly("harbour", "harbour@2", "harbour@3");
    await().untilAsserted(() -> assertThat(secondsPlayed(".take-view video")).isGreaterThan(0.2));
    browser.type(Keys.ESCAPE);
    assertThat(browser.elements("dialog[open]")).isEmpty();
  }

  @Test
  void remembersPicksAndExportsRejectsThatPlanAsNewTakes() throws IOException {
    browser.saveDownloadsIn(screen.folder());
    for (String name : List.of("harbour@2", "tram", "signed", "lantern")) {
      browser.click("[aria-label='Reject " + name + "']");
    }
    browser.click("[aria-label='Keep hostile']");
    browser.reload();
    assertThat(browser.text("#picked")).isEqualTo("1 keeper, 4 rejects");
    assertThat(browser.elements("[data-picked=reject]")).hasSize(4);

    browser.click("#export-rejects");
    assertThat(browser.text("#told .price")).matches("3 new takes, about \\$\\d+\\.\\d\\d");
    assertThat(browser.text("#told"))
        .contains("Left out: signed. Its link is signed", "the name signed into");
    assertThat(
            browser.ask(
                "return getComputedStyle(document.querySelector('#told summary')).borderStyle"))
        .isEqualTo("solid");
    browser.click("#told summary");
    browser.element("[aria-label='New prompt for tram']").sendKeys(", slowly");
    browser.element("[aria-label='New seed for tram']").sendKeys("77");
    Path rejects = save();

    assertThat(rejects.getFileName()).asString().matches("rejects-\\d{4}-\\d\\d-\\d\\d\\.csv");
    assertThat(browser.texts("#told code"))
        .containsExactly("dailies run out/night/" + rejects.getFileName());
    assertThat(browser.text("#told")).contains("3 new takes, about $", "signed");
    browser.click("#export-rejects");
    assertThat(browser.text("#save-rejects"))
        .isEqualTo("Save " + String.valueOf(rejects.getFileName()).replace(".csv", "-2.csv"));

    List<Task> planned = plan(rejects);
    assertThat(planned)
        .extracting(Task::name)
        .containsExactlyInAnyOrder("harbour@4", "lantern@2", "tram@3");
    assertThat(planned)
        .filteredOn(task -> task.shotId().equals("tram"))
        .extracting(Task::shot)
        .allSatisfy(
            shot -> {
              assertThat(shot.prompt()).isEqualTo("A tram climbs towards us, slowly");
              assertThat(shot.seed()).isEqualTo(77);
            });
  }

  /** Exported once more, they would be paid for once more. */
  @Test
  void leavesOutWhatWasReplaced() throws IOException {
    browser.saveDownloadsIn(screen.folder());
    browser.click("[aria-label='Reject harbour@2']");
    browser.click("#export-rejects");
    Path rejects = save();
    plan(rejects);
    browser.open(screen.folder().resolve("next night/out/night/report.html"));

    assertThat(browser.elements("#picks:not([hidden])")).isEmpty();
    assertThat(browser.text(".card.replaced h3")).isEqualTo("harbour take 2 replaced by take 4");
    browser.click("[aria-label='Reject harbour']");
    assertThat(browser.text("#picked")).isEqualTo("0 keepers, 1 reject, 1 replaced");
    browser.click("#export-rejects");
    assertThat(Files.readString(save())).contains(",harbour\n").doesNotContain("harbour@2");
    browser.click(".kinds .all");
    assertThat(browser.texts(".card h3").subList(0, 4))
        .containsExactly(
            "harbour take 4",
            "harbour take 1",
            "harbour take 3",
            "harbour take 2 replaced by take 4");
  }

  @Test
  void picksOfOneBrowserAreSeenInAnotherOnceTheFolderKnowsThem() throws IOException {
    browser.saveDownloadsIn(screen.folder());
    browser.click("[aria-label='Keep harbour']");
    browser.click("[aria-label='Reject tram']");
    browser.click("#export-picks");
    String command = browser.text("#told code");
    assertThat(command).matches("dailies picks out/night out/night/picks-[-0-9]+\\.json");
    Path file = screen.folder().resolve(command.replaceAll(".*/", ""));
    await().until(() -> Files.exists(file));
    Path copy = copy();

    Typed typed = FrontDoor.type("picks", copy.resolve("night.yaml").toString(), file.toString());

    assertThat(typed.out()).as("%s", typed).contains("Took over 2 picks");
    browser.open(copy.resolve("out/night/report.html"));
    browser.ask("localStorage.clear()");
    browser.reload();
    assertThat(browser.text("#picked")).isEqualTo("1 keeper, 1 reject");
    browser.click("[aria-label='Keep harbour']");
    browser.reload();
    assertThat(browser.text("#picked")).isEqualTo("0 keepers, 1 reject");
  }

  private Path save() {
    String file = browser.text("#save-rejects").replace("Save ", "");
    browser.click("#save-rejects");
    await().until(() -> Files.exists(screen.folder().resolve(file)));
    return screen.folder().resolve(file);
  }

  private Path copy() throws IOException {
    Path copy = screen.folder().resolve("next night");
    FileSystemUtils.deleteRecursively(copy);
    FileSystemUtils.copyRecursively(screen.goodNight().home(), copy);
    return copy;
  }

  /** Plans the rejects in a copy of the night, and writes its page. */
  private List<Task> plan(Path rejects) throws IOException {
    Path copy = copy();
    String file = "out/night/" + rejects.getFileName();
    Files.move(rejects, copy.resolve(file));
    var flags = Map.of("dailies.manifest", file, "dailies.output", "out/night");
    try (JobContext context = new ShownJob(copy.resolve("night.yaml")).open(flags)) {
      RunOutcome plan = context.planOnly();
      assertThat(ExitCode.of(plan)).isNotEqualTo(ExitCode.INPUT);
      List<Task> planned = new ArrayList<>();
      context
          .queries()
          .forEach(
              view -> {
                if (view.task().state() == PLANNED) {
                  planned.add(view.task());
                }
              });
      context.report();
      return planned;
    }
  }
}
