package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.ledger.PlannedRow;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Shot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  private static Optional<Card.Source> source(String image) {
    Shot shot =
        new Shot(
            "a",
            1,
            Operation.IMAGE_TO_VIDEO,
            "p",
            image,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of());
    try (FilledLedger ledger = new FilledLedger()) {
      ledger.plan(
          List.of(
              new PlannedRow(2, "cometapi", "d", Map.of("id", "a", "image", image), shot, null)));
      ledger.submitted(ledger.task("a"));
      Card.Source[] found = {null};
      ledger.queries.forEach(view -> found[0] = Card.Source.of(new Entry(view)).orElse(null));
      return Optional.ofNullable(found[0]);
    }
  }

  @Test
  void isTheFileThatTheRowNames() {
    assertThat(source("../../stills/my cat.png"))
        .contains(new Card.Source("image", "../../stills/my cat.png"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a.png",
        "data:image/png;base64,AAAA",
        "/etc/a.png",
        "//host/a.png"
      })
  void isNothingThatNoWayLeadsTo(String image) {
    assertThat(source(image)).isEmpty();
  }
}
