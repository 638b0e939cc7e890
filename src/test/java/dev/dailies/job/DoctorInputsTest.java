package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.Sandbox;
import dev.dailies.cli.Typed;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What rows name by an address is looked at before the night as the provider will. */
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class DoctorInputsTest {

  private static final String HTML = "<!DOCTYPE html><title>A picture</title>";

  @AutoClose private final Sandbox sandbox = new Sandbox();
  @AutoClose private final PictureHost host = new PictureHost();
  @TempDir Path folder;
  private Rehearsal job;

  DoctorInputsTest() throws IOException {}

  @BeforeEach
  void prepare() throws IOException {
    job = host.knownTo(new Rehearsal(folder, sandbox.url()).keyFile(), folder);
  }

  private Typed doctor(List<String> images, String... more) {
    return job.manifest(
            "id,prompt,image",
            IntStream.range(0, images.size())
                .mapToObj(row -> "s%d,a fox,%s".formatted(row, images.get(row)))
                .toArray(String[]::new))
        .type("doctor", more);
  }

  private Typed doctor(String image) {
    return doctor(List.of(image));
  }

  private static String line(Typed typed) {
    return typed
        .out()
        .lines()
        .filter(line -> line.contains(" inputs of cometapi: "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(typed));
  }

  @Test
  void aPictureThatIsThere() {
    Typed typed = doctor(host.with("/a.jpg", "image/jpeg", PictureHost.JPEG));

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed)).isEqualTo("ok       inputs of cometapi: 1 link answers as it should");
    assertThat(host.heard()).containsExactly("GET /a.jpg HTTP/1.1", "HEAD /a.jpg HTTP/1.1");
  }

  @Test
  void aWebPageInPlaceOfAPicture() {
    Typed typed = doctor(host.with("/a.jpg", "image/jpeg", HTML) + "?sig=s3cr3t");

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(line(typed))
        .isEqualTo(
            "failure  inputs of cometapi: image of s0, https://pictures.clips.invalid/a.jpg, is a"
                + " web page, and no image; give the address of the file itself");
  }

  @Test
  void aPictureThatIsGone() {
    Typed typed = doctor("https://pictures.clips.invalid/gone.jpg");

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(line(typed)).contains("cannot be fetched: the server answered 404");
  }

  @Test
  void aServerThatIsDown() {
    Typed typed =
        doctor(host.answering("/a.jpg", "HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n"));

    assertThat(typed.code()).as("%s", typed).isEqualTo(5);
    assertThat(line(typed)).contains("cannot be fetched now: the server answered 503");
  }

  @Test
  void aPictureThatTheProviderDoesNotTake() {
    Typed typed = doctor(host.with("/a.gif", "image/gif", "GIF89a and more"));

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(line(typed)).contains("is image/gif, and no image that is taken there");
  }

  @Test
  void aPictureThatIsTooLarge() {
    Typed typed =
        doctor(
            host.answering(
                "/a.jpg",
                "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 40000000\r\n\r\n"
                    + PictureHost.JPEG.repeat(10)));

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(line(typed)).contains("has 40.0 MB, and 16.0 MB are taken there");
  }

  @Test
  void aPictureThatIsServedAsSomethingElseIsAWarning() {
    Typed typed = doctor(host.with("/a.jpg", "application/octet-stream", PictureHost.JPEG));

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed))
        .startsWith("warning")
        .contains("is served as application/octet-stream, and is image/jpeg");
  }

  @Test
  void aRedirectIsAWarning() {
    host.with("/b.jpg", "image/jpeg", PictureHost.JPEG);
    Typed typed =
        doctor(
            host.answering(
                "/a.jpg", "HTTP/1.1 302 Found\r\nLocation: /b.jpg\r\nContent-Length: 0\r\n\r\n"));

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(line(typed)).startsWith("warning").contains("redirects to another address");
  }

  /** Its own name leads a machine to itself, as a name in a company's network leads to that. */
  @Test
  void aNameThatLeadsToAPrivateAddress() throws IOException {
    InetAddress here = InetAddress.getLocalHost();
    Assumptions.assumeTrue(
        here.isLoopbackAddress() || here.isSiteLocalAddress(), "this machine has a private name");
    String name = here.getHostName();
    job.set("no-proxy", name);

    Typed typed = doctor("https://" + name + "/a.jpg");

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(line(typed)).contains(name + " is not a public address", "anybody can fetch");
    assertThat(host.heard()).isEmpty();
  }

  @Test
  void anAddressThatIsPlainlyPrivateIsAMistakeOfItsRow() {
    Typed typed = doctor("https://192.168.1.5/a.jpg");

    assertThat(typed.code()).as("%s", typed).isEqualTo(2);
    assertThat(typed.out()).contains("failure  list: ", "the host is not on the open network");
  }

  @Test
  void ofManyASampleIsLookedAtUnlessAllAreWanted() {
    List<String> many =
        IntStream.range(0, 50)
            .mapToObj(n -> host.with("/" + n + ".jpg", "image/jpeg", PictureHost.JPEG))
            .toList();

    Typed some = doctor(many);
    assertThat(line(some))
        .isEqualTo(
            "ok       inputs of cometapi: 20 of 50 links were looked at, and answer as they should;"
                + " --inputs=all looks at all");
    assertThat(line(doctor(many, "--inputs=all"))).contains("50 links answer as they should");
    int heard = host.heard().size();
    assertThat(doctor(many, "--inputs=none").out()).doesNotContain("inputs of");
    assertThat(host.heard()).hasSize(heard);
  }
}
