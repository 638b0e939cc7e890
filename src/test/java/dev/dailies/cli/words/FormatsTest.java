package dev.dailies.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.Cost;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void countsOneAsOne() {
    assertThat(Formats.unpriced(", ", 1, "task")).isEqualTo(", plus 1 task of unknown price");
  }

  @Test
  void doesNotCountTwiceWhatHasNoPrice() {
    Cost unknown = new Cost(BigDecimal.ZERO, 2);
    assertThat(Formats.price(unknown, 2, "take")).isEqualTo("price unknown");
    assertThat(Formats.price(unknown, 3, "take")).isEqualTo("2 takes of unknown price");
    assertThat(Formats.price(new Cost(BigDecimal.ONE, 2), 2, "take"))
        .isEqualTo("$1.00 plus 2 takes of unknown price");
  }

  @Test
  void saysHowManyNamesAreLeftOut() {
    assertThat(Formats.names(List.of("a", "b"), 2)).isEqualTo("a, b");
    assertThat(Formats.names(List.of("a", "b"), 9)).isEqualTo("a, b, … and 7 more");
  }
}
