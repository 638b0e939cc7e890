package dev.dailies.job.faults;

import static dev.dailies.job.faults.Fate.ACCOUNT_REFUSED;
import static dev.dailies.job.faults.Fate.DOUBTED;
import static dev.dailies.job.faults.Fate.FETCHED_LATER;
import static dev.dailies.job.faults.Fate.LOOKS_REFUSED;
import static dev.dailies.job.faults.Fate.SENT_LATER;
import static dev.dailies.job.faults.Fate.UNDELIVERED;
import static dev.dailies.job.faults.Fate.UNSEEN;
import static dev.dailies.job.faults.Misbehaviour.raw;
import static dev.dailies.job.faults.Misbehaviour.rawAndSilence;

import java.util.stream.Stream;

/** What breaks on the way: no connection, no trust, no answer, or none that is HTTP. */
final class WireFaults {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String LONG = OK + "Content-Length: 5000\r\n\r\n{\"id\":\"x\"";

  private WireFaults() {}

  static Stream<Fault> all() {
    return Stream.of(doors(), silences(), cuts(), nonsense()).flatMap(faults -> faults);
  }

  private static Stream<Fault> doors() {
    return Stream.of(
        Fault.at(TlsMode.REFUSED, "connection refused")
            .create(SENT_LATER)
            .poll(UNSEEN)
            .file(FETCHED_LATER),
        untrusted(TlsMode.EXPIRED, "TLS expired"),
        untrusted(TlsMode.OTHER_HOST, "TLS wrong host"),
        untrusted(TlsMode.SELF_SIGNED, "TLS self-signed"),
        Fault.at(TlsMode.PLAIN, "no TLS").create(ACCOUNT_REFUSED).poll(LOOKS_REFUSED));
  }

  private static Fault untrusted(TlsMode door, String name) {
    return Fault.at(door, name).create(ACCOUNT_REFUSED).poll(LOOKS_REFUSED).file(UNDELIVERED);
  }

  private static Stream<Fault> silences() {
    return Stream.of(
            broken("silence", FaultRequest::stall),
            broken("silence after the headers", rawAndSilence(LONG)),
            broken("dripping headers", line -> line.drip("HTTP/1.1 200 OK\r\nX: y\r\n")),
            broken(
                "dripping body",
                line -> {
                  line.send(LONG);
                  line.drip(" ");
                }))
        .map(fault -> fault.with("request-timeout", "1s"));
  }

  private static Stream<Fault> cuts() {
    return Stream.of(
        broken("reset", FaultRequest::reset),
        broken("FIN", FaultRequest::hangUp),
        broken("cut headers", raw("HTTP/1.1 200 OK\r\nContent-Le")),
        broken("cut body", raw(LONG)),
        broken(
            "reset in the body",
            line -> {
              line.send(LONG);
              line.reset();
            }),
        broken("cut chunks", raw(CHUNKED + "9\r\n{\"id\":\"")));
  }

  private static Stream<Fault> nonsense() {
    return Stream.of(
        broken("malformed chunk", raw(CHUNKED + "{key}\r\n{\"id\":\"x\"}\r\n0\r\n\r\n")),
        broken("bad status line", raw("HTTP/1.1 {key} OK\r\n\r\n")),
        broken("no HTTP at all", raw("SSH-2.0-OpenSSH_9.6 {key}\r\n\r\n")),
        // The client makes nothing of such a line, and then the answer is complete.
        broken("bad header", raw(OK + "{key} said so\r\n\r\n{}")),
        broken("giant header", raw(OK + "X: " + "y".repeat(2_000_000) + "\r\n\r\n{}")),
        broken("no more than a 100", raw("HTTP/1.1 100 Continue\r\n\r\n")),
        broken("content length in words", raw(OK + "Content-Length: ten\r\n\r\n{\"id\":\"x\"}")));
  }

  private static Fault broken(String name, Misbehaviour misdeed) {
    return Fault.of(name, misdeed).create(DOUBTED).poll(UNSEEN).file(FETCHED_LATER);
  }
}
