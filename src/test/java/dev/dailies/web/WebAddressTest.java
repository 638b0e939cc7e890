package dev.dailies.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of our own of addresses that browsers and curl take, and what they make of them. */
class WebAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\'',
      value = {
        "https://example.org https://example.org/",
        "HTTPS://EXAMPLE.org:443/A https://example.org/A",
        "http://example.org:80/ http://example.org/",
        "http://example.org:8188/view http://example.org:8188/view",
        "https://example.org:/x https://example.org/x",
        "https://my_bucket.example/clip.mp4 https://my_bucket.example/clip.mp4",
        "http://comfy_ui:8188 http://comfy_ui:8188/",
        "https://-odd-.example/ https://-odd-.example/",
        "https://b\u00fccher.example/ https://xn--bcher-kva.example/",
        "https://b%C3%BCcher.example/ https://xn--bcher-kva.example/",
        "https://Stra\u00dfe.B\u00fccher.example/"
            + " https://xn--strae-oqa.xn--bcher-kva.example/",
        "https://fa\u00df.de/ https://xn--fa-hia.de/",
        "https://\u03b2\u03cc\u03bb\u03bf\u03c2.com/ https://xn--nxasmm1c.com/",
        "https://\u0dc1\u0dca\u200d\u0dbb\u0dd3.com/ https://xn--10cl1a0b660p.com/",
        "https://\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com/"
            + " https://xn--mgba3gch31f060k.com/",
        "https://\u6e2f\u3002example/ https://xn--j6w.example/",
        "https://example.org/c.mp4?x=a|b https://example.org/c.mp4?x=a%7Cb",
        "https://example.org/a|b https://example.org/a%7Cb",
        "'https://example.org/a b?c d' https://example.org/a%20b?c%20d",
        "https://example.org/gr\u00f6\u00dfe?p=\u6e2f"
            + " https://example.org/gr%C3%B6%C3%9Fe?p=%E6%B8%AF",
        "https://example.org/a[1]?b[]=2 https://example.org/a%5B1%5D?b%5B%5D=2",
        "https://example.org/{a}?^`\"<> https://example.org/%7Ba%7D?%5E%60%22%3C%3E",
        "https://example.org/100%?a=%zz https://example.org/100%?a=%zz",
        "https://example.org/a%2Fb+c?d=%20%2B https://example.org/a%2Fb+c?d=%20%2B",
        "https://example.org/a#b https://example.org/a",
        "https://example.org?a=1#b?c https://example.org/?a=1",
        "https://example.org/? https://example.org/?",
        "https://example.org/a//b https://example.org/a//b",
        "https://example.org//a https://example.org//a",
        "https://example.org/a/../b/./c https://example.org/b/c",
        "https://example.org/a/%2E%2e/b/. https://example.org/b/",
        "https://example.org/../../b https://example.org/b",
        "https://example.org/a/.. https://example.org/",
        "https:\\\\example.org\\a\\b https://example.org/a/b",
        "https://user:pass@example.org/ https://example.org/",
        "https://a@b@example.org/ https://example.org/",
        "https://user@evil.example:x@example.org/ https://example.org/",
        "https://[::1]:8188/a https://[0:0:0:0:0:0:0:1]:8188/a",
        "http://127.0.0.1/ http://127.0.0.1/",
        "http://127.1/ http://127.0.0.1/",
        "http://0x7f.1/ http://127.0.0.1/",
        "http://0177.0.0.1/ http://127.0.0.1/",
        "http://2130706433/ http://127.0.0.1/",
        "http://0x7F000001/ http://127.0.0.1/",
        "http://0xa9fea9fe/ http://169.254.169.254/",
        "http://169.16689662/ http://169.254.169.254/",
        "http://10.0.0.1./ http://10.0.0.1/",
        "http://\uff11\uff12\uff17.0.0.1/ http://127.0.0.1/",
      })
  void readsWhatBrowsersRead(String written, String sent) {
    assertThat(String.valueOf(WebAddress.parse(written))).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " https://example.org/a ",
        "https://example.org/a\n",
        "https://example.org/a\r\n",
        "\thttps://exam\nple.org/\ta",
        "\u00a0https://example.org/a\u00a0",
        "\ufeffhttps://example.org/a\u0000"
      })
  void takesNoNoticeOfWhiteSpace(String written) {
    assertThat(String.valueOf(WebAddress.parse(written))).isEqualTo("https://example.org/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "clip.mp4",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:video/mp4;base64,AAAA",
        "https:clip",
        "https:///clip",
        "https://",
        "https://?x",
        "https://exa mple.org/",
        "https://exa%20mple.org/",
        "https://a%2Fb.example/",
        "https://exa<mple.org/",
        "https://a|b.example/",
        "https://example.org:99999/",
        "https://example.org:99999999999999999999/",
        "https://example.org:80a/",
        "https://[::1/",
        "https://[example.org]/",
        "https://[1:2]/",
        "http://1.2.3.4.5/",
        "http://256.0.0.1/",
        "http://4294967296/",
        "http://09.0.0.1/",
        "http://0x100.0.0.1/"
      })
  void takesNothingElse(String written) {
    assertThat(WebAddress.parse(written)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      nullValues = "null",
      quoteCharacter = '\'',
      value = {
        "?sig=1 https://h.example:8443/f/clip.mp4?sig=1",
        "'' https://h.example:8443/f/clip.mp4?old=1",
        "#part https://h.example:8443/f/clip.mp4?old=1",
        "? https://h.example:8443/f/clip.mp4?",
        "other.mp4 https://h.example:8443/f/other.mp4",
        "./other.mp4?a https://h.example:8443/f/other.mp4?a",
        "../x https://h.example:8443/x",
        "../../../x https://h.example:8443/x",
        ".. https://h.example:8443/",
        "/x?y#z https://h.example:8443/x?y",
        "\\x https://h.example:8443/x",
        "//other.example/x https://other.example/x",
        "\\\\other.example/x https://other.example/x",
        "http://other.example http://other.example/",
        "' /a b|c\n' https://h.example:8443/a%20b%7Cc",
        "a:b null",
        "https:x https://h.example:8443/f/x",
        "https:/x https://h.example:8443/x",
        "https:?a https://h.example:8443/f/clip.mp4?a",
        "http:/other.example/x http://other.example/x",
        "https:///other.example/x https://other.example/x",
        "///other.example/x https://other.example/x",
        "/\\other.example/x https://other.example/x",
        "HTTPS://OTHER.example/x https://other.example/x",
        "./ https://h.example:8443/f/",
        ". https://h.example:8443/f/",
        "x/../y?z=../a https://h.example:8443/f/y?z=../a",
        "?url=https://b.example/x https://h.example:8443/f/clip.mp4?url=https://b.example/x",
        "x:8080 null",
        "file:///etc/passwd null",
        "//exa<mple/ null",
        "'//a b/' null",
      })
  void findsTheWayFromAnAddress(String reference, String leadsTo) {
    WebAddress base =
        Objects.requireNonNull(WebAddress.parse("https://h.example:8443/f/clip.mp4?old=1#z"));

    assertThat(String.valueOf(base.resolve(reference))).isEqualTo(String.valueOf(leadsTo));
  }

  @Test
  void tellsWhoIsMeantWithoutWhatIsSigned() {
    WebAddress address =
        Objects.requireNonNull(WebAddress.parse("https://u:p@H.example:443/a?sig=1"));

    assertThat(address.origin()).isEqualTo("https://h.example");
    assertThat(address.withoutQuery()).isEqualTo("https://h.example/a");
    assertThat(address.target()).isEqualTo("/a?sig=1");
    assertThat(Objects.requireNonNull(WebAddress.parse("http://[::1]/")).hostName())
        .isEqualTo("0:0:0:0:0:0:0:1");
  }
}
