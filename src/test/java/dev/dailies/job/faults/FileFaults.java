package dev.dailies.job.faults;

import static dev.dailies.job.faults.Fate.FETCHED_LATER;
import static dev.dailies.job.faults.Fate.PASSES;
import static dev.dailies.job.faults.Fate.UNDELIVERED;
import static dev.dailies.job.faults.Misbehaviour.raw;
import static dev.dailies.job.faults.Misbehaviour.redirect;

import java.util.Arrays;
import java.util.stream.Stream;

/** What can go wrong with the file itself. */
final class FileFaults {

  private FileFaults() {}

  static Stream<Fault> all() {
    return Stream.of(places(), lengths(), headers()).flatMap(faults -> faults);
  }

  private static Stream<Fault> places() {
    return Stream.of(
        Fault.of("unresolvable name", redirect(302, "https://nowhere.invalid/clip"))
            .file(FETCHED_LATER),
        Fault.of("redirect loop", redirect(302, "{link}")).file(UNDELIVERED),
        Fault.of("a chain of 5", redirect(307, "{link}&again").upTo(5)).file(PASSES),
        Fault.of("a chain of 6", redirect(307, "{link}&again").upTo(6)).file(PASSES),
        Fault.of("redirect to a file", redirect(302, "file:///etc/passwd")).file(UNDELIVERED),
        Fault.of("redirect to a metadata service", redirect(302, "http://169.254.169.254/latest"))
            .file(UNDELIVERED),
        Fault.of("redirect to a link-local address", redirect(302, "http://0xa9fe0101/clip"))
            .file(UNDELIVERED),
        Fault.of("redirect to the query alone", redirect(302, "?_jwt={signature}").once())
            .file(PASSES),
        Fault.of("redirect to nothing", Misbehaviour.status(302, "{}")).file(FETCHED_LATER),
        Fault.of("redirect to garbage", redirect(302, "http://[/%%%")).file(UNDELIVERED));
  }

  private static Stream<Fault> lengths() {
    return Stream.of(
        Fault.of("absurd length", raw(head("Content-Length: 9000000000000000000")))
            .file(UNDELIVERED),
        Fault.of("empty file", sends(new byte[0])).file(UNDELIVERED),
        Fault.of("half a clip", sends(half())).file(UNDELIVERED),
        Fault.of("half a clip, once", sends(half()).once()).file(PASSES),
        Fault.of("empty file, once", sends(new byte[0]).once()).file(PASSES),
        Fault.of("a page six times", Misbehaviour.json("{\"status\":\"not ready\"}").upTo(6))
            .file(PASSES),
        Fault.of("half a picture", sends(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
            .file(UNDELIVERED));
  }

  private static Stream<Fault> headers() {
    return Stream.of(
        Fault.of("416", Misbehaviour.error(416, "range")).file(FETCHED_LATER),
        Fault.of(
                "206 with all of it",
                line ->
                    line.answer(
                        206,
                        "video/mp4",
                        FaultServer.CLIP,
                        "Content-Range: bytes 0-%1$d/%2$d"
                            .formatted(FaultServer.CLIP.length - 1, FaultServer.CLIP.length)))
            .file(PASSES),
        Fault.of("405", Misbehaviour.error(405, "method")).file(UNDELIVERED),
        Fault.of("409", Misbehaviour.error(409, "conflict")).file(UNDELIVERED),
        Fault.of("451", Misbehaviour.error(451, "law")).file(UNDELIVERED),
        // Judged by its own bytes, as any file: it may only be said to be packed, or a part.
        Fault.of("gzip that is none", sends(new byte[] {1, 2, 3}, "Content-Encoding: gzip"))
            .file(UNDELIVERED),
        Fault.of("206 that nobody asked for", Misbehaviour.status(206, "{}")).file(UNDELIVERED),
        Fault.of("304", raw("HTTP/1.1 304 Not Modified\r\n\r\n")).file(FETCHED_LATER),
        Fault.of(
                "hostile name",
                sends(FaultServer.CLIP, "Content-Disposition: attachment; filename=../../evil.mp4"))
            .file(PASSES),
        Fault.of("wrong type", sends(FaultServer.CLIP, "Content-Type: text/html")).file(PASSES));
  }

  private static Misbehaviour sends(byte[] bytes, String... headers) {
    return line -> line.answer(200, "video/mp4", bytes, headers);
  }

  private static byte[] half() {
    return Arrays.copyOf(FaultServer.CLIP, FaultServer.CLIP.length / 2);
  }

  private static String head(String header) {
    return "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n";
  }
}
