package dev.dailies.report;

import static dev.dailies.report.FilledLedger.mp4;
import static dev.dailies.report.FilledLedger.shot;

import dev.dailies.ledger.Cause;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.budget.Cap;
import dev.dailies.ledger.budget.Cap.Measure;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.ledger.budget.Window;
import dev.dailies.provider.Price;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A night whose money has come to all that money can come to: clips of two models, a failure that
 * was charged, one that was sent again, a doubt, a doubt that somebody has settled, a price that
 * nobody knows.
 */
public final class MoneyNight {

  public static final List<CapUse> CAPS =
      List.of(
          use(null, Window.DAY, Measure.USD, "3", "2.60", "2026-03-13T23:00:00Z", true),
          use("runway", Window.MONTH, Measure.USD, "400", "12.5", "2026-03-31T22:00:00Z", false),
          use(null, Window.RUN, Measure.TASKS, "100", "9", null, false));

  private MoneyNight() {}

  /** Writes the reports, and returns the page. */
  public static Path written(Path folder, boolean isSimulated) {
    try (FilledLedger ledger = new FilledLedger()) {
      fill(ledger);
      if (isSimulated) {
        ledger.jdbc.sql("update attempt set provider_type = 'simulator'").update();
      }
      Written.by(ledger, folder, Written.FACTS.verdict(), CAPS);
    }
    return folder.resolve("report.html");
  }

  static void fill(FilledLedger ledger) {
    ledger.plan(
        List.of(
            row("clip", "0.25"),
            row("other", "0.25"),
            row("third", "0.25"),
            row("again", "0.25"),
            row("failed", "0.25"),
            row("doubt", "0.25"),
            row("given-up", "0.25"),
            row("unpriced", null),
            row("refused", "0.25")));
    for (String name : List.of("clip", "other", "third")) {
      ledger.delivered(ledger.task(name), mp4(name + ".mp4"));
    }
    Task again = ledger.submitted(ledger.task("again"));
    ledger.ledger.failed(again, Price.usd("0.125"), true, because("busy"));
    change(ledger, "again", "ticket = ?", "first");
    ledger.ledger.planAgain(ledger.task("again"), because("sent again"));
    ledger.delivered(ledger.task("again"), mp4("again.mp4"));
    ledger.ledger.failed(
        ledger.submitted(ledger.task("failed")), Price.usd("0.1"), false, because("moderated"));
    ledger.ledger.doubted(ledger.intended(ledger.task("doubt")), because("no answer"));
    Task settled =
        ledger.ledger.doubted(ledger.intended(ledger.task("given-up")), because("no answer"));
    ledger.ledger.cancelled(settled, null, because("given up"));
    ledger.submitted(ledger.task("unpriced"));
    ledger.ledger.refused(ledger.intended(ledger.task("refused")), because("no"));
    change(ledger, "clip", "provider = ?", "runway");
    change(ledger, "clip", "model = ?", "gen4_turbo");
    change(ledger, "other", "intended_at = ?", OffsetDateTime.parse("2026-03-11T20:00:00Z"));
  }

  private static void change(FilledLedger ledger, String task, String column, Object value) {
    ledger
        .jdbc
        .sql("update attempt set " + column + " where task_id = ?")
        .params(value, ledger.task(task).id())
        .update();
  }

  private static PlannedRow row(String id, @Nullable String price) {
    return new PlannedRow(
        2,
        "cometapi",
        id,
        new TreeMap<>(Map.of("id", id, "prompt", "p")),
        shot(id, 1, "p"),
        price == null ? null : Price.usd(price));
  }

  private static Cause because(String reason) {
    return Cause.because(reason);
  }

  private static CapUse use(
      @Nullable String provider,
      Window window,
      Measure measure,
      String most,
      String used,
      @Nullable String next,
      boolean isHigh) {
    return new CapUse(
        new Cap(provider, window, measure, new BigDecimal(most)),
        new BigDecimal(used),
        0,
        next == null ? null : Instant.parse(next),
        isHigh);
  }
}
