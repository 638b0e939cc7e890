package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Takes are compared and chosen in the closer look, by keys alone. */
@OnScreen
class ViewerTest {

  private final Screen screen;
  private final Browser browser;

  ViewerTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @BeforeEach
  void show() {
    screen.show(screen.goodNight());
    browser.resize(1440, 900);
  }

  private void look(String shot) {
    browser.ask("viewer.open(groups.find((group) => group.tasks[0].shot === arguments[0]))", shot);
  }

  private String pickOf(String task) {
    return browser.ask("return picks.of(tasks.find((task) => task.name === arguments[0]))", task);
  }

  private String chosen() {
    return browser.text(".take-view.chosen .take-name");
  }

  private double number(String expression) {
    return Double.parseDouble(browser.ask("return " + expression));
  }

  @Test
  void choosesTakesByNumberAndMarksThem() {
    look("harbour");
    assertThat(chosen()).isEqualTo("harbour");

    browser.type("3");
    assertThat(chosen()).isEqualTo("harbour@3");
    browser.type("x");
    assertThat(pickOf("harbour@3")).isEqualTo("reject");
    browser.type("1k");
    assertThat(pickOf("harbour")).isEqualTo("keep");
    assertThat(chosen()).isEqualTo("harbour@2");
  }

  @Test
  void theKeyOfATakeIsItsNumberWhereverItStands() {
    browser.ask(
        "const named = (name) => tasks.find((task) => task.name === name);"
            + " named('harbour@3').replaces = 'harbour'; named('harbour').replacedBy ="
            + " named('harbour@3'); groups.forEach((group) => group.tasks.sort(byTake))");
    look("harbour");

    assertThat(browser.texts(".take-view .take-name"))
        .containsExactly("harbour@3", "harbour@2", "harbour");
    assertThat(browser.texts(".take-view .line > kbd")).containsExactly("3", "2", "1");
    browser.type("1");
    assertThat(chosen()).isEqualTo("harbour");
    browser.type("3");
    assertThat(chosen()).isEqualTo("harbour@3");
    browser.type("7");
    assertThat(chosen()).isEqualTo("harbour@3");
  }

  @Test
  void keepsOneTakeRejectsTheOthersAndGoesOn() {
    look("harbour");

    browser.type("2K");

    assertThat(pickOf("harbour@2")).isEqualTo("keep");
    assertThat(pickOf("harbour")).isEqualTo("reject");
    assertThat(pickOf("harbour@3")).isEqualTo("reject");
    assertThat(browser.text("#viewer-name")).isEqualTo("lantern");
    browser.type(Keys.ESCAPE);
    assertThat(browser.text("#progress")).isEqualTo("1 of 5 shots with a clip decided");
  }

  @Test
  void playsAndPausesAllTakesWithTheSpaceBar() {
    look("harbour");
    await().until(() -> browser.ask("return playback.isPlaying()").equals("true"));

    browser.click(".take-view [data-pick=keep]");
    browser.type(" ");
    assertThat(browser.ask("return viewer.videos().every((video) => video.paused)"))
        .isEqualTo("true");
    assertThat(pickOf("harbour")).isEqualTo("keep");
    browser.type(" ");
    assertThat(browser.ask("return viewer.videos().every((video) => !video.paused)"))
        .isEqualTo("true");
  }

  @Test
  void playsSlowlyAndOnceIfAsked() {
    look("harbour");
    String speeds = "[...new Set(viewer.videos().map((video) => video.playbackRate))].join()";
    String loops = "[...new Set(viewer.videos().map((video) => video.loop))].join()";
    assertThat(browser.ask("return " + speeds)).isEqualTo("1");
    assertThat(browser.ask("return " + loops)).isEqualTo("true");

    browser.type("sl");

    assertThat(browser.ask("return " + speeds)).isEqualTo("0.5");
    assertThat(browser.text("#viewer-speed")).isEqualTo("0.5×");
    assertThat(browser.ask("return " + loops)).isEqualTo("false");
    assertThat(browser.elements("#viewer-loop[aria-pressed=false]")).hasSize(1);
    browser.type(Keys.ARROW_RIGHT);
    assertThat(browser.ask("return " + speeds)).as("of the next shot").isEqualTo("0.5");
    assertThat(browser.ask("return " + loops)).isEqualTo("false");
    browser.type("sss");
    assertThat(browser.text("#viewer-speed")).isEqualTo("1×");
  }

