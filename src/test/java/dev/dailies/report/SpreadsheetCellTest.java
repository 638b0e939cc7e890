package dev.dailies.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void quotesWhatMayBeAFormula(String cell) {
    assertThat(SpreadsheetCell.inert(cell)).isEqualTo("'" + cell);
  }

  @Test
  void leavesOtherTextAlone() {
    assertThat(SpreadsheetCell.inert("a=1")).isEqualTo("a=1");
    assertThat(SpreadsheetCell.inert("")).isEmpty();
  }
}
