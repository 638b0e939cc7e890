package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.MoneyNight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of the page that tells of money. */
@OnScreen
class MoneyTest {

  private final Screen screen;
  private final Browser browser;

  MoneyTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @BeforeEach
  void forgetPicks() {
    browser.resize(1440, 900);
    browser.forgetPicks();
  }

  /** The clips of this page do not exist. */
  @AfterEach
  void forget() {
    browser.openNothing();
    browser.console();
  }

  private void open(boolean isSimulated) {
    browser.open(MoneyNight.written(screen.folder(), isSimulated));
    browser.click(".money summary");
  }

  @Test
  void isFoldedUntilSomebodyAsks() {
    browser.open(MoneyNight.written(screen.folder(), false));
    assertThat(browser.element(".money table").isDisplayed()).isFalse();

    browser.click(".money summary");

    assertThat(browser.element(".money table").isDisplayed()).isTrue();
  }

  @Test
  void tellsWhatWasSpentOnWhatAndWhen() {
    open(false);

    assertThat(browser.texts(".sums table:nth-child(1) tr").subList(1, 4))
        .containsExactly(
            "cometapi gen3a_turbo 8 $2.225 + 1 unknown",
            "runway gen4_turbo 1 $0.500",
            "all 9 $2.725 + 1 unknown");
    assertThat(browser.texts(".sums table:nth-child(2) tr"))
        .contains(
            "delivered 4 $2.000",
            "sent again 1 $0.125",
            "failed 1 $0.100",
            "at the provider 1 1 unknown");
    assertThat(browser.texts(".sums table:nth-child(3) tr"))
        .contains("2026-03-12 8 $2.225 + 1 unknown", "2026-03-11 1 $0.500");
    assertThat(browser.texts(".money .tiles > div"))
        .contains("In doubt\n$0.50\nmay have been paid");
    assertThat(browser.texts(".money .tiles > div"))
        .contains("Without a clip\n$0.225\nfailed, lost, or sent again");
  }

  @Test
  void tellsWhatIsUsedOfEachCapAndUntilWhen() {
    open(false);

    assertThat(browser.texts(".caps tbody tr"))
        .anyMatch(line -> line.matches("today until Fri 13 Mar[^$]*\\$2\\.60 \\$3\\.00 \\$0\\.40"))
        .anyMatch(
            line ->
                line.matches("this month, runway until [^$]*\\$12\\.50 \\$400\\.00 \\$387\\.50"))
        .contains("this run\n9 100 tasks 91");
    assertThat(browser.texts(".figures li")).contains("$2.60 of $3.00 today");
  }

  @Test
  void tellsWhatAKeptClipCostsAsPicksChange() {
    open(false);
    assertThat(browser.element("#kept").isDisplayed()).isFalse();

    browser.click("[aria-label='Keep clip']");
    assertThat(browser.text("#kept"))
        .isEqualTo(
            "The kept clip\n$2.73\n1 kept, plus 1 of unknown price; 1 of 4 shots with a clip decided");
    browser.click("[aria-label='Keep other']");
    browser.click("[aria-label='Reject third']");
    browser.click("[aria-label='Reject again']");
    assertThat(browser.text("#kept"))
        .isEqualTo("A kept clip\n$1.36\n2 kept, plus 1 of unknown price");
  }

  @Test
  void saysThatSimulatedMoneyIsNone() {
    open(false);
    assertThat(browser.text(".money")).doesNotContain("Simulated");

    open(true);
    assertThat(browser.text(".money")).startsWith("Money\nSimulated: nothing was paid");
  }

  /** Amounts stand below each other, and nothing is wider than the window. */
  @Test
  void alignsItsNumbersOnEveryScreen() {
    open(false);
    for (int width : new int[] {1440, 800, 390}) {
      browser.resize(width, 844);

      assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo("true");
      assertThat(
              browser.ask(
                  "return [...document.querySelectorAll('.money tr > :nth-child(3)')]"
                      + ".filter((cell) => cell.getBoundingClientRect().right > innerWidth"
                      + " || getComputedStyle(cell).textAlign !== 'right').length"))
          .isEqualTo("0");
    }
    browser.resize(1440, 900);
    Legibility.check(browser);
    screen.photograph("money", "dark", 1440, 900);
    screen.photograph("money-light", "light", 390, 844);
  }
}
