package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The page of a real run in a real browser. */
@OnScreen
class GalleryTest {

  private final Screen screen;
  private final Browser browser;

  GalleryTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @BeforeEach
  void show() {
    screen.show(screen.goodNight());
  }

  private List<String> names() {
    return browser.texts(".card h3").stream().map(name -> name.replaceAll("\\s+", " ")).toList();
  }

  @Test
  void playsAClipWhileThePointerIsOnIt() {
    browser.hover(".card video");
    await()
        .until(
            () ->
                browser
                    .ask("return document.querySelector('.card video').currentTime > 0.2")
                    .equals("true"));

    browser.hover("h1");
    await()
        .until(
            () ->
                browser.ask("return document.querySelector('.card video').paused").equals("true"));
  }

  @Test
  void filtersByStateAndWords() {
    assertThat(names())
        .containsExactly(
            "harbour take 1",
            "harbour take 2",
            "harbour take 3",
            "lantern",
            "tram take 1",
            "tram take 2",
            "hostile",
            "signed");

    browser.element("#text").sendKeys("TRAM climbs");
    assertThat(names()).containsExactly("tram take 1", "tram take 2");

    browser.element("#text").clear();
    screen.choose("failed");
    assertThat(names()).containsExactly("broken", "unsafe");
    browser.click(".card .how summary");
    assertThat(browser.text(".card .advice")).isNotEmpty();
    assertThat(browser.text(".card .command code")).isEqualTo("dailies retry out/night broken");
    assertThat(browser.text("#shown")).isEqualTo("2 of 10");
  }

  @Test
  void sortsShotsAndKeepsTheirTakesTogether() {
    browser.ask("sort.value = 'name'; sort.dispatchEvent(new Event('change'))");

    assertThat(names())
        .containsExactly(
            "harbour take 1",
            "harbour take 2",
            "harbour take 3",
            "hostile",
            "lantern",
            "signed",
            "tram take 1",
            "tram take 2");
  }

  @Test
  void saysWhatAllTakesOfAShotHaveCost() {
    assertThat(browser.texts(".card .facts").subList(0, 4))
        .satisfiesExactly(
            first -> assertThat(first).endsWith("3 takes: about $0.96"),
            second -> assertThat(second).doesNotContain("takes:"),
            third -> assertThat(third).doesNotContain("takes:"),
            alone -> assertThat(alone).doesNotContain("takes:"));

    browser.element("#text").sendKeys("1002");
    assertThat(names()).containsExactly("harbour take 2");
    assertThat(browser.text(".card .facts")).endsWith("3 takes: about $0.96");
    browser.click(".card .pick button:nth-child(3)");
    assertThat(browser.text("#viewer-place")).isEqualTo("1 of 1 · 3 takes: about $0.96");
  }

  @Test
  void showsStillsOnPaper() {
    String stills = "return document.querySelectorAll('canvas.still').length";

    browser.ask("dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.ask(stills)).isEqualTo("8");
    browser.ask("dispatchEvent(new Event('afterprint'))");
    assertThat(browser.ask(stills)).isEqualTo("0");
  }

  @Test
  void fitsTakesIntoTheColumnsThatThereAre() {
    String tops = "return new Set(cards().slice(0, 3).map((card) => card.offsetTop)).size";
    String wide = "return cards().every((card) => card.offsetWidth > 300)";

    assertThat(browser.ask(tops)).isEqualTo("1");
    browser.resize(390, 844);
    await().until(() -> browser.ask(tops).equals("3"));
    assertThat(browser.ask(wide)).isEqualTo("true");
  }

  @Test
  void keepsHostileTextsInert() {
    browser.element("#text").sendKeys("hacked");

    assertThat(browser.text(".card .prompt")).isEqualTo(ShownJob.HOSTILE);
    assertThat(browser.ask("return typeof hacked")).isEqualTo("undefined");
  }

  @Test
  void showsAClipBesideTheFileItWasMadeFrom() {
    browser.element("#text").sendKeys("lantern");

    await()
        .until(
            () ->
                browser
                    .ask("return document.querySelector('.card .source').naturalWidth > 0")
                    .equals("true"));
  }

  @Test
  void playsEverythingAfterTheFolderWasMoved() throws IOException {
    Path moved = screen.folder().resolve("elsewhere/night");
    FileSystemUtils.copyRecursively(screen.goodNight().page().resolveSibling(""), moved);

    browser.open(moved.resolve("report.html"));
    browser.ask("document.querySelectorAll('.card .stage video').forEach(play)");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        browser.ask(
                            "return [...document.querySelectorAll('.card .stage"
                                + " video')].filter((video) => video.currentTime > 0).length"))
                    .isEqualTo("8"));
    // What a clip was made from was not moved along; the page does without.
    browser.element("#text").sendKeys("lantern");
    await().until(() -> browser.elements(".card .source").isEmpty());
    assertThat(browser.console()).isNotEmpty().allMatch(line -> line.contains("lantern.png"));
  }

  /** As HEVC, ProRes and Matroska are to most browsers. */
  @Test
  void namesAndLinksAClipThatTheBrowserCannotShow() throws IOException {
    Path other = screen.folder().resolve("other/night");
    FileSystemUtils.copyRecursively(screen.goodNight().page().resolveSibling(""), other);
    Files.writeString(other.resolve("lantern.mp4"), "of another kind");

    browser.open(other.resolve("report.html"));
    browser.element("#text").sendKeys("lantern");

    await()
        .untilAsserted(
            () ->
                assertThat(browser.texts(".card .stage"))
                    .containsExactly("This browser cannot show this video/mp4 file: lantern.mp4"));
    assertThat(browser.ask("return document.querySelector('.card .stage a').href"))
        .endsWith("/other/night/lantern.mp4");
    assertThat(browser.elements(".card .stage video")).isEmpty();
    // What it was made from was not copied along.
    await().until(() -> browser.elements(".card .source").isEmpty());
    assertThat(browser.console()).allMatch(line -> line.contains("lantern.png"));
  }

  @Test
  void namesEveryControlAndKeepsTextsReadable() {
    screen.choose("all");

    Legibility.check(browser);
  }

  @Test
  void looksGoodByDayAndNightAndInTheHand() {
    browser.click("[aria-label='Keep harbour']");
    browser.click("[aria-label='Reject harbour@3']");
    screen.photograph("dark", "dark", 1280, 860);
    screen.photograph("light", "light", 1280, 1640);
    screen.photograph("phone", "dark", 390, 1400);
    screen.choose("failed");
    screen.photograph("failures", "light", 1280, 1500);
    screen.choose("delivered");
    browser.ask("viewer.open(groups.find((group) => group.tasks[0].shot === 'tram'))");
    await().until(() -> browser.ask("return viewer.videos()[1].currentTime > 0.5").equals("true"));
    screen.photograph("compare", "dark", 1280, 720);
  }

  @Test
  void saysHowManyTakesAreMadeAgainIfTheirRowIsEdited() {
    String made = "return madeAgain(tasks.find((task) => task.name === arguments[0]))";

    assertThat(browser.ask(made, "harbour")).isEqualTo("its 3 takes are made again, about $0.96");
    assertThat(browser.ask("return adviceOn(tasks.find((task) => task.name === 'unsafe')).text"))
        .endsWith("Edit the row and run again: it is sent, and paid, once more.");
  }
}
