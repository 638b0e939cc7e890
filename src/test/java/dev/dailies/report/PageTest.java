package dev.dailies.report;

import static dev.dailies.report.FilledLedger.mp4;
import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.provider.Shot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PageTest {

  private final Path folder;
  private final FilledLedger ledger = new FilledLedger();

  PageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void deliver(String prompt, DeliveredFile... files) {
    ledger.plan(List.of(row(2, shot("shot-001", 1, prompt))));
    ledger.delivered(ledger.task("shot-001"), files);
  }

  @Test
  void writesHostilePromptsInert() {
    deliver(
        "</script><script>alert(1)</script><!-- \"'><img src=x onerror=alert(2)> {{facts.job}}",
        mp4("a.mp4"));
    Written written = Written.by(ledger, folder);

    assertThat(written.page()).doesNotContain("<script>alert").doesNotContain("<img");
    assertThat(written.page()).contains("\\u003c/script>\\u003cscript>alert(1)");
    assertThat(written.cards().get(0).at("/cells/1").asString())
        .startsWith("</script><script>alert(1)</script><!-- \"'><img")
        .endsWith("{{facts.job}}");
  }

  @Test
  void saysOnceWhyItStopped() {
    deliver("p", mp4("a.mp4"));
    String meaning = "stopped by Ctrl-C; nothing is lost";
    RunFacts.Verdict stopped =
        new RunFacts.Verdict(
            false, 130, meaning, List.of("stopped by Ctrl-C", "a provider refuses"), List.of());

    String page = Written.by(ledger, folder, stopped).page();

    assertThat(page).containsOnlyOnce("topped by Ctrl-C").contains("a provider refuses");
    assertThat(page).doesNotContain("exit code");
  }

  @Test
  void hasWordsAndALinkForWhatABrowserMayNotShow() {
    deliver(
        "p",
        new DeliveredFile("a.mkv", 5, "ab".repeat(32), "video/x-matroska"),
        new DeliveredFile("b.mov", 5, "ab".repeat(32), "video/quicktime"));
    Written written = Written.by(ledger, folder);

    assertThat(written.page())
        .contains("'This browser cannot show this ' + file.type + ' file: '")
        .contains("return later(orLink(video, file)", "return orLink(video, file)");
    assertThat(written.cards().get(0).path("files").toString())
        .contains("a.mkv", "video/x-matroska", "b.mov", "video/quicktime");
  }

  @Test
  void saysNothingOfTheEndWhileItRuns() {
    deliver("p", mp4("a.mp4"));
    String page = Written.by(ledger, folder, verdict(true, 10, "still running")).page();

    assertThat(page)
        .contains(
            "class=\"verdict running\"><span>still running, as of <time"
                + " datetime=\"2026-03-13T02:12:40.750Z\" data-told=\"day\">Fri 13 Mar 2026, 03:12 CET")
        .doesNotContain("xit code", "To go on");
  }

  @Test
  void saysWhatARunThatIsUnderWayWaitsForAndOffersNothingToDo() {
    ledger.plan(List.of(row(2, shot("a", 1, "p"))));
    RunFacts.Verdict running =
        new RunFacts.Verdict(true, 10, "still running", List.of(), Written.FACTS.verdict().waits());
    Written written = Written.by(ledger, folder, running);

    assertThat(written.page())
        .contains(
            "waiting for cometapi: cannot see the tasks at https://api.example.org: HTTP 500"
                + " (14 tries since <time datetime=\"2026-03-12T23:10:00Z\"");
    assertThat(written.cards().get(0).has("advice")).isFalse();
  }

  @Test
  void saysOnceWhatStoppedTheRunAndNotAgainOnTheFirstCard() {
    ledger.plan(List.of(row(2, shot("a", 1, "p"))));
    String key = "there is no API key: set COMETAPI_KEY";
    ledger.ledger.putOff(ledger.intended(ledger.task("a")), Cause.because(key));
    RunFacts.Verdict halted =
        new RunFacts.Verdict(false, 13, "credentials missing or refused", List.of(key), List.of());

    assertThat(Written.by(ledger, folder, halted).page()).containsOnlyOnce(key);
    assertThat(Written.by(ledger, folder).page()).containsOnlyOnce(key);
  }

  @Test
  void saysHowToGoOnWhereSomethingIsLeft() {
    deliver("p", mp4("a.mp4"));

    assertThat(Written.by(ledger, folder).page())
        .contains(
            "To go on from here: <code>java -jar dailies.jar run &#39;out/to night&#39;</code>");
    assertThat(Written.by(ledger, folder, verdict(false, 0, "every row is delivered")).page())
        .contains("class=\"verdict good\"")
        .doesNotContain("xit code", "To go on");
  }

  @Test
  void doesNotSayThatNothingIsSpentWhereThePriceIsUnknown() {
    Shot shot = shot("shot-001", 1, "p");
    ledger.plan(List.of(new PlannedRow(2, "cometapi", "d", new TreeMap<>(), shot, null)));
    ledger.succeeded(ledger.task("shot-001"), null, "https://cdn.example.org/a.mp4");

    assertThat(Written.by(ledger, folder).page())
        .contains("<b>1 task</b> of unknown price")
        .doesNotContain("</b> spent");
  }

  private static RunFacts.Verdict verdict(boolean running, int exitCode, String meaning) {
    return new RunFacts.Verdict(running, exitCode, meaning, List.of(), List.of());
  }

  @Test
  void rendersHostileReasonsInert() {
    ledger.plan(List.of(row(2, shot("shot-001", 1, "p"))));
    ledger.ledger.doubted(
        ledger.intended(ledger.task("shot-001")), Cause.because("<b onclick=\"x()\">busy</b>"));

    assertThat(Written.by(ledger, folder).page())
        .doesNotContain("<b ")
        .contains("&lt;b onclick&#x3D;&quot;x()&quot;&gt;busy");
  }

  @Test
  void tellsItsScriptOfTheFilesBesideIt() {
    deliver("p", mp4("shot-001~2 #1.mp4"));

    JsonNode card = Written.by(ledger, folder).cards().get(0);

    assertThat(card.at("/files/0/name").asString()).isEqualTo("shot-001~2 #1.mp4");
    assertThat(card.at("/files/0/type").asString()).isEqualTo("video/mp4");
    assertThat(card.at("/usd").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(card.at("/asked").decimalValue()).isEqualByComparingTo("0.25");
    assertThat(card.has("expected")).isFalse();
    assertThat(card.has("advice")).isFalse();
  }

  @Test
  void namesNoFileThatIsNotOnThisMachine() {
    deliver("p", mp4("a.mp4"));

    assertThat(Written.by(ledger, folder).cards().get(0).has("source")).isFalse();
  }

  @Test
  void knowsWhichRowsAreNotWholeHere() {
    Map<String, String> signed = Map.of("id", "a", "image", "https://example.org/a.png?sig=SECRET");
    Map<String, String> whole = Map.of("id", "b", "image", "https://example.org/a.png");
    ledger.plan(List.of(row(2, shot("a", 1, "p"), signed), row(3, shot("b", 1, "p"), whole)));

    List<JsonNode> cards = Written.by(ledger, folder).cards();

    assertThat(cards.get(0).path("partial").asBoolean(false)).isTrue();
    assertThat(cards.get(1).path("partial").asBoolean(false)).isFalse();
  }

  @Test
  void allowsItsOwnStyleAndScriptsAndNothingElse() throws Exception {
    String page = Written.by(ledger, folder).page();

    List<String> scripts = hashes("<script>(.*?)</script>", page);
    assertThat(scripts).hasSizeGreaterThan(3);
    assertThat(page)
        .contains("default-src 'none'")
        .contains("style-src " + hashes("<style>(.*?)</style>", page).get(0) + ";")
        .contains("script-src " + String.join(" ", scripts) + ";")
        .doesNotContain("style=")
        .doesNotContain("unsafe-inline")
        .doesNotContainIgnoringCase("innerHTML");
  }

  private static List<String> hashes(String element, String page) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    return Pattern.compile("(?s)" + element)
        .matcher(page)
        .results()
        .map(found -> sha256.digest(found.group(1).getBytes(StandardCharsets.UTF_8)))
        .map(digest -> "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
        .toList();
  }

  @Test
  void needsNoNetwork() {
    deliver("see https://example.org/x?y", mp4("a.mp4"));

    assertThat(Written.by(ledger, folder).page())
        .doesNotContainPattern("(src|href|url\\()=?\"?(https?:)?//")
        .doesNotContain("fetch(")
        .doesNotContain("@import");
  }

  @Test
  void saysWhatToDoAboutADoubt() {
    ledger.plan(List.of(row(2, shot("shot-001", 2, "p"))));
    ledger.ledger.doubted(ledger.intended(ledger.task("shot-001@2")), Cause.because("no answer"));

    assertThat(Written.by(ledger, folder).page())
        .contains("no answer")
        .contains("<li>sent <time", ">Thu 12 Mar 2026, 22:41:07 CET</time></li>")
        .containsPattern(
            "for a task sent <time [^>]*>Thu 12 Mar 2026, 22:41:07 CET</time> with this prompt")
        .contains("java -jar dailies.jar resolve &#39;out/to night&#39;<");
  }

  @Test
  void keepsClipsOfEarlierManifestsApart() {
    deliver("old", mp4("old.mp4"));
    ledger.plan(List.of(row(2, shot("other", 1, "new"))));
    ledger.delivered(ledger.task("other"), mp4("new.mp4"));

    List<JsonNode> cards = Written.by(ledger, folder).cards();

    assertThat(cards)
        .extracting(card -> card.at("/files/0/name").asString())
        .containsExactly("old.mp4", "new.mp4");
    assertThat(cards)
        .extracting(card -> card.path("earlier").asBoolean(false))
        .containsExactly(true, false);
  }

  @Test
  void drawsWhenTasksWereSubmittedAndDelivered() {
    deliver("p", mp4("a.mp4"));

    assertThat(Written.by(ledger, folder).page())
        .contains("1 submitted, 1 generated, 1 delivered")
        .contains("<path class=\"line delivered\" d=\"M0 100H0V0H1000\"/>");
  }

  @Test
  void groupsTroublesByWhatToDoAndListsTheFirst() {
    List<PlannedRow> rows =
        IntStream.range(0, 120).mapToObj(n -> row(n + 2, shot("s" + n, 1, "p"))).toList();
    ledger.plan(rows);
    rows.forEach(
        row ->
            ledger.ledger.refused(
                ledger.intended(ledger.task(row.shot().id())), Cause.because("no")));

    assertThat(Written.by(ledger, folder).page())
        .containsOnlyOnce("<details class=\"failed\" name=\"remedy\">")
        .contains("<b>120</b> rows to correct")
        .contains("100 more tasks: see <a href=\"results.csv\">");
  }

  @Test
  void saysWhereNothingWasReallyPaid() {
    deliver("p", mp4("a.mp4"));
    assertThat(Written.by(ledger, folder).page()).doesNotContain("Simulated");

    ledger.jdbc.sql("update attempt set provider_type = 'simulator'").update();

    assertThat(Written.by(ledger, folder).page())
        .contains("Simulated: nothing was paid")
        .contains("<b>$0.50</b> spent (simulated)</li>");
  }

  @Test
  void countsEveryStateByItselfAsTheTerminalDoes() {
    ledger.plan(
        List.of(row(2, shot("a", 1, "p")), row(3, shot("b", 1, "p")), row(4, shot("c", 1, "p"))));
    ledger.ledger.failed(ledger.submitted(ledger.task("a")), null, false, Cause.because("no"));
    ledger.ledger.cancelled(ledger.submitted(ledger.task("b")), null, Cause.because("no"));

    assertThat(Written.by(ledger, folder).page())
        .contains("<b>0 of 3</b> delivered</li>")
        .contains("<b>1</b> failed</li>")
        .contains("<b>1</b> cancelled</li>")
        .contains("<b>1</b> not sent</li>")
        .contains("aria-label=\"0 delivered, 1 failed, 1 cancelled, 1 not sent\"")
        .contains("<dt>No clip</dt><dd>2</dd><dd class=\"note\">1 failed, 1 cancelled</dd>");
  }

  @Test
  void knowsWhatAllAttemptsOfATaskMayHaveCost() {
    ledger.plan(
        List.of(
            row(2, shot("again", 1, "p")),
            row(3, shot("doubt", 1, "p")),
            row(4, shot("never", 1, "p")),
            new PlannedRow(5, "cometapi", "d", new TreeMap<>(), shot("unpriced", 1, "p"), null)));
    ledger.ledger.doubted(ledger.intended(ledger.task("again")), Cause.because("no answer"));
    ledger.ledger.planAgain(ledger.task("again"), Cause.because("sent again"));
    ledger.delivered(ledger.task("again"), mp4("a.mp4"));
    ledger.ledger.doubted(ledger.intended(ledger.task("doubt")), Cause.because("no answer"));
    ledger.submitted(ledger.task("unpriced"));

    assertThat(Written.by(ledger, folder).cards())
        .extracting(card -> card.path("paid").toString())
        .containsExactly(
            "{\"usd\":0.5,\"perhaps\":0.25}", "{\"perhaps\":0.25}", "", "{\"unknown\":1}");
  }

  @Test
  void drawsEveryTaskIntoTheBar() {
    ledger.plan(
        List.of(row(2, shot("a", 1, "p")), row(3, shot("b", 1, "p")), row(4, shot("c", 1, "p"))));
    ledger.delivered(ledger.task("a"), mp4("a.mp4"));

    assertThat(Written.by(ledger, folder).page())
        .contains("aria-label=\"1 delivered, 2 not sent\"")
        .contains("<rect class=\"delivered\" x=\"0\" width=\"333\"")
        .contains("<rect class=\"waiting\" x=\"333\" width=\"667\"")
        .contains("1 of 3");
  }
}
