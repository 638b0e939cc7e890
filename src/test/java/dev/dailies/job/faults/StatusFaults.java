package dev.dailies.job.faults;

import static dev.dailies.job.faults.Fate.ACCOUNT_REFUSED;
import static dev.dailies.job.faults.Fate.DOUBTED;
import static dev.dailies.job.faults.Fate.FETCHED_LATER;
import static dev.dailies.job.faults.Fate.KEY_REFUSED;
import static dev.dailies.job.faults.Fate.LOOKS_NEED_A_KEY;
import static dev.dailies.job.faults.Fate.LOOKS_REFUSED;
import static dev.dailies.job.faults.Fate.LOST;
import static dev.dailies.job.faults.Fate.MISDIRECTED;
import static dev.dailies.job.faults.Fate.PASSES;
import static dev.dailies.job.faults.Fate.REJECTED;
import static dev.dailies.job.faults.Fate.SENT_LATER;
import static dev.dailies.job.faults.Fate.UNDELIVERED;
import static dev.dailies.job.faults.Fate.UNSEEN;
import static dev.dailies.job.faults.Misbehaviour.error;
import static dev.dailies.job.faults.Misbehaviour.redirect;
import static dev.dailies.job.faults.Misbehaviour.status;

import dev.dailies.job.StubbedApi;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Complete answers that say no, in every known way. */
final class StatusFaults {

  private static final String NOT_EXIST =
      "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}";

  private StatusFaults() {}

  static Stream<Fault> all() {
    return Stream.of(limits(), storms(), refusals(), insideA200(), redirects(), unknownTasks())
        .flatMap(faults -> faults);
  }

  private static Stream<Fault> limits() {
    return Stream.of(
        passing("429, 1 s", "Retry-After: 1"),
        passing("429, 1 s as a date", "Date: " + date(0), "Retry-After: " + date(1)),
        passing("429, a date gone by", "Date: " + date(0), "Retry-After: " + date(-31_000_000)),
        passing("429, no header"),
        passing("429, negative", "Retry-After: -5"),
        passing("429, garbage", "Retry-After: soon, {key}"),
        limit("429, huge", "Retry-After: 99999999999999999999"),
        limit("429, a year as a date", "Date: " + date(0), "Retry-After: " + date(31_000_000)),
        limit("429 without end").with("give-up-after", "300ms"),
        Fault.of("429, a daily quota", error(429, "daily quota reached"))
            .create(SENT_LATER)
            .poll(UNSEEN)
            .with("give-up-after", "300ms"));
  }

  private static Fault passing(String name, String... headers) {
    return Fault.of(name, error(429, "slow_down", headers).once())
        .create(PASSES)
        .poll(PASSES)
        .file(PASSES)
        .with("give-up-after", "30s")
        .with("deadline", "30s");
  }

  private static Fault limit(String name, String... headers) {
    return Fault.of(name, error(429, "slow_down", headers))
        .create(SENT_LATER)
        .poll(UNSEEN)
        .file(FETCHED_LATER)
        .with("give-up-after", "20s");
  }

