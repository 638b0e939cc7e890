package dev.dailies.job.faults;

import static dev.dailies.job.faults.Fate.DOUBTED;
import static dev.dailies.job.faults.Fate.PASSES;
import static dev.dailies.job.faults.Fate.UNDELIVERED;
import static dev.dailies.job.faults.Fate.UNSEEN;
import static dev.dailies.job.faults.Misbehaviour.json;
import static dev.dailies.job.faults.Misbehaviour.raw;
import static dev.dailies.job.faults.Misbehaviour.taking;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Complete answers with a 200 whose body is not what it should be. */
final class BodyFaults {

  private static final int MIB = 1024 * 1024;

  private BodyFaults() {}

  static Stream<Fault> all() {
    return Stream.of(bodies(), ids()).flatMap(faults -> faults);
  }

  private static Stream<Fault> bodies() {
    return Stream.of(
        unreadable(
            "the key in every guise",
            page("<p>{key} {key64} {keyUrl} {keyJson}</p>{\"id\":\"{keyJson}\"}")),
        unreadable("HTML", page("<html><body>Welcome, {key}</body></html>")),
        unreadable("null", json("null")),
        unreadable("[]", json("[]")),
        unreadable("a JSON string", json("\"{key}\"")),
        unreadable("cut JSON", json("{\"id\":\"{keyJson}")),
        unreadable("deep JSON", json("{\"id\":".repeat(100_000))),
        unreadable("wrong types", json("{\"id\":{\"{keyJson}\":[1]},\"data\":true,\"output\":7}")),
        unreadable("64 MiB", BodyFaults::much),
        unreadable("gzip bomb", BodyFaults::bomb),
        unreadable(
            "too short a length",
            raw("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n{\"id\":\"x\"}")),
        Fault.of("empty", json("")).create(DOUBTED).poll(UNSEEN),
        Fault.of("204", raw("HTTP/1.1 204 No Content\r\n\r\n")).create(DOUBTED).poll(UNSEEN));
  }

  private static Fault unreadable(String name, Misbehaviour misdeed) {
    return Fault.of(name, misdeed).create(DOUBTED).poll(UNSEEN).file(UNDELIVERED);
  }

  static Misbehaviour page(String html) {
    return line -> line.answer(200, "text/html", line.filled(html).getBytes(UTF_8));
  }

  /** Begins like an answer that is fine. */
  private static void much(FaultRequest line) throws IOException {
    line.send(
        "HTTP/1.1 200 OK\r\nContent-Length: " + 64 * MIB + "\r\n\r\n{\"id\":\"x\",\"more\":\"");
    byte[] more = "x".repeat(MIB).getBytes(UTF_8);
    for (int sent = 0; sent < 64; sent++) {
      line.send(more);
    }
    line.hangUp();
  }

  private static void bomb(FaultRequest line) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"id\":\"x\",\"more\":\"".getBytes(UTF_8));
      gzip.write(new byte[20 * MIB]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    line.answer(200, "application/json", packed.toByteArray(), "Content-Encoding: gzip");
  }

  /** A ticket that can be asked for is asked for, whatever it holds: it is never a path. */
  private static Stream<Fault> ids() {
    return Stream.of(
        Fault.of("no id", json("{\"status\":\"PENDING\",\"of\":\"{key}\"}")).create(DOUBTED),
        Fault.of("null as id", json("{\"id\":null}")).create(DOUBTED),
        Fault.of("true as id", json("{\"id\":true}")).create(DOUBTED),
        Fault.of("blank id", json("{\"id\":\" \"}")).create(DOUBTED),
        Fault.of("id of 100 kB", json(id("x".repeat(100_000)))).create(DOUBTED),
        Fault.of("id ..", json(id(".."))).create(DOUBTED),
        Fault.of("id with CR LF", json(id("a\\r\\nX-Evil: 1"))).create(DOUBTED),
        Fault.of("id and error", json("{\"id\":\"x\",\"error\":{\"message\":\"{key}\"}}"))
            .create(DOUBTED),
        Fault.of("number as id", taking("{\"id\":12345}")).create(PASSES),
        Fault.of("id with /", taking(id("../../etc/passwd"))).create(PASSES),
        Fault.of("id like a URL", taking(id("http://elsewhere.invalid/?a=b#c%00"))).create(PASSES),
        Fault.of("two answers at once", BodyFaults::two).create(PASSES),
        Fault.of("an error after the id", taking(id("x") + "{\"code\":\"insert_task_failed\"}"))
            .create(PASSES));
  }

  /** The second one must not be taken for the answer to the next request. */
  private static void two(FaultRequest line) throws IOException {
    line.take();
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";
    String failed = "{\"id\":\"x\",\"status\":\"FAILED\"}";
    line.send(head + "10\r\n\r\n" + id("x") + head + failed.length() + "\r\n\r\n" + failed);
  }

  private static String id(String id) {
    return "{\"id\":\"" + id + "\"}";
  }
}
