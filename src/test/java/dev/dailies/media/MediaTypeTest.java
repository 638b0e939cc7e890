package dev.dailies.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @ParameterizedTest
  @CsvSource({
    "000000146674797069736f6d, MP4",
    "00000014667479706d703432, MP4",
    "000000146674797071742020, MOV",
    "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, WEBM",
    "1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61, MKV",
    "89504e470d0a1a0a0000000d, PNG",
    "ffd8ffe000104a464946, JPEG",
    "524946461a00000057454250, WEBP",
    "474946383761, GIF",
    "474946383961, GIF",
    "524946461a00000057415645, WAV",
    "49443304000000, MP3",
    "fffb9064, MP3",
    "fff39064, MP3",
    "504b030414000000, ZIP",
    "0000000866726565000000086d646174, MOV",
    "0000000877696465000000086d646174, MOV",
    "000000086d6461740000, MOV",
    "0000001c667479704d344120, M4A",
    "0000001c6674797061766966, AVIF",
    "0000001c6674797068656963, HEIC",
    "000000186674797066307830, MP4",
    "664c614300000022, FLAC",
    "4f67675300020000000000000000000000000000000000000000011e4f70757348656164, OPUS",
    "4f67675300020000000000000000000000000000000000000000011e01766f72626973, OGG",
    "762f310102000000, EXR",
    "676c544602000000, GLB"
  })
  void tellsATypeByItsLeadingBytes(String hex, MediaType type) {
    assertThat(MediaType.of(text(hex))).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ff",
        "fffe3c00680074006d006c00",
        "1f8b0800",
        "25504446",
        "3c21444f4354595045",
        "524946461a00000041564920",
        "00000000000000000000000000000000",
        "504b0506",
        "efbbbf7b"
      })
  void knowsNoOther(String hex) {
    assertThat(MediaType.of(text(hex))).isEmpty();
  }

  @Test
  void tellsTextByItsName() {
    assertThat(MediaType.ofText("ComfyUI_00001_.TXT")).contains(MediaType.TXT);
    assertThat(MediaType.ofText("a.md")).contains(MediaType.MD);
    assertThat(MediaType.ofText("a.json")).contains(MediaType.JSON);
    assertThat(MediaType.ofText("a.html")).isEmpty();
    assertThat(MediaType.ofText("a.mp4")).isEmpty();
    assertThat(MediaType.ofText("json")).isEmpty();
  }

  @Test
  void givesEachTypeItsOwnExtension() {
    assertThat(MediaType.values()).extracting(MediaType::extension).doesNotHaveDuplicates();
  }

  private static String text(String hex) {
    return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
  }
}
