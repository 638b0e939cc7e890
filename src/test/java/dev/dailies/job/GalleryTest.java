package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.dailies.cli.FrontDoor;
import dev.dailies.report.ManyTasks;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SimulatorSetup;
import dev.dailies.settings.Target;
import dev.dailies.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.util.FileSystemUtils;

/**
 * The page of a real run in a real browser. Where none is installed these tests are skipped, and
 * say so.
 */
class GalleryTest {

  private static final Path PICTURES = Path.of("target", "gallery");
  private static final String HOSTILE =
      "</script><script>hacked=1</script><img src=x onerror=hacked=1> {{facts.job}}";
  private static final List<String> ROWS =
      List.of(
          "id,prompt,image,model,duration,ratio,seed,takes,provider",
          "harbour,\"A harbour before sunrise, gulls over still water\",https://example.org/a.jpg,gen3a_turbo,5,1280:768,1001,3,",
          "lantern,The lantern sways,pictures/lantern.png,gen4_turbo,5,960:960,2001,,runway",
          "tram,A tram climbs towards us,https://example.org/b.jpg,gen3a_turbo,10,768:1280,,2,",
          "hostile," + HOSTILE + ",https://example.org/c.jpg,gen3a_turbo,5,1280:768,4001,,",
          "signed,A door opens,https://example.org/d.jpg?sig=SECRET,gen3a_turbo,5,1280:768,5001,,",
          "broken,[fail] A bridge folds,https://example.org/e.jpg,gen3a_turbo,5,1280:768,6001,,",
          "unsafe,[unsafe] A fight,https://example.org/f.jpg,gen3a_turbo,5,1280:768,7001,,");

  @TempDir(cleanup = CleanupMode.ALWAYS)
  private static Path folder;

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void runAndOpen() throws IOException {
    browser = Browser.start(folder.resolve("profile"));
    Path home = Files.createDirectories(folder.resolve("job"));
    Files.createDirectories(home.resolve("pictures"));
    Files.copy(Path.of("sample-data/images/lantern.png"), home.resolve("pictures/lantern.png"));
    Files.write(home.resolve("shots.csv"), ROWS);
    try (Simulator simulator =
            Simulator.start(SimulatorSetup.of(Map.of("generation-time", "300ms")), 0);
        JobContext context = open(job(home, simulator.baseUrl()), Map.of())) {
      RunOutcome outcome = context.run();
      assertThat(outcome.current()).containsOnly(entry(DELIVERED, 8L), entry(FAILED, 2L));
    }
    page = home.resolve("out/night/report.html");
    // What the browser asks for itself when it starts does not count.
    browser.requests();
  }

  /** A job file, so that the commands on the page need no flags. */
  private static Path job(Path home, URI simulator) throws IOException {
    String provider =
        """
          providers.%s:
            base-url: %s
            api-key: sk-gallery
            submit-rate: 50/s
            poll-rate: 100/s
            poll-interval: 100ms
        """;
    return Files.writeString(
        home.resolve("night.yaml"),
        "dailies:\n  manifest: shots.csv\n  provider: cometapi\n"
            + provider.formatted("cometapi", simulator)
            + provider.formatted("runway", simulator));
  }

  private static JobContext open(Path job, Map<String, String> flags) {
    return JobContext.open(
        JobSetup.load(new Target(job, job.resolveSibling("")), flags), FrontDoor.exitRules());
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.resize(1400, 1000);
    browser.wear("dark");
    browser.open(page);
    browser.ask("localStorage.clear()");
    browser.reload();
  }

