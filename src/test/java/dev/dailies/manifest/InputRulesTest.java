package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dailies.provider.Problem;
import dev.dailies.provider.Problem.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputRulesTest {

  private static final String NO_FILE = "there is no such file";
  private static final String RELATIVE = "paths are relative to the manifest; correct it";
  private static final String INSIDE = "the host is not on the open network";
  private static final String REACHABLE = "use a host that the provider can reach";

  private final RowCheck check = StudioProvider.check();

  static Stream<Arguments> wrongUrls() {
    String data = "the data URI is not of the form data:image/TYPE;base64,BYTES";
    return Stream.of(
        arguments(
            "http://example.org/a.png",
            "the URL is http, which providers do not fetch",
            "use https"),
        arguments("ftp://example.org/a", "the URL is ftp, not https", "give an https URL"),
        arguments("javascript:alert(1)", "the URL is javascript, not https", "give an https URL"),
        arguments("s3://bucket/a.png", "the URL is s3, not https", "give an https URL"),
        arguments("file:///etc/passwd", "this is a file: URL", "write the file's path"),
        arguments("images/cat.png", NO_FILE, RELATIVE),
        arguments("cat.png", NO_FILE, RELATIVE),
        arguments("/home/me/cat.png", "the path is absolute", "write it relative to the manifest"),
        arguments(
            "//example.org/cat.png", "the URL has no scheme", "write https:// before the host"),
        arguments(
            "www.example.org/cat.png", "the URL has no scheme", "write https:// before the host"),
        arguments("https:///a.png", "the URL has no host", "write https://host/path"),
        arguments("https:example.org", "the URL has no host", "write https://host/path"),
        arguments("https://:443/a", "the URL has no host", REACHABLE),
        arguments(
            "https://me:secret@example.org/a",
            "the URL holds a user name or a password",
            "use a URL that needs none, or sign it"),
        arguments(
            "C:\\Users\\me\\a.jpg",
            "this is a path on a Windows machine",
            "put the file beside the manifest and write its name, or give a URL"),
        arguments(
            "\\\\nas\\clips\\a.jpg",
            "this is a path on a Windows machine",
            "put the file beside the manifest and write its name, or give a URL"),
        arguments(
            "https://example.org/a\u200bb.png",
            "the URL holds U+200B (ZERO WIDTH SPACE)",
            "write %E2%80%8B instead"),
        arguments(
            "https://example.org/a.png\u201d",
            "the URL holds U+201D (RIGHT DOUBLE QUOTATION MARK)",
            "write %E2%80%9D instead"),
        arguments(
            "https://example.org/lo\u2026",
            "the URL holds U+2026 (HORIZONTAL ELLIPSIS)",
            "write %E2%80%A6 instead"),
        arguments(
            "https://example.org:99999/a.png", "the URL has no valid host or port", "correct it"),
        arguments(
            "https://example.org/a\n.png",
            "the URL holds U+000A (LINE FEED (LF))",
            "write %0A instead"),
        arguments("data:image/png;base64,AA\nAA", data, "write it so, or give a URL"),
        arguments(
            "https://example.org/100%.png",
            "not a URL: malformed escape pair at character 24", "percent-encode it, or correct it"),
        arguments(
            "https://example.org/<a>",
            "not a URL: illegal character in path at character 21",
            "percent-encode it, or correct it"),
        arguments(
            "https://example.org/" + "a".repeat(2029),
            "the URL is 2049 characters long, 2048 are allowed",
            "use a shorter one"),
        arguments("https://exa$mple.org/", "the URL has no valid host", REACHABLE),
        arguments("https://localhost/a", INSIDE, REACHABLE),
        arguments("https://LOCALHOST.:8443/a", INSIDE, REACHABLE),
        arguments("https://printer.local/a", INSIDE, REACHABLE),
        arguments("https://metadata.google.internal/", INSIDE, REACHABLE),
        arguments("https://127.0.0.1/a", INSIDE, REACHABLE),
        arguments("https://127.1/a", INSIDE, REACHABLE),
        arguments("https://2130706433/a", INSIDE, REACHABLE),
        arguments("https://0x7f.0.0.1/a", INSIDE, REACHABLE),
        arguments("https://0177.0.0.1/a", INSIDE, REACHABLE),
        arguments("https://10.1.2.3/a", INSIDE, REACHABLE),
        arguments("https://172.31.255.255/a", INSIDE, REACHABLE),
        arguments("https://192.168.0.1/a", INSIDE, REACHABLE),
        arguments("https://169.254.169.254/latest/", INSIDE, REACHABLE),
        arguments("https://100.100.100.200/", INSIDE, REACHABLE),
        arguments("https://0.0.0.0/", INSIDE, REACHABLE),
        arguments("https://255.255.255.255/", INSIDE, REACHABLE),
        arguments("https://[::1]/a", INSIDE, REACHABLE),
        arguments("https://[::ffff:127.0.0.1]/a", INSIDE, REACHABLE),
        arguments("https://[fe80::1]/a", INSIDE, REACHABLE),
        arguments("https://[64:ff9b::8.8.8.8]/a", INSIDE, REACHABLE),
        arguments("https://[2002:808:808::1]/a", INSIDE, REACHABLE),
        arguments("https://[fd00:ec2::254]/a", INSIDE, REACHABLE),
        arguments("https://[2002:7f00:1::]/a", INSIDE, REACHABLE),
        arguments("https://[64:ff9b::7f00:1]/a", INSIDE, REACHABLE),
        arguments("data:text/html;base64,PGI+", data, "write it so, or give a URL"),
        arguments("data:video/mp4;base64,AAAA", data, "write it so, or give a URL"),
        arguments("data:image/png,AAAA", data, "write it so, or give a URL"),
        arguments("data:image/png;base64,", data, "write it so, or give a URL"),
        arguments("data:image/png;base64,A A", data, "write it so, or give a URL"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongUrls")
  void refuses(String url, String message, String fix) {
    CheckedRow checked = check.judge(Rows.with("image", url));

    assertThat(checked.takes()).isEmpty();
    assertThat(checked.problems())
        .containsExactly(Problem.error("image", DisplayText.cell("image", url), message, fix));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a.png",
        "HTTPS://example.org",
        "https://my_bucket.example.org:8443/a%20b.png?X-Amz-Signature=ff&b=(c)",
        "https://example.org./a",
        "https://8.8.8.8/a.png",
        "https://172.32.0.1/a",
        "https://[2606:4700::1111]/a",
        "https://xn--bcher-kva.example/a",
        "data:image/png;base64,iVBORw0KGgo=",
        "data:image/svg+xml;base64,AAAA"
      })
  void accepts(String url) {
    assertThat(check.judge(Rows.with("image", url)).problems()).isEmpty();
    assertThat(check.judge(Rows.with("references", url)).problems()).isEmpty();
    assertThat(check.judge(Rows.with("image", url)).takes().get(0).shot().image()).isEqualTo(url);
  }

  @Test
  void takesASpaceAsBrowsersDo() {
    Row row = Rows.with("image", "https://example.org/kitchen night.png");
    Row encoded = Rows.with("image", "https://example.org/kitchen%20night.png");

    assertThat(check.judge(row).problems()).isEmpty();
    assertThat(check.judge(row).takes().get(0).shot().image())
        .isEqualTo("https://example.org/kitchen%20night.png");
    assertThat(row.digest(Rows.INPUTS)).isEqualTo(encoded.digest(Rows.INPUTS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "/x.png?a=b|c > /x.png?a=b%7Cc",
        "/gr\u00f6\u00dfe.png > /gr%C3%B6%C3%9Fe.png",
        "/[x].png > /%5Bx%5D.png",
        "/x.png?a={1} > /x.png?a=%7B1%7D",
        "/\u6e2f.png?q=\u6e2f#\u6e2f > /%E6%B8%AF.png?q=%E6%B8%AF#%E6%B8%AF",
        "/~a'b(c)!,;=&@:$*+%41.png > /~a'b(c)!,;=&@:$*+%41.png"
      })
  void sendsAsBrowsersDoWhatPeoplePaste(String written, String sent) {
    Row row = Rows.with("image", "https://example.org" + written);
    Row encoded = Rows.with("image", "https://example.org" + sent);

    assertThat(check.judge(row).takes().get(0).shot().image())
        .isEqualTo("https://example.org" + sent);
    assertThat(row.digest(Rows.INPUTS)).isEqualTo(encoded.digest(Rows.INPUTS));
    assertThat(row.namesFiles(Rows.INPUTS)).isFalse();
  }

  @Test
  void asksTheHostThatBrowsersAsk() {
    CheckedRow checked = check.judge(Rows.with("image", "https://stra\u00dfe.example/a.png"));

    assertThat(checked.takes().get(0).shot().image())
        .isEqualTo("https://xn--strae-oqa.example/a.png");
    assertThat(checked.problems())
        .extracting(Problem::message)
        .containsExactly("the host is sent as it is called in ASCII: xn--strae-oqa.example");
  }

  @Test
  void acceptsUrlsOf2048Characters() {
    String url = "https://example.org/" + "a".repeat(2028);

    assertThat(check.judge(Rows.with("image", url)).problems()).isEmpty();
  }

  @Test
  void acceptsADataUriOfAVideo() {
    Row row = Rows.with("video", "data:video/mp4;base64," + "AAAA".repeat(4_000_000));

    assertThat(check.judge(row).problems()).isEmpty();
  }

  @Test
  void warnsOfAFragment() {
    CheckedRow checked = check.judge(Rows.with("image", "https://example.org/a.png#top"));

    assertThat(checked.isAccepted()).isTrue();
    assertThat(checked.problems())
        .containsExactly(
            Problem.warning(
                "image",
                "https://example.org/a.png",
                "the part behind # is of no use to a provider",
                "remove it"));
  }

  @Test
  void judgesEveryReference() {
    String cell = "https://example.org/a.png|http://example.org/b.png?key=s | ../c.png";

    assertThat(check.judge(Rows.with("references", cell)).problems())
        .extracting(Problem::severity, Problem::value, Problem::message)
        .containsExactly(
            tuple(
                Severity.ERROR,
                "http://example.org/b.png",
                "the URL is http, which providers do not fetch"),
            tuple(Severity.ERROR, "../c.png", NO_FILE));
  }

  @Test
  void keepsSecretsOutOfProblems() {
    List<String> urls =
        List.of(
            "http://example.org/a?sig=SECRET",
            "https://me:SECRET@example.org/a",
            "https://example.org/a b?sig=SECRET",
            "https://example.org/a?sig=%SECRET",
            "https://example.org/a?x=\"y&sig=SECRET",
            "ftp://me:SECRET@example.org/a?b",
            "https://10.0.0.1/a?sig=SECRET#SECRET");

    for (String url : urls) {
      assertThat(check.judge(Rows.with("image", url)).problems().toString())
          .doesNotContain("SECRET");
      assertThat(check.judge(Rows.with("references", url)).problems().toString())
          .doesNotContain("SECRET");
    }
  }
}
