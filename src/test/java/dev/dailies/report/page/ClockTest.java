package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.TwoScenes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** All times of the page are by the clock of whoever looks, in one form. */
@OnScreen
class ClockTest {

  private static final String ZONE = "America/New_York";

  private final Screen screen;
  private final Browser browser;

  ClockTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
    browser.travel(ZONE);
  }

  @AfterEach
  void comeBack() {
    browser.travel("");
  }

  private static String inNewYork(String pattern, String moment) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .withZone(ZoneId.of(ZONE))
        .format(Instant.parse(moment));
  }

  private List<WebElement> times(String form) {
    return browser.elements("time[data-told=" + form + "]");
  }

  /** What is folded has no text of its own. */
  private static String told(WebElement time) {
    return String.valueOf(time.getDomProperty("textContent"));
  }

  private static String moment(WebElement time) {
    return String.valueOf(time.getDomAttribute("datetime"));
  }

  @Test
  void tellsEveryMomentOfABadNightByTheViewersClock() {
    screen.show(screen.badNight());

    assertThat(times("day"))
        .isNotEmpty()
        .allSatisfy(
            time ->
                assertThat(told(time)).isEqualTo(inNewYork("EEE d MMM, HH:mm z", moment(time))));
    assertThat(times("exact"))
        .hasSizeGreaterThan(4)
        .allSatisfy(
            time ->
                assertThat(told(time)).isEqualTo(inNewYork("EEE d MMM, HH:mm:ss z", moment(time))));
    assertThat(times("second"))
        .as("of the run, and below the chart")
        .hasSize(5)
        .allSatisfy(time -> assertThat(told(time)).isEqualTo(inNewYork("HH:mm:ss", moment(time))));
    assertThat(browser.elements("time"))
        .hasSize(times("day").size() + times("exact").size() + times("second").size());
  }

  @Test
  void tellsByTheViewersClockWhenADoubtWasSent() {
    screen.show(screen.badNight());
    screen.choose("doubt");

    String sent = told(browser.element(".remedies .doubt .advice time"));
    assertThat(sent).matches("[A-Z][a-z]{2} \\d+ [A-Z][a-z]{2}, \\d\\d:\\d\\d:\\d\\d E[SD]T");
    browser.click(".card .how summary");
    assertThat(browser.text(".card .advice"))
        .contains("look for a task sent " + sent + " with this prompt. Found: ");
  }

  @Test
  void tellsTheYearOfAnotherYear() {
    browser.open(TwoScenes.written(screen.folder()));

    assertThat(browser.ask("return tellTime(new Date(new Date().getFullYear(), 2, 12, 9, 5))"))
        .matches("[A-Z][a-z]{2} 12 Mar, 09:05 EDT");
    assertThat(browser.ask("return tellTime(new Date('2001-03-12T21:41:07Z'))"))
        .isEqualTo("Mon 12 Mar 2001, 16:41 EST");
    assertThat(browser.ask("return document.body.innerText")).doesNotContain("CET");
    // The clips of this page do not exist.
    browser.openNothing();
    browser.console();
  }
}
