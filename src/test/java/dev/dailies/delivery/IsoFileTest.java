package dev.dailies.delivery;

import static dev.dailies.delivery.Mp4.box;
import static dev.dailies.delivery.Mp4.ftyp;
import static dev.dailies.delivery.Mp4.join;
import static dev.dailies.delivery.Mp4.longBox;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsoFileTest {

  private static final byte[] MOOV = box("moov", new byte[32]);
  private static final byte[] MDAT = box("mdat", new byte[100]);

  private final Path folder;

  IsoFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void acceptsTheIndexBeforeOrAfterTheMedia() throws IOException {
    assertThat(flaw(ftyp("isom"), MOOV, MDAT)).isNull();
    assertThat(flaw(ftyp("isom"), box("free", new byte[0]), MDAT, MOOV)).isNull();
  }

  @Test
  void acceptsSizesOf64Bits() throws IOException {
    assertThat(flaw(ftyp("isom"), longBox(16 + 100, "mdat", new byte[100]), MOOV)).isNull();
  }

  @Test
  void acceptsALastBoxThatReachesToTheEnd() throws IOException {
    assertThat(flaw(ftyp("isom"), MOOV, box(0, "mdat", new byte[100]))).isNull();
  }

  @Test
  void rejectsABoxToTheEndThatHidesTheIndex() throws IOException {
    assertThat(flaw(ftyp("isom"), box(0, "mdat", new byte[100]), MOOV)).isEqualTo("no moov box");
  }

  @Test
  void rejectsEveryCutWithinABox() throws IOException {
    byte[] whole = join(ftyp("isom"), MOOV, MDAT);
    int mdat = whole.length - MDAT.length;
    for (int length = mdat; length < whole.length; length++) {
      assertThat(flaw(Arrays.copyOf(whole, length))).as("cut to %d bytes", length).isNotNull();
    }
  }

  @Test
  void rejectsBytesAfterTheLastBox() throws IOException {
    assertThat(flaw(ftyp("isom"), MOOV, MDAT, new byte[] {1, 2, 3}))
        .isEqualTo("the box at byte 164 does not fit into the file");
  }

  @Test
  void rejectsImpossibleSizes() throws IOException {
    assertThat(flaw(ftyp("isom"), MOOV, box(7, "mdat", new byte[100]))).contains("box at byte 56");
    assertThat(flaw(ftyp("isom"), MOOV, box(-1, "mdat", new byte[100]))).contains("box at byte 56");
    for (long size : new long[] {15, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(flaw(ftyp("isom"), MOOV, longBox(size, "mdat", new byte[100])))
          .contains("box at byte 56");
    }
  }

  @Test
  void doesNotWalkThroughMillionsOfBoxes() throws IOException {
    byte[] free = box("free", new byte[0]);
    byte[][] many = new byte[100_001][];
    Arrays.fill(many, free);

    assertThat(flaw(join(many))).isEqualTo("more than 100000 boxes");
  }

  private @Nullable String flaw(byte[]... boxes) throws IOException {
    Path file = Files.write(folder.resolve("clip"), join(boxes));
    try (FileChannel channel = FileChannel.open(file)) {
      return new IsoFile(channel).flaw();
    }
  }
}
