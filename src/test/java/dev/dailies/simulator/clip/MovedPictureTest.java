package dev.dailies.simulator.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MovedPictureTest {

  @Test
  void tellsTheWayOnceAndSkipsAllBlocksWithNeighbours() {
    Frame threeByTwo = new Frame(16, 16);

    byte[] unit = MovedPicture.of(threeByTwo, 1, 4, 2);

    String slice = "1" + "00110" + "1" + "0001" + "0000000010" + "00" + "1" + "010";
    String first = "1" + "1" + "0001000" + "00100" + "1";
    String same = "1" + "1" + "1" + "1" + "1";
    String skipTwoAndStop = "011" + "1";
    assertThat(unit[0]).isEqualTo((byte) 0x01);
    assertThat(bits(Arrays.copyOfRange(unit, 1, unit.length)))
        .startsWith(slice + first + same.repeat(3) + skipTwoAndStop);
  }

  private static String bits(byte[] bytes) {
    return new BigInteger(1, bytes).toString(2);
  }
}
