package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.ManyTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page of hundreds of tasks, whose clips do not exist. */
@OnScreen
class FullPageTest {

  private final Screen screen;
  private final Browser browser;

  FullPageTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @BeforeEach
  void show() {
    browser.resize(1440, 900);
    browser.open(ManyTasks.written(600, screen.folder()));
  }

  @AfterEach
  void forget() {
    browser.wearMedium("");
    browser.openNothing();
    browser.console();
  }

  private double measure(String expression) {
    return Double.parseDouble(browser.ask("return " + expression));
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, 300", "390, 844, 500"})
  void showsTheFirstClipAboveTheFold(int width, int height, double most) {
    browser.resize(width, height);

    assertThat(measure("document.querySelector('.stage').getBoundingClientRect().top"))
        .isLessThanOrEqualTo(most);
    assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo("true");
  }

  /** No more than its 48 cards, whatever needs a look. */
  @Test
  void isAsHighAsOnePageOfClips() {
    assertThat(measure("document.documentElement.scrollHeight")).isLessThan(10_000);
    screen.choose("failed");
    assertThat(browser.elements(".card")).hasSize(48);
    assertThat(measure("document.documentElement.scrollHeight")).isLessThan(10_000);
  }

  @Test
  void leadsToAnyPageByItsNumber() {
    screen.choose("all");
    assertThat(browser.texts("#pages button")).containsExactly("1", "2", "3", "13");
    assertThat(browser.text("#pages")).contains("…");
    assertThat(browser.text("#pages [aria-current=page]")).isEqualTo("1");
    assertThat(browser.element("#before").isEnabled()).isFalse();
    assertThat(browser.element("#pages button:last-child").getAccessibleName())
        .isEqualTo("Page 13, s576 to s599");

    browser.click("#pages button:last-child");

    assertThat(browser.text("#pages [aria-current=page]")).isEqualTo("13");
    assertThat(browser.texts("#pages button")).containsExactly("1", "11", "12", "13");
    assertThat(browser.elements(".card")).hasSize(24);
    assertThat(browser.focused()).startsWith("s576,");
    assertThat(browser.element("#after").isEnabled()).isFalse();
    browser.click("#before");
    assertThat(browser.focused()).startsWith("s528,");
  }

  @Test
  void walksByArrowsFromPageToPage() {
    screen.choose("all");
    browser.ask("focusCard(cards().at(-1))");

    browser.type(Keys.ARROW_RIGHT);
    assertThat(browser.focused()).startsWith("s48,");
    browser.type(Keys.ARROW_LEFT);
    assertThat(browser.focused()).startsWith("s47,");
    assertThat(browser.text("#pages [aria-current=page]")).isEqualTo("1");
  }

  @Test
  void printsWhatIsSeenWithoutButtonsAndSaysWhichPageItIs() {
    browser.wearMedium("print");
    browser.resize(794, 1123);

    assertThat(
            browser.ask(
                "return [...document.querySelectorAll('button, summary')]"
                    + ".filter((one) => one.checkVisibility() && !one.closest('.remedies')).length"))
        .isEqualTo("0");
    assertThat(
            browser.ask(
                "return getComputedStyle(document.getElementById('pages'), '::before').content"))
        .isEqualTo("\"Page 1 of 4\"");
    assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo("true");
  }
}
