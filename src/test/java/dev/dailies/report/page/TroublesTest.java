package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a night in which everything went wrong once. */
@OnScreen
class TroublesTest {

  private final Screen screen;
  private final Browser browser;

  TroublesTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @BeforeEach
  void show() {
    screen.show(screen.badNight());
  }

  private List<String> names() {
    return browser.texts(".card h3").stream().map(name -> name.replaceAll("\\s+", " ")).toList();
  }

  /** What there is to do about some tasks, unfolded. */
  private String remedy(String label) {
    WebElement remedy =
        browser.elements(".remedies > details").stream()
            .filter(some -> some.getText().startsWith(label))
            .findFirst()
            .orElseThrow();
    browser.ask("arguments[0].open = true", remedy);
    return remedy.getText();
  }

  @Test
  void countsEveryTaskAtAGlance() {
    assertThat(browser.text(".verdict")).startsWith("tasks in doubt need a decision");
    assertThat(browser.element(".bar").getAccessibleName())
        .isEqualTo("2 delivered, 1 refused, 1 failed, 1 lost, 1 undelivered, 2 in doubt");
  }

  @Test
  void saysWhichStatesItShowsTogetherAndWhichShotsCanBeDecided() {
    assertThat(browser.text(".kinds .failed").replaceAll("\\s+", " ")).isEqualTo("No clip 4");
    assertThat(browser.element(".kinds .failed").getAccessibleName())
        .isEqualTo("No clip, 4: 1 lost, 1 undelivered, 1 failed, 1 refused");
    assertThat(browser.text("#progress")).isEqualTo("0 of 1 shot with a clip decided");
    assertThat(browser.element("#progress").getDomAttribute("title"))
        .contains("5 shots of 6 have no clip");
  }

  @Test
  void groupsWhatNeedsALookByWhatToDo() {
    assertThat(browser.texts(".remedies summary"))
        .containsExactly(
            "2 doubts to settle $0.64 at stake",
            "1 to fetch free",
            "1 to retry about $0.32",
            "1 row to correct",
            "1 lost $0.32 spent");
    assertThat(browser.elements(".fix")).noneMatch(WebElement::isDisplayed);
  }

  @Test
  void saysHowToSettleDoubtsWithOneCommand() {
    assertThat(remedy("2 doubts"))
        .contains("dailies resolve out/night\n", "gulls in doubt", "gulls@2 in doubt")
        .contains("the connection was closed before an answer came")
        .contains("silent", "perhaps $0.")
        .contains("The clip may exist. Open http://127.0.0.1")
        .contains("Found: --adopt TICKET. Not found: --resubmit. Do not want it: --give-up.");
  }

  @Test
  void hasOneShortCommandForEachThingToDo() {
    assertThat(remedy("1 lost"))
        .contains(
            "lighthouse lost", "Every run looks again, which is free", "dailies run out/night");
    assertThat(remedy("1 to fetch"))
        .contains("pier.mp4 exists and holds something else", "dailies fetch out/night\n");
    assertThat(remedy("1 to retry")).contains("wreck failed", "dailies retry out/night\n");
    assertThat(remedy("1 row")).contains("mast refused", "dailies run out/night\n");
    assertThat(browser.elements(".remedies .command")).hasSize(5);
  }

  @Test
  void copiesACommandAsItStands() {
    remedy("2 doubts");
    browser.click("[aria-label='Copy the command dailies resolve out/night']");

    browser.element("#text").sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertThat(browser.ask("return document.getElementById('text').value"))
        .isEqualTo("dailies resolve out/night");
  }

  @ParameterizedTest
  @CsvSource({
    "doubt, '', gulls take 1|gulls take 2",
    "failed, '', lighthouse|pier|wreck|mast",
    "failed, lost, lighthouse",
    "all, undelivered, pier",
    "all, in doubt, gulls take 1|gulls take 2",
    "delivered, '', ferry take 1|ferry take 2",
  })
  void findsTasksByTheirState(String kind, String words, String found) {
    screen.choose(kind);
    browser.element("#text").sendKeys(words);

    assertThat(names()).containsExactly(found.split("\\|"));
  }

  @Test
  void saysOnTheCardWhatIsToBeDone() {
    screen.choose("doubt");

    assertThat(browser.text(".card .state")).isEqualTo("in doubt");
    browser.click(".card .how summary");
    assertThat(browser.text(".card .advice")).contains("and look for a task sent");
    assertThat(browser.texts(".card .command code"))
        .contains("dailies resolve out/night gulls --give-up");
    assertThat(browser.text(".card .facts")).contains("perhaps $0.");
  }

  @Test
  void namesEveryControlAndKeepsTextsReadable() {
    screen.choose("all");

    Legibility.check(browser);
  }

  @Test
  void looksGoodByDayAndNightAndInTheHand() {
    screen.choose("all");
    screen.photograph("troubles-dark", "dark", 1280, 2600);
    screen.photograph("troubles-light", "light", 1280, 2600);
    screen.photograph("troubles-phone", "light", 390, 2400);
    browser.ask("scrollTo(0, 0)");
    browser.photograph(Screen.PICTURES.resolve("troubles-phone-top.png"));
  }
}
