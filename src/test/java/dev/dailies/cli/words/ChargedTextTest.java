package dev.dailies.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.simulator.money.Account;
import dev.dailies.simulator.money.Charge;
import dev.dailies.simulator.money.Statement;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChargedTextTest {

  @Test
  void namesTheAccountsThatWereUsedInDollars() {
    Account unused = new Account("cometapi", BigDecimal.ONE, null);
    Account used = new Account("runway", new BigDecimal("0.01"), null);
    used.take(new BigDecimal("60"), 0);
    used.book(new Charge("t", "gen4.5", new BigDecimal("60"), true, 0, Charge.NEVER));
    Map<String, Statement> accounts = new LinkedHashMap<>();
    accounts.put("cometapi", Statement.of(unused, 0));
    accounts.put("runway", Statement.of(used, 0));

    assertThat(ChargedText.of(accounts)).contains("Charged $0.60 as runway; nobody has paid it.");
  }

  @Test
  void saysNothingWhereNothingWasCharged() {
    Account unused = new Account("cometapi", BigDecimal.ONE, null);
    assertThat(ChargedText.of(Map.of("cometapi", Statement.of(unused, 0)))).isEmpty();
  }
}
