package dev.dailies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Price;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CostTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void addsWhatIsKnownAndCountsWhatIsNot() {
    Cost cost =
        Stream.of(Price.usd("0.25"), Price.usd("1.5"), null)
            .map(Cost::of)
            .reduce(Cost.ZERO, Cost::plus);

    assertThat(cost).isEqualTo(new Cost(new BigDecimal("1.75"), 1));
  }

  @Test
  void readsInJsonAsAmountsAndOneCount() {
    Money money =
        new Money(new Cost(new BigDecimal("3.20"), 2), new Cost(new BigDecimal("0.4"), 1));

    String json = MAPPER.writeValueAsString(money);

    assertThat(json)
        .isEqualTo("{\"spent\":3.20,\"inDoubt\":0.40,\"settledDoubts\":0.00,\"unpriced\":3}");
    assertThat(MAPPER.readValue(json.replace("\"settledDoubts\":0,", ""), Money.class))
        .as("as an earlier version wrote it")
        .extracting(Money::settledDoubts)
        .isEqualTo(Cost.ZERO);
    assertThat(MAPPER.readValue(json, Money.class).unpriced()).isEqualTo(3);
    assertThat(MAPPER.readValue(json, Money.class).inDoubt().usd()).isEqualTo("0.40");
  }
}
