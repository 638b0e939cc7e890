package dev.dailies.simulator.runway;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/**
 * The days that somebody asks about, in UTC. By default they begin 30 days ago, and end 30 days
 * after their beginning: without today.
 *
 * @param before the day after the last one
 */
record UsagePeriod(LocalDate start, LocalDate before) {

  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 90;

  static UsagePeriod asked(JsonNode body, LocalDate today, Issues issues) {
    LocalDate start = date(body, "startDate", today.minusDays(USUAL_DAYS), issues);
    LocalDate before = date(body, "beforeDate", start.plusDays(USUAL_DAYS), issues);
    if (before.isAfter(start.plusDays(MOST_DAYS))) {
      issues.add("too_big", "beforeDate", "Must be 90 days after the start date or earlier");
    }
    return new UsagePeriod(start, before);
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(before);
  }

  private static LocalDate date(JsonNode body, String name, LocalDate usual, Issues issues) {
    if (body.path(name).isMissingNode()) {
      return usual;
    }
    try {
      return LocalDate.parse(body.path(name).asString(""));
    } catch (DateTimeParseException wrong) {
      issues.add("invalid_format", name, "Must be a date as in 2026-11-20");
      return usual;
    }
  }
}