  private static String date(int seconds) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds));
  }

  private static Stream<Fault> storms() {
    return IntStream.of(408, 409, 425, 500, 502, 503, 504, 524, 529)
        .mapToObj(status -> Fault.of(status + " storm", error(status, "boom")))
        .map(fault -> fault.create(DOUBTED).poll(UNSEEN))
        .map(fault -> fault.name().startsWith("409") ? fault : fault.file(FETCHED_LATER));
  }

  private static Stream<Fault> refusals() {
    return Stream.concat(
        IntStream.of(400, 413, 422)
            .mapToObj(status -> Fault.of(status + "", error(status, "not_like_this")))
            .map(fault -> fault.create(REJECTED).poll(UNSEEN).file(UNDELIVERED)),
        Stream.of(
            Fault.of("401", error(401, "invalid_api_key"))
                .create(KEY_REFUSED)
                .poll(LOOKS_NEED_A_KEY)
                .file(UNDELIVERED),
            Fault.of("402", error(402, "pay_first"))
                .create(ACCOUNT_REFUSED)
                .poll(LOOKS_REFUSED)
                .file(UNDELIVERED),
            Fault.of("403", error(403, "forbidden"))
                .create(KEY_REFUSED)
                .poll(LOOKS_NEED_A_KEY)
                .file(UNDELIVERED),
            Fault.of("403 without credits", error(403, "quota_not_enough"))
                .create(ACCOUNT_REFUSED)
                .poll(LOOKS_REFUSED),
            Fault.of("400 without credits", error(400, "You do not have enough credits"))
                .create(ACCOUNT_REFUSED),
            Fault.of("200 without credits", status(200, "{\"code\":403,\"msg\":\"余额不足\"}"))
                .create(ACCOUNT_REFUSED)
                .poll(LOOKS_REFUSED),
            Fault.of("404 of a route", error(404, "Invalid URL"))
                .create(ACCOUNT_REFUSED)
                .poll(UNSEEN)
                .file(UNDELIVERED),
            Fault.of("410", error(410, "gone")).file(UNDELIVERED),
            Fault.of("expired once", error(403, "expired").once()).file(PASSES),
            Fault.of("414", error(414, "too_long")).create(REJECTED).poll(UNSEEN),
            Fault.of("415", error(415, "not_this_type")).create(REJECTED).poll(UNSEEN),
            Fault.of("503 without a service", error(503, "无可用渠道")).create(SENT_LATER).poll(UNSEEN),
            Fault.of("503 model_not_found", error(503, "model_not_found")).create(ACCOUNT_REFUSED),
            Fault.of("500 invalid_request", error(500, "invalid_request")).create(REJECTED)));
  }

  /** The task may have been made before the error: only what is listed proves otherwise. */
  private static Stream<Fault> insideA200() {
    return Stream.of(
            "{'code':408,'msg':'upstream request timeout'}",
            "{'code':'408','msg':'timeout','data':'r-17'}",
            "{'code':-1,'msg':'系统异常'}",
            "{'code':500,'msg':'上游请求超时','data':null}",
            "{'error':{'error':{'code':400,'message':'{key}'}}}",
            "{'success':false,'message':'x'}")
        .map(json -> Fault.of("200 " + json, status(200, json.replace('\'', '"'))))
        .map(fault -> fault.create(DOUBTED).poll(UNSEEN));
  }

  private static Stream<Fault> redirects() {
    return Stream.of(
            Fault.of("301 loop", redirect(301, "{base}" + StubbedApi.CREATE)),
            Fault.of("302 to link-local", redirect(302, "http://169.254.169.254/latest/meta-data")),
            Fault.of("303 to a file", redirect(303, "file:///etc/passwd")),
            Fault.of("307 to another host", redirect(307, "https://elsewhere.invalid/{key}")),
            Fault.of("308 to another path", redirect(308, "{base}/elsewhere")))
        .map(fault -> fault.create(MISDIRECTED).poll(LOOKS_REFUSED));
  }

  private static Stream<Fault> unknownTasks() {
    return Stream.of(
        notExist("400 task_not_exist", status(400, NOT_EXIST)),
        notExist("404 task_not_exist", status(404, NOT_EXIST)),
        notExist("200 task_not_exist", status(200, NOT_EXIST)),
        Fault.of("task_not_exist at first", status(400, NOT_EXIST).upTo(3))
            .poll(PASSES)
            .with("deadline", "30s"),
        Fault.of("forgets everything", forgets())
            .poll(LOST)
            .with("grace", "300ms")
            .with("deadline", "30s"));
  }

  private static Fault notExist(String name, Misbehaviour misdeed) {
    return Fault.of(name, misdeed)
        .create(DOUBTED)
        .poll(LOST)
        .with("grace", "300ms")
        .with("deadline", "30s");
  }

  private static Misbehaviour forgets() {
    return line -> {
      Misbehaviour seen = Misbehaviour.json("{\"id\":\"{ticket}\",\"status\":\"RUNNING\"}");
      (line.nth() == 1 ? seen : status(400, NOT_EXIST)).answer(line);
    };
  }
}
