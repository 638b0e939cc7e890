package dev.dailies.report;

import static dev.dailies.report.FilledLedger.mp4;
import static dev.dailies.report.FilledLedger.row;
import static dev.dailies.report.FilledLedger.shot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.PlannedRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void rendersHostilePromptsInert() {
    deliver(
        "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{facts.job}}", mp4("a.mp4"));
    String page = Written.by(ledger, folder).page();

    assertThat(page).doesNotContain("<script").doesNotContain("<img");
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src");
    assertThat(page).contains("{{facts.job}}");
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
  void playsTheClipsBesideIt() {
    deliver("p", mp4("shot-001~2 #1.mp4"));

    assertThat(Written.by(ledger, folder).page())
        .contains("<video src=\"shot-001%7E2%20%231.mp4#t=0.001\" width=\"1280\" height=\"768\"")
        .contains("preload=\"metadata\" controls loop muted playsinline");
  }

  @Test
  void showsStillsAsPicturesAndTheRestAsLinks() {
    deliver(
        "p",
        new DeliveredFile("a.png", 1, "00", "image/png"),
        new DeliveredFile("a.wav", 1, "00", "audio/wav"),
        new DeliveredFile("a.zip", 1, "00", "application/zip"));

    assertThat(Written.by(ledger, folder).page())
        .contains("<img src=\"a.png\"")
        .contains("<audio src=\"a.wav\"")
        .contains("<a class=\"file\" href=\"a.zip\">a.zip</a>")
        .doesNotContain("<video");
  }

  @Test
  void allowsItsOwnStyleAndNothingElse() throws Exception {
    String page = Written.by(ledger, folder).page();

    Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(page);
    assertThat(style.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains("default-src 'none'")
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
        .doesNotContain("style=")
        .doesNotContain("unsafe-inline");
  }

  @Test
  void needsNoNetwork() {
    deliver("see https://example.org/x?y", mp4("a.mp4"));

    assertThat(Written.by(ledger, folder).page())
        .doesNotContainPattern("(src|href|url\\()=?\"?(https?:)?//")
        .doesNotContain("@import");
  }

  @Test
  void saysWhatToDoAboutADoubt() {
    ledger.plan(List.of(row(2, shot("shot-001", 2, "p"))));
    ledger.ledger.doubted(ledger.intended(ledger.task("shot-001@2")), Cause.because("no answer"));

    assertThat(Written.by(ledger, folder).page())
        .contains("no answer")
        .contains("sent 12 Mar, 22:41:07 CET")
        .contains(
            "java -jar dailies.jar resolve &#39;jobs/to night.yaml&#39; shot-001@2 --resubmit");
  }

  @Test
  void keepsClipsOfEarlierManifestsApart() {
    deliver("old", mp4("old.mp4"));
    ledger.plan(List.of(row(2, shot("other", 1, "new"))));
    ledger.delivered(ledger.task("other"), mp4("new.mp4"));

    String page = Written.by(ledger, folder).page();

    assertThat(page.indexOf("new.mp4")).isPositive().isLessThan(page.indexOf("Kept from earlier"));
    assertThat(page.indexOf("old.mp4")).isGreaterThan(page.indexOf("Kept from earlier"));
  }

  @Test
  void foldsAwayAllButTheFirstTroubles() {
    List<PlannedRow> rows =
        IntStream.range(0, 120).mapToObj(n -> row(n + 2, shot("s" + n, 1, "p"))).toList();
    ledger.plan(rows);
    rows.forEach(
        row ->
            ledger.ledger.refused(
                ledger.intended(ledger.task(row.shot().id())), Cause.because("no")));

    assertThat(Written.by(ledger, folder).page())
        .contains("<summary>94 more</summary>")
        .contains("20 beyond these: see <a href=\"results.csv\">");
  }

  @Test
  void drawsEveryTaskIntoTheBar() {
    ledger.plan(
        List.of(row(2, shot("a", 1, "p")), row(3, shot("b", 1, "p")), row(4, shot("c", 1, "p"))));
    ledger.delivered(ledger.task("a"), mp4("a.mp4"));

    assertThat(Written.by(ledger, folder).page())
        .contains("aria-label=\"1 delivered, 0 failed, 0 in doubt, 2 waiting\"")
        .contains("<rect class=\"delivered\" x=\"0\" width=\"333\"")
        .contains("<rect class=\"waiting\" x=\"333\" width=\"667\"")
        .contains("1 of 3");
  }
}
