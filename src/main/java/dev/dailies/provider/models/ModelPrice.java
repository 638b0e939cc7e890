package dev.dailies.provider.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.dailies.provider.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs.
 *
 * @param amount in dollars, or in the provider's credits
 * @param currency of the amount
 * @param per what it is for
 * @param source where that stands
 * @param checked when it was last compared with the source; null if nobody has said
 */
record ModelPrice(
    BigDecimal amount,
    Currency currency,
    Unit per,
    @Nullable String source,
    @Nullable LocalDate checked) {

  private static final Pattern TEXT =
      Pattern.compile("\\$?\\s*(\\d+(?:\\.\\d+)?)\\s*(?:USD)?\\s*(?:/\\s*(task|s|second|image))?");

  enum Currency {
    USD,
    CREDITS
  }

  enum Unit {
    TASK,
    /** Of the clip. */
    SECOND,
    /** A task makes one. */
    IMAGE
  }

  /**
   * Reads {@code 0.32} for each task, {@code 0.05/s} for each second of the clip, and {@code
   * 0.08/image}: dollars.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static ModelPrice of(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no price; write 0.32 for a task, 0.05/s for a second".formatted(text));
    }
    String unit = matcher.group(2);
    Unit per =
        unit == null || unit.equals("task")
            ? Unit.TASK
            : unit.equals("image") ? Unit.IMAGE : Unit.SECOND;
    return new ModelPrice(new BigDecimal(matcher.group(1)), Currency.USD, per, null, null);
  }

  /** Reads a number or a text, as above, or an object that also says source and date. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ModelPrice read(Object written) {
    return written instanceof Map<?, ?> whole ? of(whole) : of(String.valueOf(written));
  }

  private static ModelPrice of(Map<?, ?> whole) {
    Object credits = whole.get("credits");
    Object amount = credits == null ? whole.get("usd") : credits;
    if (amount == null) {
      throw new IllegalArgumentException("a price says usd or credits, as in {\"usd\": 0.32}");
    }
    Object per = whole.get("per");
    return new ModelPrice(
        new BigDecimal(String.valueOf(amount)),
        credits == null ? Currency.USD : Currency.CREDITS,
        per == null ? Unit.TASK : Unit.valueOf(String.valueOf(per).toUpperCase(Locale.ROOT)),
        text(whole.get("source")),
        date(whole.get("checked")));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable LocalDate date(@Nullable Object value) {
    try {
      return value == null ? null : LocalDate.parse(value.toString());
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException(
          "'%s' is no date, as in 2026-11-20".formatted(value), wrong);
    }
  }

  /** With at least two decimals, and no more than it needs. */
  private static BigDecimal inCents(BigDecimal usd) {
    BigDecimal stripped = usd.stripTrailingZeros();
    return stripped.setScale(Math.max(2, stripped.scale()));
  }

  /**
   * The price of one task.
   *
   * @param seconds of the clip; null if that is not known
   * @param usdPerCredit what the provider's credit costs; null if it has none
   * @return null if it cannot be known
   */
  @Nullable Price of(@Nullable Integer seconds, @Nullable BigDecimal usdPerCredit) {
    BigDecimal each = currency == Currency.USD ? BigDecimal.ONE : usdPerCredit;
    BigDecimal units =
        per != Unit.SECOND ? BigDecimal.ONE : seconds == null ? null : BigDecimal.valueOf(seconds);
    return each == null || units == null
        ? null
        : new Price(inCents(amount.multiply(each).multiply(units)));
  }
}
