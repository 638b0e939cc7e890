package dev.dailies.report.money;

import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.Charge;
import dev.dailies.text.CsvText;
import dev.dailies.text.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** {@code money.csv}: a line for every attempt, for whoever keeps the books. */
public final class MoneyTable implements Consumer<Charge> {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private final CSVPrinter printer;
  private final ZoneId zone;

  /**
   * Writes the header.
   *
   * @param zone in which days begin
   */
  public MoneyTable(Writer writer, ZoneId zone) throws IOException {
    this.printer = CsvText.printer(writer, FORMAT);
    this.zone = zone;
    printer.printRecord(
        "day",
        "sent_at",
        "task",
        "attempt",
        "provider",
        "model",
        "state",
        "expected_usd",
        "charged_usd",
        "spent_usd",
        "ticket");
  }

  @Override
  public void accept(Charge charge) {
    try {
      printer.printRecord(
          Stream.of(
                  charge.sentAt().atZone(zone).toLocalDate().toString(),
                  charge.sentAt().toString(),
                  charge.task(),
                  Integer.toString(charge.number()),
                  charge.provider(),
                  text(charge.model()),
                  charge.outcome().name(),
                  usd(charge.expected()),
                  usd(charge.charged()),
                  usd(charge.spent()),
                  PlainText.withoutSecrets(text(charge.ticket())))
              .map(CsvText::inert)
              .toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static String usd(@Nullable BigDecimal amount) {
    return amount == null ? "" : Amounts.plain(amount).toPlainString();
  }
}
