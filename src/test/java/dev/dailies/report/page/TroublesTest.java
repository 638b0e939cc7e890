package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page of a night in which everything went wrong once. */
@ExtendWith(Screening.class)
@ResourceLock("screen")
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

  /** The words about a trouble, on top of the page. */
  private String trouble(String name) {
    return browser.elements(".troubles > li").stream()
        .map(trouble -> trouble.getText())
        .filter(text -> text.startsWith(name + " "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsEveryTaskAtAGlance() {
    assertThat(browser.text(".verdict")).startsWith("tasks in doubt need a decision");
    assertThat(browser.texts(".tiles > div"))
        .anyMatch(tile -> tile.startsWith("Delivered\n2 of 8"))
        .contains("Failed\n4\n1 rejected, 1 lost, 1 undelivered")
        .anyMatch(tile -> tile.matches("In doubt\n2\n\\$0\\.\\d+ at stake"))
        .anyMatch(tile -> tile.startsWith("Waiting\n0"));
    assertThat(browser.element(".bar").getAccessibleName())
        .isEqualTo("2 delivered, 4 failed, 2 in doubt, 0 waiting");
  }

  @Test
  void putsDoubtsFirstAndSaysHowToSettleThem() {
    assertThat(browser.texts(".troubles h3"))
        .startsWith("gulls in doubt", "gulls@2 in doubt")
        .contains("lighthouse lost", "pier undelivered", "wreck failed");
    assertThat(trouble("gulls@2"))
        .contains("no complete answer came")
        .contains("silent", "perhaps $0.")
        .contains("The clip may exist. Open http://127.0.0.1")
        .contains("Found: --adopt TICKET. Not found: --resubmit. Do not want it: --give-up.")
        .contains("dailies resolve out/night gulls@2")
        .doesNotContain("gulls@2 --");
  }

  @Test
  void saysWhatALostTaskMayCostAndThatAnUndeliveredOneIsFree() {
    assertThat(trouble("lighthouse"))
        .contains("Every run looks again, which is free", "perhaps pay twice")
        .contains("dailies retry out/night lighthouse");
    assertThat(trouble("pier"))
        .contains("pier.mp4 exists and holds something else")
        .contains("Fetch it again, which is free")
        .contains("dailies fetch out/night pier");
  }

  @Test
  void copiesACommandAsItStands() {
    browser.click("[aria-label='Copy the command dailies resolve out/night gulls@2']");

    browser.element("#text").sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertThat(browser.ask("return document.getElementById('text').value"))
        .isEqualTo("dailies resolve out/night gulls@2");
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
