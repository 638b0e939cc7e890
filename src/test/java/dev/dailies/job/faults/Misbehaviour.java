package dev.dailies.job.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.stream.Stream;

/** One way to answer a request that no provider should have. */
interface Misbehaviour {

  void answer(FaultRequest line) throws IOException;

  /** Misbehaves the first time only. */
  default Misbehaviour once() {
    return upTo(1);
  }

  /** Misbehaves so many times, and is sane from then on. */
  default Misbehaviour upTo(int times) {
    return line -> {
      if (line.nth() <= times) {
        answer(line);
      } else {
        line.sane();
      }
    };
  }

  /** Answers with a status and a JSON body, and with these headers besides. */
  static Misbehaviour status(int status, String json, String... headers) {
    return line -> {
      String[] filled = Stream.of(headers).map(line::filled).toArray(String[]::new);
      line.answer(status, "application/json", line.filled(json).getBytes(UTF_8), filled);
    };
  }

  /** Says no, and repeats the key in it. */
  static Misbehaviour error(int status, String code, String... headers) {
    String json = "{\"error\":{\"message\":\"%s, said of Bearer {key}\",\"code\":\"%s\"}}";
    return status(status, json.formatted(code, code), headers);
  }

  /** Answers with this, as JSON. */
  static Misbehaviour json(String json) {
    return status(200, json);
  }

  /** Takes the task, and answers so. */
  static Misbehaviour taking(String json) {
    return line -> {
      line.take();
      line.json(json);
    };
  }

  /** Sends these very characters and hangs up. */
  static Misbehaviour raw(String text) {
    return line -> {
      line.send(text);
      line.hangUp();
    };
  }

  /** Sends these very characters and nothing more. */
  static Misbehaviour rawAndSilence(String text) {
    return line -> {
      line.send(text);
      line.stall();
    };
  }

  /** Points elsewhere. */
  static Misbehaviour redirect(int status, String location) {
    return status(status, "{}", "Location: " + location);
  }
}
