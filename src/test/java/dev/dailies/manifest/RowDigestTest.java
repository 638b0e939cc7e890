package dev.dailies.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowDigestTest {

  private static final String PLAIN = "https://example.org/cat.png";

  @Test
  void isTheSameForEver() {
    assertThat(Rows.of("id=a", "prompt=A cat", "seed=7").digest(Rows.INPUTS))
        .isEqualTo("695877e6f93c037efbcb08c2aff1689d194053ecf3aad2f946e830f606f9ae86");
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
  @ValueSource(strings = {"takes=3", "job=8c1d", "reason=refused", "reason_code=SAFETY"})
  void leavesOutWhatIsNoChange(String cell) {
    assertThat(Rows.of("prompt=A cat", cell).digest(Rows.INPUTS))
        .isEqualTo(Rows.of("prompt=A cat").digest(Rows.INPUTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id=a", "seed=1", "provider=studio", "options.a=1", "style=noir"})
  void countsEveryOtherColumn(String cell) {
    assertThat(Rows.of("prompt=A cat", cell).digest(Rows.INPUTS))
        .isNotEqualTo(Rows.of("prompt=A cat").digest(Rows.INPUTS));
  }

  @Test
  void keepsNumbersAsTheyAreWritten() {
    assertThat(Rows.of("options.a=1").digest(Rows.INPUTS))
        .isNotEqualTo(Rows.of("options.a=1.0").digest(Rows.INPUTS));
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
        "?token=t"
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
    String second = Rows.of("image=" + PLAIN + "?v=2&token=x").digest(Rows.INPUTS);

    assertThat(second).isEqualTo(Rows.of("image=" + PLAIN + "?token=y&v=2").digest(Rows.INPUTS));
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
