package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dailies.report.TwoScenes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Shots stand below their scenes, and the page says how many of them are decided. */
@OnScreen
class ScenesTest {

  private final Screen screen;
  private final Browser browser;

  ScenesTest(Screen screen) {
    this.screen = screen;
    this.browser = screen.browser();
  }

  @BeforeEach
  void show() {
    browser.resize(1440, 900);
    browser.forgetPicks();
    browser.open(TwoScenes.written(screen.folder()));
  }

  /** The clips of this page do not exist. */
  @AfterEach
  void forget() {
    browser.openNothing();
    browser.console();
  }

  @Test
  void namesEveryScene() {
    assertThat(browser.texts(".scene h3"))
        .containsExactly("SC01 2 shots, $1.00", "SC02 3 shots, $1.50");

    browser.ask("sort.value = 'cost'; sort.dispatchEvent(new Event('change'))");
    assertThat(browser.elements(".scene")).isEmpty();
  }

  @Test
  void countsAllThatASceneMayHaveCostWhateverIsShownOfIt() {
    browser.ask(
        "tasks.push({ ...tasks[0], name: 'SC01_SH010@2', take: 2, kind: 'failed', state: 'CANCELLED',"
            + " ticket: '', usd: 0.32, paid: { perhaps: 0.32 } },"
            + " { ...tasks[1], name: 'SC01_SH020@2', take: 2, usd: undefined, paid: { unknown: 1 } },"
            + " { ...tasks[1], name: 'SC01_SH030', shot: 'SC01_SH030', kind: 'failed', state: 'FAILED',"
            + " paid: { usd: 0.6 } }); choose()");

    assertThat(browser.texts(".scene h3").get(0))
        .isEqualTo("SC01 2 of 3 shots, 3 of 5 takes, $1.60 + perhaps $0.32 + 1 unknown");
    assertThat(browser.text(".card .facts")).endsWith("2 takes: $0.50 + perhaps $0.32");
    assertThat(browser.ask("return totalOf('SC01_SH020')")).isEqualTo("2 takes: $0.50 + 1 unknown");
    assertThat(browser.ask("return totalOf('SC01_SH030')")).isEqualTo("all attempts: $0.60");
    assertThat(
            browser.ask(
                "return tasks.filter((task) => task.shot.startsWith('SC01')).map(dollars).join()"))
        .isEqualTo("$0.50,$0.50,perhaps $0.32,price unknown,$0.50");
  }

  @Test
  void showsAndFindsTheListsOwnColumns() {
    browser.ask(
        "facts.own.push('Notes'); facts.columns.push('Notes');"
            + " tasks[1].cells = facts.columns.map((column) => column === 'Notes' ? 'dusk, no birds'"
            + " : cell(tasks[1], column)); delete tasks[1].text; choose()");
    assertThat(browser.texts(".card .own")).containsExactly("Notes: dusk, no birds");

    browser.element("#text").sendKeys("no birds");
    assertThat(browser.texts(".card .name")).containsExactly("SC01_SH020");
    browser.ask("viewer.open(groups[0])");
    browser.click(".about summary");
    assertThat(browser.text(".about")).contains("Notes: dusk, no birds");
    browser.ask("viewer.close()");
  }

  @Test
  void showsOneSceneAlone() {
    browser.ask("scene.value = 'SC02'; scene.dispatchEvent(new Event('change'))");

    assertThat(browser.texts(".card .name"))
        .containsExactly("SC02_SH010", "SC02_SH020", "SC02_SH030");
    assertThat(browser.texts(".scene h3")).containsExactly("SC02 3 shots, $1.50");
  }

  @Test
  void countsWhatIsDecidedAndShowsTheRest() {
    assertThat(browser.text("#progress")).isEqualTo("0 of 5 shots decided");
    browser.click("[aria-label='Keep SC01_SH010']");
    browser.click("[aria-label='Reject SC02_SH030']");
    assertThat(browser.text("#progress")).isEqualTo("2 of 5 shots decided");

    browser.click("#progress");
    assertThat(browser.texts(".card .name"))
        .containsExactly("SC01_SH020", "SC02_SH010", "SC02_SH020");
    browser.click("#progress");
    assertThat(browser.elements(".card")).hasSize(5);
  }

  @Test
  void marksWhatTheNewestRunHasBroughtBesideOlderClips() {
    assertThat(browser.elements(".take.new")).isEmpty();

    browser.ask("tasks[1].delivered = facts.started; choose()");

    assertThat(browser.texts(".card:has(.take.new) h3")).containsExactly("SC01_SH020 new");
  }

  @Test
  void marksAndFindsWhatWasSentAsASample() {
    assertThat(browser.texts(".card h3"))
        .filteredOn(title -> title.endsWith(" sample"))
        .containsExactly(TwoScenes.SAMPLE + " sample");

    browser.element("#text").sendKeys("sample");
    assertThat(browser.texts(".card .name")).containsExactly(TwoScenes.SAMPLE);
  }

  @Test
  void exportsKeepersWithTheListsOwnColumns() {
    browser.saveDownloadsIn(screen.folder());
    browser.click("[aria-label='Keep SC01_SH010']");
    browser.click("[aria-label='Keep SC02_SH030']");

    browser.click("#export-keepers");

    Path keepers = screen.folder().resolve("keepers.csv");
    await().until(() -> Files.exists(keepers));
    assertThat(keepers)
        .content()
        .startsWith("task,files,provider,model,seed,usd,prompt,Scene\nSC01_SH010,")
        .contains(",prompt of SC01_SH010,SC01\n", ",prompt of SC02_SH030,\n");
  }

  @Test
  void walksByArrowsAcrossScenes() {
    browser.type("/", Keys.ESCAPE, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

    assertThat(browser.focused()).startsWith("SC02_SH010");
  }

  @Test
  void remembersTheSizeOfTiles() {
    String width = "return cards()[0].offsetWidth";
    double medium = Double.parseDouble(browser.ask(width));
    browser.ask("size.value = 'small'; size.dispatchEvent(new Event('change'))");
    assertThat(Double.parseDouble(browser.ask(width))).isLessThan(medium);

    browser.reload();

    assertThat(Double.parseDouble(browser.ask(width))).isLessThan(medium);
  }
}
