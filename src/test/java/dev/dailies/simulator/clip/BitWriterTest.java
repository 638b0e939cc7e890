package dev.dailies.simulator.clip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitWriterTest {

  /** Table 9-2 of the standard; the last one is the stop bit. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 010", "2, 011", "3, 00100", "7, 0001000", "25, 000011010"})
  void codesUnsignedNumbers(int value, String bits) {
    assertThat(bits(new BitWriter().unsigned(value))).startsWith(bits + "1");
  }

  /** Table 9-3 of the standard. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 010", "-1, 011", "2, 00100", "-2, 00101"})
  void codesSignedNumbers(int value, String bits) {
    assertThat(bits(new BitWriter().signed(value))).startsWith(bits + "1");
  }

  private static String bits(BitWriter writer) {
    StringBuilder text = new StringBuilder();
    for (byte next : writer.finish()) {
      text.append(Integer.toBinaryString((next & 0xFF) + 256).substring(1));
    }
    return text.toString();
  }
}
