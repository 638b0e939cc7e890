package dev.dailies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

@ExtendWith(FreshLedger.class)
class ClipNamesTest {

  private final TestLedger ledger;
  private final ClipNames names;

  ClipNamesTest(TestLedger ledger) {
    this.ledger = ledger;
    names = new ClipNames(ledger.jdbc, new JdbcTransactionManager(ledger.dataSource));
    ledger.plan(OnChange.REGENERATE, Rows.row(2, "one"), Rows.row(3, "two"));
  }

  @ParameterizedTest
  @CsvSource({
    "cat, CAT",
    "Caf\u00e9, Cafe\u0301",
    "Strasse, Stra\u00dfe",
    "\ufb01lm, film",
    "a, a",
    "\u0130, i\u0307"
  })
  void aNameThatIsTheSameOnSomeSystemIsTaken(String first, String second) {
    Task one = ledger.task("one");
    Task two = ledger.task("two");

    assertThat(names.decide(one, 1, Stream.of(first))).isEqualTo(first);
    assertThat(names.decide(two, 1, Stream.of(second, "another"))).isEqualTo("another");
  }

  @Test
  void aNameIsKept() {
    Task one = ledger.task("one");
    names.decide(one, 1, Stream.of("first"));
    names.decide(one, 2, Stream.of("first", "second"));

    assertThat(names.of(one, 1)).contains("first");
    assertThat(names.of(one, 2)).contains("second");
    assertThat(names.of(one, 3)).isEmpty();
  }
}
