package dev.dailies.manifest.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlTest {

  private static final String PLAIN = "https://example.org/clip.mp4";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Discord
        "ex=6741a2b3&is=67405133&hm=0a1b2c",
        // Alibaba OSS, version 4 and 1
        "x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=LTAI%2F20261129&x-oss-date=2026&"
            + "x-oss-expires=3600&x-oss-signature=ab&x-oss-security-token=cd",
        "OSSAccessKeyId=LTAI&Expires=1764400000&Signature=a%2Bb&security-token=x",
        // Azure, of a service and by delegation
        "sv=2024-11-04&ss=b&srt=o&sp=r&se=2026-11-30T00:00:00Z&st=2026-11-29&spr=https&sip=1.2.3.4&"
            + "sig=a%2Fb",
        "skoid=1&sktid=2&skt=2026&ske=2026&sks=b&skv=2024-11-04&sv=2024-11-04&sr=b&se=2026&sp=r&sig=x",
        // Amazon S3, version 4 and 2, CloudFront
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A&X-Amz-Date=2026&X-Amz-Expires=60&"
            + "X-Amz-SignedHeaders=host&X-Amz-Signature=00ff&X-Amz-Security-Token=t",
        "AWSAccessKeyId=A&Signature=s&Expires=1",
        "Expires=1&Signature=s&Key-Pair-Id=K",
        "Policy=p&Signature=s&Key-Pair-Id=K",
        // Google
        "X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Date=2026&X-Goog-Signature=ab",
        "GoogleAccessId=g&Expires=1&Signature=s",
        "alt=media&token=3f2504e0-4f89",
        // Tencent COS
        "q-sign-algorithm=sha1&q-ak=A&q-sign-time=1;2&q-key-time=1;2&q-header-list=host&"
            + "q-url-param-list=&q-signature=ff",
        // Akamai, Bunny, Backblaze, Cloudflare
        "hdnea=exp=1764400000~acl=/*~hmac=ff",
        "hdnts=exp=1764400000~hmac=ff",
        "token=HS256-abc&expires=1764400000&token_path=%2F",
        "Authorization=3_20261129_a_b",
        "verify=1764400000-abc%3D",
        "_jwt=e30",
        "token=eyJhbGciOi.eyJzdWIi.c2ln",
        "auth_key=1764400000-0-0-ff",
        // Dropbox, whose links have another st each time they are copied; OneDrive, SharePoint
        "rlkey=abc123&st=x1y2z3",
        "tempauth=v1.eyJzaXRlaWQi",
        // ImageKit, Contentful, Baidu alone, YouTube, Kling, Tencent's players, Supabase
        "ik-t=1764400000&ik-s=0a1b2c",
        "token=eyJhbGciOi.eyJzdWIi.c2ln&policy=eyJhbGciOi",
        "authorization=bce-auth-v1%2Fab%2F2026-11-29T00%3A00%3A00Z%2F1800%2F%2Fff",
        "expire=1764400000&ei=a&sparams=expire%2Cei&sig=AJf&lsparams=mh&lsig=AG3",
        "ksSecret=0a1b2c&ksTime=6741a2b3",
        "t=5a41d9b5&exper=0&us=72d4cd1101&sign=3d8488faeb0c34aa32b0d1fff33dd0ff",
        // Volcengine and TikTok; Azure with what it answers; Bilibili
        "rk3s=8e244e95&rrcfp=dafada99&x-expires=1764400000&x-signature=ab%3D",
        "sv=2024&se=2026&sr=b&sp=r&sig=x&rscd=attachment&rsct=video%2Fmp4",
        "deadline=1764400000&upsig=ff&uparams=e,deadline",
        // Cloudflare, Google's own sessions
        "exp=1764400000&sig=abcdef0123456789",
        "X-Goog-Algorithm=G&X-Goog-Signature=a&X-Goog-SignedHeaders=host",
        // Tencent, NetEase; Google's Media CDN; Linear; those who call the time a timestamp
        "wsSecret=0a1b2c3d&wsTime=66aabbcc",
        "Edge-Cache-Token=URLPrefix=aHR0~Expires=1764400000~Signature=ab",
        "signature=eyJhbGciOi.eyJzdWIi.c2ln",
        "sign=0a1b2c3d&ts=1764400000",
        "sign=0a1b2c3d&timestamp=1764400000123",
        "sig=0a1b2c3d&ts=1764400000",
        "hash=0a1b2c3d&timestamp=1764400000",
        "hash=0a1b2c3d&expires=2026-11-30T00%3A00%3A00Z",
      })
  void leavesOutASignatureWithAllItsParameters(String query) {
    assertThat(SignedUrl.withoutSignature(PLAIN + "?" + query)).isEqualTo(PLAIN);
    assertThat(SignedUrl.withoutSignature(PLAIN + "?v=2&" + query)).isEqualTo(PLAIN + "?v=2");
    assertThat(SignedUrl.withoutSignature(PLAIN + "?" + query + "&v=2#t"))
        .isEqualTo(PLAIN + "?v=2#t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "video=7&st=12.5",
        "se=1",
        "sp=2&sr=3",
        "sv=2",
        "ex=1&hm=2",
        "sig=1",
        "expires=5",
        "token=a",
        "signature=bold",
        "policy=1",
        "is=1",
        "x-amz-date=2026",
        "x-oss-process=image/resize",
        "q-ak=1",
        "alt=media",
        "e=1&token=x",
        "s=12",
        "t=30&sign=1",
        "st=5&e=9",
        "verify=1",
        "authorization=1",
        "skt=1&ske=2&sks=3",
        "st=7&dl=1",
        "rlkey=abc123",
        "policy=1&v=2",
        "t=5a41d9b5",
        "expire=5",
        "deadline=tomorrow",
        "rscd=x",
        "ik-t=1",
        "signature=eyebrow",
        "sign=Leo&timestamp=noon",
        "sig=left&ts=12",
        "wsTime=66aabbcc"
      })
  void keepsWhatStandsThereWithoutItsLike(String query) {
    assertThat(SignedUrl.withoutSignature(PLAIN + "?" + query)).isEqualTo(PLAIN + "?" + query);
  }

  @ParameterizedTest
  @CsvSource({
    "x-oss-process=image%2Fresize, OSSAccessKeyId=a&Expires=1&Signature=b",
    "st=12.5, ex=1&is=2&hm=3",
    "ex=9, sv=1&sig=2"
  })
  void keepsTheParametersOfOthers(String other, String signature) {
    assertThat(SignedUrl.withoutSignature(PLAIN + "?" + other + "&" + signature))
        .isEqualTo(PLAIN + "?" + other);
  }

  /** There a token alone may be all that says which picture is meant. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s=0123456789abcdef0123456789abcdef",
        "token=0123456789abcdefA",
        "access_token=x123456789012345678",
        "hash=abc123&expires=never",
        "signature=bold&exp=1",
        "sign=Leo&expires=1",
        "md5=aaa&expires=0",
        "token=pikachu&exp=30"
      })
  void takesWhatManyUseForASignatureOnlyWhereThePathNamesAFile(String query) {
    String bare = "https://example.org/i?" + query;
    String script = "https://example.org/show.php?" + query;

    assertThat(SignedUrl.withoutSignature(bare)).isEqualTo(bare);
    assertThat(SignedUrl.withoutSignature(script)).isEqualTo(script);
    assertThat(SignedUrl.withoutSignature("https://example.org?" + query))
        .isEqualTo("https://example.org?" + query);
    assertThat(SignedUrl.withoutSignature(PLAIN + "?" + query)).isEqualTo(PLAIN);
    assertThat(SignedUrl.withoutSignatureAtFirst(bare)).isEqualTo("https://example.org/i");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?v=1", "?token=eyJhbGciOi.eyJzdWIi.c2ln", "#t"})
  void knowsATokenAloneByItsLook(String rest) {
    String url = "https://example.org/i" + rest;

    assertThat(SignedUrl.withoutSignature(url)).isEqualTo(url.replaceFirst("[?]token.*", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.b-cdn.net/bcdn_token=HS-a&expires=1764400000&token_path=%2F/x.png,"
        + " https://a.b-cdn.net/x.png",
    "https://a.example/exp=1764400000~acl=%2F*~hmac=ff/x.png?v=1, https://a.example/x.png?v=1",
    "https://v16.tiktokcdn.com/0123456789abcdef0123456789abcdef/66aabbcc/video/tos/x/y,"
        + " https://v16.tiktokcdn.com/video/tos/x/y",
    "https://a.example/0123456789abcdef0123456789abcdef/66aabbcc/x.png,"
        + " https://a.example/0123456789abcdef0123456789abcdef/66aabbcc/x.png"
  })
  void leavesOutASignatureInThePath(String url, String plain) {
    assertThat(SignedUrl.withoutSignature(url)).isEqualTo(plain);
    assertThat(SignedUrl.withoutSignatureAtFirst(url)).isEqualTo(url);
  }

  @Test
  void leavesAloneWhatIsNoUrl() {
    assertThat(SignedUrl.withoutSignature("what? sv=1&sig=2")).isEqualTo("what? sv=1&sig=2");
  }
}