  @Test
  void goesFrameByFrame() {
    look("harbour");
    await().until(() -> number("viewer.videos()[0].duration || 0") > 1);
    browser.ask("playback.toggle(); playback.seek(1)");

    browser.type("...,");

    assertThat(number("viewer.videos()[2].currentTime")).isBetween(1.07, 1.1);
    assertThat(browser.ask("return viewer.videos().every((video) => video.paused)"))
        .isEqualTo("true");
  }

  @Test
  void laysTwoTakesIntoEachOther() {
    look("harbour");

    browser.type("2a");

    assertThat(browser.texts(".split .left .take-name")).containsExactly("harbour@2");
    assertThat(browser.texts(".split .right .take-name")).containsExactly("harbour@3");
    assertThat(
            number(
                "document.querySelector('.left video').getBoundingClientRect().left"
                    + " - document.querySelector('.right video').getBoundingClientRect().left"))
        .isZero();
    browser.type("a");
    assertThat(browser.elements(".split")).isEmpty();
  }

  @Test
  void fillsTheScreenAndListsItsKeys() {
    look("harbour");

    browser.type("f");
    await()
        .until(
            () ->
                browser
                    .ask("return document.fullscreenElement && document.fullscreenElement.id")
                    .equals("viewer-room"));
    browser.type("f");
    await().until(() -> browser.ask("return document.fullscreenElement").equals("null"));
    browser.type("?");
    assertThat(browser.text("#keys")).contains("keep this take, reject the others");
    browser.type(Keys.ESCAPE);
    assertThat(browser.elements("#viewer[open]")).hasSize(1);
  }

  @Test
  void isLevelWhateverStandsBelowThePictures() {
    browser.ask(
        "const some = (name) => tasks.find((task) => task.name === name);"
            + " some('harbour@2').replacedBy = some('harbour@3')");
    browser.resize(1000, 900);

    look("harbour");

    assertThat(browser.elements(".take-view .take")).hasSize(1);
    String top = "document.querySelectorAll('.take-view .picture')[%d].getBoundingClientRect().top";
    assertThat(number(top.formatted(1))).isEqualTo(number(top.formatted(0)));
  }

  @ParameterizedTest
  @CsvSource({"harbour, 1440, 900", "tram, 1440, 900", "harbour, 390, 844", "tram, 390, 844"})
  void showsKeepAndRejectBelowThePictureAtOnce(String shot, int width, int height) {
    browser.resize(width, height);
    look(shot);
    await().until(() -> number("viewer.videos()[0].videoWidth") > 0);

    String box = "document.querySelector('.take-view %s').getBoundingClientRect()";
    assertThat(number(box.formatted("[data-pick=reject]") + ".bottom")).isLessThan(height);
    double below = number(box.formatted("video") + ".bottom");
    assertThat(number(box.formatted("[data-pick=keep]") + ".top")).isBetween(below, below + 20);
    assertThat(number(box.formatted("video") + ".height")).isGreaterThan(200);
  }

  @Test
  void showsWhatWasPickedBefore() {
    browser.click("[aria-label='Keep harbour']");

    look("harbour");

    assertThat(browser.texts(".take-view [aria-pressed=true]")).containsExactly("Keep");
  }

  @ParameterizedTest
  @CsvSource({"1440, 700", "390, 844"})
  void opensFactsWhereTheyAreSeen(int width, int height) {
    browser.resize(width, height);
    look("harbour");
    await().until(() -> number("viewer.videos()[0].videoWidth") > 0);

    browser.click(".take-view .about summary");

    String box = "document.querySelector('.take-view %s').getBoundingClientRect()";
    await().until(() -> number(box.formatted(".about") + ".height") > 50);
    assertThat(number(box.formatted(".about") + ".bottom")).isLessThanOrEqualTo(height);
    assertThat(number(box.formatted("video") + ".height")).isGreaterThan(100);
    assertThat(number(box.formatted("video") + ".bottom"))
        .isLessThanOrEqualTo(number(box.formatted(".line") + ".top"));
  }

  @Test
  void isDarkAndNeutralByDayToo() {
    for (String scheme : new String[] {"light", "dark"}) {
      browser.wear(scheme);
      look("harbour");
      assertThat(browser.ask("return getComputedStyle(viewer.room).backgroundColor"))
          .isEqualTo("rgb(20, 20, 20)");
      Legibility.check(browser);
    }
  }

  @Test
  void opensFilesAndCopiesTheirPaths() {
    assertThat(browser.ask("return document.querySelector('.card .file-line a').href"))
        .endsWith("/out/night/harbour.mp4");
    browser.click("[aria-label='Copy the path of harbour.mp4']");

    browser.element("#text").sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertThat(browser.ask("return document.getElementById('text').value"))
        .isEqualTo(screen.goodNight().home().resolve("out/night/harbour.mp4").toString());
  }
}
