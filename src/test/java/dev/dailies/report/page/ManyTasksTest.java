package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.ManyTasks;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page of many tasks. */
@OnScreen
class ManyTasksTest {

  private final Screen screen;
  private final Browser browser;

  ManyTasksTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @Test
  void isReadyInSecondsWithFiveThousandTasks() {
    openMany(5_000, Duration.ofSeconds(10));
  }

  @Test
  @Tag("bench")
  void opensWithAHundredThousandTasks() {
    openMany(100_000, Duration.ofSeconds(30));
  }

  /** Ready is when the page answers to keys and clicks, from the moment it was asked for. */
  private void openMany(int tasks, Duration limit) {
    browser.open(ManyTasks.written(tasks, screen.folder()));
    double ready =
        Double.parseDouble(
            browser.ask("return performance.getEntriesByName('ready')[0].startTime"));
    double filter =
        Double.parseDouble(
            browser.ask(
                "const start = performance.now(); text.value = 'prompt 4'; text.dispatchEvent(new"
                    + " Event('input')); return performance.now() - start"));
    System.out.printf(
        "a page of %d tasks is ready after %.0f ms, and filtered in %.0f ms%n",
        tasks, ready, filter);
    assertThat(Duration.ofMillis((long) ready)).isLessThan(limit);
    assertThat(browser.elements(".card")).hasSizeBetween(1, 60);
    // The clips of this page do not exist.
    browser.openNothing();
    browser.console();
  }
}
