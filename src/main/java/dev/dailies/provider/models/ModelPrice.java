package dev.dailies.provider.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.dailies.provider.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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
 * @param except what else it is where something is asked for; the first that holds counts
 * @param source where that stands
 * @param checked when it was last compared with the source; null if nobody has said
 */
record ModelPrice(
    BigDecimal amount,
    Currency currency,
    Unit per,
    List<PriceException> except,
    @Nullable String source,
    @Nullable LocalDate checked) {

  /** How many images Runway makes in one task. */
  private static final String IMAGES = "outputCount";

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
    /** A task makes one, unless an option says otherwise. */
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
    return new ModelPrice(
        new BigDecimal(matcher.group(1)), Currency.USD, per, List.of(), null, null);
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
        exceptions(whole.get("except"), credits == null ? "usd" : "credits"),
        text(whole.get("source")),
        date(whole.get("checked")));
  }

  private static List<PriceException> exceptions(@Nullable Object written, String currency) {
    List<PriceException> except = new ArrayList<>();
    if (written instanceof List<?> several) {
      several.forEach(one -> except.add(PriceException.read((Map<?, ?>) one, currency)));
    }
    return List.copyOf(except);
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
   * @param sent what is sent for it, by the names of columns and options
   * @param usdPerCredit what the provider's credit costs; null if it has none
   * @return null if it cannot be known
   */
  @Nullable Price of(Map<String, Object> sent, @Nullable BigDecimal usdPerCredit) {
    BigDecimal each = currency == Currency.USD ? BigDecimal.ONE : usdPerCredit;
    BigDecimal units = units(sent);
    return each == null || units == null
        ? null
        : new Price(inCents(amount(sent).multiply(each).multiply(units)));
  }

  private BigDecimal amount(Map<String, Object> sent) {
    return except.stream()
        .filter(exception -> exception.holds(sent))
        .findFirst()
        .map(PriceException::amount)
        .orElse(amount);
  }

  /** Null if it is not known. */
  private @Nullable BigDecimal units(Map<String, Object> sent) {
    return switch (per) {
      case TASK -> BigDecimal.ONE;
      case SECOND -> number(sent.get("duration"));
      case IMAGE -> sent.containsKey(IMAGES) ? number(sent.get(IMAGES)) : BigDecimal.ONE;
    };
  }

  /** Null for what is no number, and for what would make a paid task free. */
  private static @Nullable BigDecimal number(@Nullable Object value) {
    BigDecimal number =
        value instanceof Number read ? new BigDecimal(read.toString()) : BigDecimal.ZERO;
    return number.signum() > 0 ? number : null;
  }
}
