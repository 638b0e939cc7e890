package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A browser, and the jobs whose pages it shows, each of which is run when it is first asked for.
 */
final class Screen implements AutoCloseable {

  static final Path PICTURES = Path.of("target", "gallery");

  private final Path folder;
  private final Browser browser;

  private Screen(Path folder) {
    this.folder = folder;
    this.browser = Browser.start(folder.resolve("profile"));
    // What the browser asks for itself when it starts ends with its own page, and does not count.
    browser.forgetPage();
  }

  static Screen open() {
    try {
      return new Screen(Files.createTempDirectory("screen"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  Browser browser() {
    return browser;
  }

  /** For what tests write and download. */
  Path folder() {
    return folder;
  }

  ShownJob goodNight() {
    return job("good", ShownJob::ofAGoodNight);
  }

  ShownJob badNight() {
    return job("bad", ShownJob::ofABadNight);
  }

  private interface Run {
    ShownJob in(Path home) throws IOException;
  }

  private ShownJob job(String name, Run run) {
    Path home = folder.resolve(name);
    try {
      return Files.exists(home)
          ? new ShownJob(home.resolve("night.yaml"))
          : run.in(Files.createDirectories(home));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Shows the job's page as if for the first time. */
  void show(ShownJob job) {
    browser.resize(1400, 1000);
    browser.wear("dark");
    browser.forgetPicks();
    browser.open(job.page());
  }

  /** Chooses a group of states. */
  void choose(String kind) {
    browser.click(".kinds ." + kind);
  }

  /** Takes a picture, from the clips on if it is for the hand. */
  void photograph(String name, String scheme, int width, int height) {
    browser.ask("scrollTo(0, arguments[0] < 600 ? clips.offsetTop - 20 : 0)", width);
    browser.wear(scheme);
    browser.resize(width, height);
    await()
        .until(
            () ->
                browser
                    .ask(
                        "return [...document.querySelectorAll('.stage video[src]')].every((video)"
                            + " => video.readyState >= 2)")
                    .equals("true"));
    assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo("true");
    browser.photograph(PICTURES.resolve(name + ".png"));
  }

  @Override
  public void close() throws IOException {
    browser.close();
    FileSystemUtils.deleteRecursively(folder);
  }
}
