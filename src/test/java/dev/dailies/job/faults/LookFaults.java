package dev.dailies.job.faults;

import static dev.dailies.job.faults.Fate.CANCELLED;
import static dev.dailies.job.faults.Fate.FAILED;
import static dev.dailies.job.faults.Fate.PARKED;
import static dev.dailies.job.faults.Fate.PASSES;
import static dev.dailies.job.faults.Fate.UNDELIVERED;
import static dev.dailies.job.faults.Fate.UNSEEN;
import static dev.dailies.job.faults.Misbehaviour.error;
import static dev.dailies.job.faults.Misbehaviour.redirect;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a look may say of a task that is well-formed, and yet no good news. */
final class LookFaults {

  private LookFaults() {}

  static Stream<Fault> all() {
    return Stream.of(words(), outputs(), ends(), doors()).flatMap(faults -> faults);
  }

  private static Stream<Fault> words() {
    return Stream.of(
        says("never ends", "RUNNING", "").poll(PARKED),
        says("unknown status", "PONDERING {key}", "").poll(PARKED),
        says("lower-case status", "running", "").poll(PARKED),
        Fault.of("missing status", Misbehaviour.json("{\"id\":\"{ticket}\"}")).poll(PARKED),
        says("progress of 1700 %", "RUNNING", ",\"progress\":17").poll(PARKED),
        says("progress of -3", "RUNNING", ",\"progress\":-3").poll(PARKED),
        says("progress in words", "RUNNING", ",\"progress\":\"{key}\"").poll(PARKED),
        says("lower-case success", "succeeded", ",\"output\":[\"{link}\"]").poll(PASSES));
  }

  private static Stream<Fault> outputs() {
    return Stream.of(
        finished("no outputs", "").poll(UNDELIVERED),
        finished("file: output", "\"file:///etc/passwd\"").poll(UNDELIVERED),
        finished("output at a metadata service", "\"http://169.254.169.254/latest/meta-data\"")
            .poll(UNDELIVERED),
        finished("the same by IPv6", "\"http://[::ffff:a9fe:a9fe]/latest\"").poll(UNDELIVERED),
        finished("the same as a number", "\"http://2852039166/latest\"").poll(UNDELIVERED),
        finished("data: output", "\"data:video/mp4;base64,AAAA\"").poll(UNDELIVERED),
        finished("javascript: output", "\"javascript:alert(1)\"").poll(UNDELIVERED),
        finished("output of wrong types", "7,null,{\"no\":\"link\"},[true]").poll(UNDELIVERED),
        finished("output in objects", "{\"url\":\"{link}\"},[\"{link}\"]").poll(PASSES),
        wrapped(
            "wrapped thrice",
            "{'data':{'data':{'data':{'task_id':'{ticket}','state':'succeeded','video_url':'{link}'}}}}"),
        wrapped(
            "in the metadata",
            "{'id':'{ticket}','status':'completed','metadata':{'url':'{link}'}}"),
        wrapped(
            "not a number",
            "{'id':'{ticket}','status':'SUCCEEDED','is_changed':[NaN,-Infinity],'output':['{link}']}"),
        finished("the same output thrice", "\"{link}\",\"{link}\",\"{link}\"").poll(PASSES),
        finished("60 outputs", links(60)).poll(PASSES));
  }

  private static Fault wrapped(String name, String json) {
    return Fault.of(name, Misbehaviour.json(json.replace('\'', '"')))
        .poll(PASSES)
        .with("deadline", "30s");
  }

  private static String links(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> "\"{link}&n=" + n + "\"")
        .collect(Collectors.joining(","));
  }

  /** One look is refused by whoever stands in between; the next one is let in again. */
  private static Stream<Fault> doors() {
    String challenge = "<!DOCTYPE html><html><title>Just a moment...</title>{key}</html>";
    return Stream.concat(
        Stream.of(
                Fault.of("one redirect", redirect(302, "{base}/login").once()),
                Fault.of("one 401", error(401, "invalid_api_key").once()),
                Fault.of("one 402", error(402, "pay_first").once()),
                Fault.of("one 403", error(403, "forbidden").once()),
                Fault.of("one 403 page", page(403, challenge).once()),
                Fault.of("two 401 pages", page(401, challenge).upTo(2)),
                Fault.of("two 404 pages", page(404, challenge).upTo(2)),
                Fault.of("a proxy that is down once", page(502, challenge).once()))
            .map(fault -> fault.poll(PASSES).with("deadline", "60s")),
        Stream.of(
            Fault.of("401 pages", page(401, challenge)).poll(UNSEEN),
            Fault.of("403 pages", page(403, challenge)).poll(UNSEEN),
            Fault.of("404 pages", page(404, challenge)).poll(UNSEEN)));
  }

  private static Misbehaviour page(int status, String html) {
    return line -> line.answer(status, "text/html", line.filled(html).getBytes(UTF_8));
  }

  private static Stream<Fault> ends() {
    return Stream.of(
        Fault.of(
                "another task's end",
                Misbehaviour.json(
                    "{\"id\":\"another\",\"status\":\"SUCCEEDED\",\"output\":[\"{link}\"]}"))
            .poll(UNSEEN),
        Fault.of(
                "another task's failure",
                Misbehaviour.json("{\"data\":{\"task_id\":\"another\",\"status\":\"FAILURE\"}}"))
            .poll(UNSEEN),
        Fault.of(
                "an error about the look",
                Misbehaviour.json("{\"status\":\"error\",\"message\":\"locked, {key}\"}"))
            .poll(UNSEEN),
        failed("FAILED for safety", ",\"failureCode\":\"SAFETY.INPUT.TEXT\"").poll(FAILED),
        failed("FAILED inside", ",\"failureCode\":\"INTERNAL.BAD_OUTPUT.CODE01\"").poll(FAILED),
        failed("FAILED without a code", "").poll(FAILED),
        says("CANCELLED", "CANCELLED", "").poll(CANCELLED));
  }

  private static Fault failed(String name, String code) {
    return says(name, "FAILED", code + ",\"failure\":\"no luck, {key}\"");
  }

  private static Fault finished(String name, String outputs) {
    return says(name, "SUCCEEDED", ",\"output\":[" + outputs + "]").with("deadline", "30s");
  }

  private static Fault says(String name, String status, String more) {
    String json = "{\"id\":\"{ticket}\",\"status\":\"" + status + "\"" + more + "}";
    return Fault.of(name, Misbehaviour.json(json));
  }
}
