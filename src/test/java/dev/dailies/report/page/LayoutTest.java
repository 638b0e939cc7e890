package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clips come first, whatever the night was. */
@OnScreen
class LayoutTest {

  private final Screen screen;
  private final Browser browser;

  LayoutTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @ParameterizedTest
  @CsvSource({
    "good, 1440, 900, 400",
    "bad, 1440, 900, 400",
    "good, 390, 844, 500",
    "bad, 390, 844, 500",
  })
  void showsTheFirstClipAboveTheFold(String night, int width, int height, double most) {
    screen.show(night.equals("good") ? screen.goodNight() : screen.badNight());
    browser.resize(width, height);

    assertThat(measure("document.querySelector('.stage').getBoundingClientRect().top"))
        .isLessThanOrEqualTo(most);
    assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo("true");
  }

  @Test
  void keepsTheBarThatSticksSlim() {
    screen.show(screen.badNight());
    for (int width : List.of(1440, 390)) {
      browser.resize(width, 844);

      assertThat(measure("tools.offsetHeight")).isLessThanOrEqualTo(48);
    }
  }

  /** An upright clip fills its tile, and so does a wide one. */
  @Test
  void givesATileTheShapeOfItsClip() {
    screen.show(screen.goodNight());

    assertThat(shapeOf("harbour")).isBetween(1.65, 1.68);
    assertThat(shapeOf("tram")).isBetween(0.59, 0.61);
    assertThat(shapeOf("lantern")).isBetween(0.99, 1.01);
  }

  private double shapeOf(String shot) {
    return measure(
        "(() => { const box = cards().find((card) => card.task.shot === '%s').querySelector('.stage')"
                .formatted(shot)
            + ".getBoundingClientRect(); return box.width / box.height; })()");
  }

  @Test
  void showsTheFiguresInOneStrip() {
    screen.show(screen.badNight());
    browser.resize(1440, 900);

    assertThat(measure("document.querySelector('.glance').offsetHeight")).isLessThanOrEqualTo(90);
    assertThat(browser.texts(".figures > li"))
        .containsExactly(
            "2 of 8 delivered",
            "1 refused",
            "1 failed",
            "1 lost",
            "1 undelivered",
            "2 in doubt",
            "$1.60 spent (simulated)");
    assertThat(browser.element(".tiles").isDisplayed()).isFalse();
    browser.click(".whole summary");
    assertThat(browser.texts(".tiles > div"))
        .anyMatch(tile -> tile.startsWith("Delivered\n2 of 8"))
        .contains("No clip\n4\n1 refused, 1 failed, 1 lost, 1 undelivered")
        .anyMatch(tile -> tile.matches("In doubt\n2\n\\$0\\.\\d+ at stake"));
  }

  private double measure(String expression) {
    return Double.parseDouble(browser.ask("return " + expression));
  }
}