  @AfterEach
  void asksNothingOfAnyNetworkAndComplainsOfNothing() {
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            url -> url.startsWith("file:") || url.startsWith("data:") || url.startsWith("blob:"));
  }

  private static List<String> names() {
    return browser.texts(".card h3").stream().map(name -> name.replaceAll("\\s+", " ")).toList();
  }

  private static void show(String kind) {
    browser.click(".kinds ." + kind);
  }

  private static double secondsPlayed(String css) {
    return Double.parseDouble(
        browser.ask("return document.querySelector(arguments[0]).currentTime", css));
  }

  @Test
  void playsAClipWhileThePointerIsOnIt() {
    browser.hover(".card video");
    await().untilAsserted(() -> assertThat(secondsPlayed(".card video")).isGreaterThan(0.2));

    browser.hover("h1");
    await()
        .until(
            () ->
                browser.ask("return document.querySelector('.card video').paused").equals("true"));
  }

  @Test
  void isWorkedByKeysAlone() {
    browser.type("/");
    assertThat(browser.focused()).startsWith("Search");
    browser.type(Keys.ESCAPE);
    assertThat(browser.focused()).startsWith("harbour, delivered");
    browser.type(" ");
    await().untilAsserted(() -> assertThat(secondsPlayed(".card video")).isGreaterThan(0.2));

    browser.type(Keys.ARROW_RIGHT);
    assertThat(browser.focused()).startsWith("harbour@2, delivered");
    browser.type(Keys.ARROW_DOWN);
    String below = browser.focused();
    assertThat(below).doesNotStartWith("harbour");
    browser.type(Keys.ARROW_UP);
    assertThat(browser.focused()).startsWith("harbour");

    browser.type("k");
    assertThat(browser.text("#picked")).isEqualTo("1 keeper, 0 rejects");
    browser.type(Keys.ENTER);
    assertThat(browser.texts(".take-view figcaption"))
        .containsExactly("harbour", "harbour@2", "harbour@3");
    await().untilAsserted(() -> assertThat(secondsPlayed(".take-view video")).isGreaterThan(0.2));
    browser.type(Keys.ESCAPE);
    assertThat(browser.elements("dialog[open]")).isEmpty();
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
    show("failed");
    assertThat(names()).containsExactly("broken", "unsafe");
    assertThat(browser.text(".card .advice")).isNotEmpty();
    assertThat(browser.text(".card .command code")).isEqualTo("dailies retry night.yaml broken");
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

    assertThat(browser.text(".card .prompt")).isEqualTo(HOSTILE);
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
    Path moved = folder.resolve("elsewhere/night");
    FileSystemUtils.copyRecursively(page.resolveSibling(""), moved);

    browser.open(moved.resolve("report.html"));
    browser.ask("document.querySelectorAll('.card .stage video').forEach(play)");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        browser.ask(
                            "return [...document.querySelectorAll('.card .stage video')].filter((video) => video.currentTime > 0).length"))
                    .isEqualTo("8"));
    // What a clip was made from was not moved along; the page does without.
    browser.element("#text").sendKeys("lantern");
    await().until(() -> browser.elements(".card .source").isEmpty());
    assertThat(browser.console()).isNotEmpty().allMatch(line -> line.contains("lantern.png"));
  }

  @Test
  void remembersPicksAndExportsRejectsThatPlanAsNewTakes() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    browser.saveDownloadsIn(folder);
    for (String name : List.of("harbour@2", "tram", "signed", "lantern")) {
      browser.click("[aria-label='Reject " + name + "']");
    }
    browser.click("[aria-label='Keep hostile']");
    browser.reload();
    assertThat(browser.text("#picked")).isEqualTo("1 keeper, 4 rejects");
    assertThat(browser.elements("[data-picked=reject]")).hasSize(4);

    browser.click("#export-rejects");
    await().until(() -> Files.exists(rejects));
    assertThat(browser.text("#told"))
        .contains("Put rejects.csv beside this page", "hold signatures", "signed");

    assertThat(browser.text("#told code"))
        .isEqualTo(
            "dailies plan night.yaml --dailies.manifest=out/night/rejects.csv --output=out/night");

    Path copy = folder.resolve("next night");
    FileSystemUtils.copyRecursively(folder.resolve("job"), copy);
    Files.move(rejects, copy.resolve("out/night/rejects.csv"));
    var flags = Map.of("dailies.manifest", "out/night/rejects.csv", "dailies.output", "out/night");
    try (JobContext context = open(copy.resolve("night.yaml"), flags)) {
      RunOutcome plan = context.planOnly();
      assertThat(FrontDoor.exitRules().exitOf(plan).meaning()).doesNotContain("bad usage");
      List<String> planned = new ArrayList<>();
      context
          .accounts()
          .forEach(
              account -> {
                if (account.task().state() == PLANNED) {
                  planned.add(account.task().name());
                }
              });
      assertThat(planned).containsExactlyInAnyOrder("harbour+2", "lantern+2", "tram@3");
    }
  }

  @Test
  void namesEveryControlAndKeepsTextsReadable() {
    for (String scheme : List.of("dark", "light")) {
      browser.wear(scheme);
      show("all");
      assertThat(browser.elements("button, select, input, video, [role=img]"))
          .filteredOn(WebElement::isDisplayed)
          .allSatisfy(control -> assertThat(control.getAccessibleName()).isNotBlank());
      assertThat(browser.ask(CONTRAST)).isEqualTo("");
    }
  }

  /** The texts whose contrast to what is behind them is below 4.5 : 1 (WCAG 2, AA). */
  private static final String CONTRAST =
      """
      const parse = (color) => {
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      };
      const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const color = parse(getComputedStyle(at).backgroundColor);
          if (color[3] > 200) { return color; }
        }
        return [255, 255, 255];
      };
      const weak = new Set();
      for (const element of document.querySelectorAll('body *')) {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || !element.checkVisibility() || element.matches(':disabled, script, style, option')) { continue; }
        const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) { weak.add(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2)); }
      }
      return [...weak].join('; ')
      """;

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
  private static void openMany(int tasks, Duration limit) {
    browser.open(ManyTasks.written(tasks, folder));
    double ready =
        Double.parseDouble(
            browser.ask("return performance.getEntriesByName('ready')[0].startTime"));
    double filter =
        Double.parseDouble(
            browser.ask(
                "const start = performance.now(); text.value = 'prompt 4'; text.dispatchEvent(new Event('input')); return performance.now() - start"));
    System.out.printf(
        "a page of %d tasks is ready after %.0f ms, and filtered in %.0f ms%n",
        tasks, ready, filter);
    assertThat(Duration.ofMillis((long) ready)).isLessThan(limit);
    assertThat(browser.elements(".card")).hasSizeBetween(1, 60);
    // The clips of this page do not exist.
    browser.console();
  }

  @Test
  void looksGoodByDayAndNightAndInTheHand() {
    browser.click("[aria-label='Keep harbour']");
    browser.click("[aria-label='Reject harbour@3']");
    photograph("dark", "dark", 1280, 1640);
    photograph("light", "light", 1280, 1640);
    photograph("phone", "dark", 390, 1400);
    show("failed");
    photograph("failures", "light", 1280, 1500);
    show("delivered");
    browser.ask("viewer.open(groups[0])");
    photograph("compare", "dark", 1280, 900);
    assertThat(PICTURES.resolve("compare.png")).isNotEmptyFile();
  }

  private static void photograph(String name, String scheme, int width, int height) {
    browser.ask("scrollTo(0, arguments[0] < 600 ? clips.offsetTop - 20 : 0)", width);
    browser.wear(scheme);
    browser.resize(width, height);
    await()
        .until(
            () ->
                browser
                    .ask(
                        "return [...document.querySelectorAll('.stage video[src]')].every((video) => video.readyState >= 2)")
                    .equals("true"));
    assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo("true");
    browser.photograph(PICTURES.resolve(name + ".png"));
  }
}
