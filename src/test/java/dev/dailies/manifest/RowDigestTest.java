package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowDigestTest {

  private static final String PLAIN = "https://example.org/cat.png";

  @Test
  void isTheSameForEver() {
    assertThat(Rows.of("id=a", "prompt=A cat", "seed=7").digest(Rows.INPUTS))
        .isEqualTo("3851ac8fb350c2ec6d3e3664f0f606d9eb9b32cf888402d0ac3a6f00cb7d0dd4");
  }

  @Test
  void doesNotDependOnTheOrderOfColumns() {
    assertThat(Rows.of("id=a", "prompt=A cat").digest(Rows.INPUTS))
        .isEqualTo(Rows.of("prompt=A cat", "id=a").digest(Rows.INPUTS));
  }

  @Test
  void doesNotDependOnTheKindOfLineBreak() {
    String unix = Rows.of("prompt=one\ntwo").digest(Rows.INPUTS);

    assertThat(Rows.of("prompt=one\r\ntwo").digest(Rows.INPUTS)).isEqualTo(unix);
    assertThat(Rows.of("prompt=one\rtwo").digest(Rows.INPUTS)).isEqualTo(unix);
    assertThat(Rows.of("prompt=one two").digest(Rows.INPUTS)).isNotEqualTo(unix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id=a", "takes=3", "job=8c1d", "reason=refused", "reason_code=SAFETY"})
  void leavesOutWhatIsNoChange(String cell) {
    assertThat(Rows.of("prompt=A cat", cell).digest(Rows.INPUTS))
        .isEqualTo(Rows.of("prompt=A cat").digest(Rows.INPUTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed=1", "provider=studio", "options.a=1", "style=noir"})
  void countsEveryOtherColumn(String cell) {
    assertThat(Rows.of("prompt=A cat", cell).digest(Rows.INPUTS))
        .isNotEqualTo(Rows.of("prompt=A cat").digest(Rows.INPUTS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "watermark=true > watermark=TRUE",
        "watermark=false > watermark=FALSCH",
        "options.a=true > options.a=True",
        "options.a=0.50 > options.a=0.5",
        "options.a=1 > options.a=1.0",
        "options.a=007 > options.a=7",
        "options.a=1e3 > options.a=1000",
        "duration=05 > duration=5",
        "duration=5 > duration=5.0",
        "duration=5 > duration=5,0",
        "seed=0 > seed=00",
        "operation=text_to_video > operation=TEXT_TO_VIDEO",
        "ratio=16:9 > ratio=16:09:00",
        "ratio=16:9 > ratio=04:09:00 PM",
        "ratio=9:16 > ratio=09:16:00",
        "ratio=9:16 > ratio=9:16 AM",
        "ratio=9:16 > ratio=9:16:00 AM",
        "ratio=1:1 > ratio=01:01:00",
        "ratio=4:3 > ratio=4:03",
        "ratio=21:9 > ratio=21:09:00",
        "ratio=16:9 > ratio=16.09.00",
        "ratio=16:9 > ratio=16:09:00.000",
        "options.aspect_ratio=16:9 > options.aspect_ratio=16:09:00",
        "options.ratio=9:16 > options.ratio=09:16:00",
        "options.a=12.5% > options.a=12.50%",
        "options.a=50% > options.a=50.00%",
        "options.a=100000 > options.a=1E+05",
        "options.a=0.0000001 > options.a=1.00E-07",
        "options.a=-0.5 > options.a=-0.50",
        "options.a=true > options.a=WAHR",
        "options.a=true > options.a=SANN",
        "options.a=false > options.a=USANN",
        "watermark=true > watermark=\u0391\u039b\u0397\u0398\u0397\u03a3",
        "watermark=true > watermark=\u0406\u0421\u0422\u0418\u041d\u0410",
        "seed=42 > seed=42.0",
        "seed=4294967295 > seed=4294967295.00",
        "duration=10 > duration=10.00",
        "model=gen4_turbo > model=gen4_turbo\u200b",
        "prompt=one > prompt=\ufeffone",
        "image=http://example.org/a > image=http://example.org:80/a",
        "image=https://example.org?a=1 > image=https://example.org/?a=1",
        "prompt=caf\u00e9 > prompt=cafe\u0301",
        "prompt=A cat > prompt=A cat\u00a0",
        "image=https://EXAMPLE.org/A.png > image=https://example.org:443/A.png",
        "image=https://b\u00fccher.example/a > image=https://xn--bcher-kva.example/a",
        "references=https://a.example/b|https://a.example/c > references=https://a.example/b |"
            + " https://a.example/c |",
      })
  void isOfWhatCellsMean(String one, String other) {
    assertThat(Rows.of(one).digest(Rows.INPUTS)).isEqualTo(Rows.of(other).digest(Rows.INPUTS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "prompt=a \"cat\" > prompt=a \u201ccat\u201d",
        "prompt=TRUE > prompt=true",
        "prompt=05 > prompt=5",
        "options.a=true > options.a=false",
        "options.a=1.5 > options.a=1.50001",
        "image=https://example.org/A.png > image=https://example.org/a.png",
        "duration=5 > duration=50",
        "seed=1 > seed=10",
        "model=gen4 > model=gen45",
      })
  void differsWhereTheMeaningDoes(String one, String other) {
    assertThat(Rows.of(one).digest(Rows.INPUTS)).isNotEqualTo(Rows.of(other).digest(Rows.INPUTS));
  }

  @Test
  void takesAnOperationForTheSameThatTheRowImplies() {
    assertThat(Rows.of("image=" + PLAIN, "operation=image_to_video").digest(Rows.INPUTS))
        .isEqualTo(Rows.of("image=" + PLAIN).digest(Rows.INPUTS));
    assertThat(Rows.of("prompt=x", "operation=text_to_image").digest(Rows.INPUTS))
        .isNotEqualTo(Rows.of("prompt=x").digest(Rows.INPUTS));
  }

  @Test
  void isNeverAnEarlierOne() {
    Row row = Rows.of("id=a", "prompt=A cat", "seed=7");

    assertThat(row.earlierDigests(Rows.INPUTS).get(0))
        .isEqualTo("695877e6f93c037efbcb08c2aff1689d194053ecf3aad2f946e830f606f9ae86")
        .isNotEqualTo(row.digest(Rows.INPUTS));
  }

  @Test
  void doesNotLetCellsRunTogether() {
    assertThat(Rows.of("id=a", "prompt=b").digest(Rows.INPUTS))
        .isNotEqualTo(Rows.of("id=apromptb").digest(Rows.INPUTS));
    assertThat(Rows.of("model=ab", "prompt=c").digest(Rows.INPUTS))
        .isNotEqualTo(Rows.of("model=a", "prompt=bc").digest(Rows.INPUTS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?X-Amz-Algorithm=AWS4&X-Amz-Date=20261120&X-Amz-Signature=00ff",
        "?X-Goog-Signature=ab&X-Goog-Expires=900",
        "?Expires=1&Signature=s&Key-Pair-Id=K&Policy=p",
        "?AWSAccessKeyId=A&Signature=s&Expires=1",
        "?GoogleAccessId=g&Expires=1&Signature=s",
        "?sv=2024&sr=b&sp=r&st=1&se=2&spr=https&sig=x%2Fy",
        "?_jwt=e30",
        "?token=0123456789abcdef"
      })
  void leavesOutWhatSignsAUrl(String query) {
    assertThat(Rows.of("image=" + PLAIN + query).digest(Rows.INPUTS))
        .isEqualTo(Rows.of("image=" + PLAIN).digest(Rows.INPUTS));
    assertThat(Rows.of("video=" + PLAIN + query).digest(Rows.INPUTS))
        .isEqualTo(Rows.of("video=" + PLAIN).digest(Rows.INPUTS));
    assertThat(Rows.of("references=" + PLAIN + "|" + PLAIN + query).digest(Rows.INPUTS))
        .isEqualTo(Rows.of("references=" + PLAIN + " | " + PLAIN).digest(Rows.INPUTS));
  }

  @Test
  void countsTheOtherParametersOfAUrl() {
    String second = Rows.of("image=" + PLAIN + "?v=2&sv=1&sig=x").digest(Rows.INPUTS);

    assertThat(second).isEqualTo(Rows.of("image=" + PLAIN + "?sig=y&sv=2&v=2").digest(Rows.INPUTS));
    assertThat(second).isNotEqualTo(Rows.of("image=" + PLAIN).digest(Rows.INPUTS));
  }

  @Test
  void takesAPromptWithAQuestionMarkAsItIs() {
    assertThat(Rows.of("prompt=https://x?token=a").digest(Rows.INPUTS))
        .isNotEqualTo(Rows.of("prompt=https://x").digest(Rows.INPUTS));
  }

  @Test
  void tellsMiscountedRowsApart() {
    Row one = new Row(2, Map.of(), List.of("a", "b", "c"), List.of());
    Row two = new Row(3, Map.of(), List.of("a", "b", "d"), List.of());

    assertThat(one.digest(Rows.INPUTS)).isNotEqualTo(two.digest(Rows.INPUTS));
  }
}
