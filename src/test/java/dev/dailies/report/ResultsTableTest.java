package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTableTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void quotesWhatMayBeAFormula(String cell) {
    assertThat(ResultsTable.inert(cell)).isEqualTo("'" + cell);
  }

  @Test
  void leavesOtherTextAlone() {
    assertThat(ResultsTable.inert("a=1")).isEqualTo("a=1");
    assertThat(ResultsTable.inert("")).isEmpty();
  }
}
