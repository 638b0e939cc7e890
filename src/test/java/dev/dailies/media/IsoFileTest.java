package dev.dailies.media;

import static dev.dailies.delivery.Mp4.box;
import static dev.dailies.delivery.Mp4.ftyp;
import static dev.dailies.delivery.Mp4.ints;
import static dev.dailies.delivery.Mp4.join;
import static dev.dailies.delivery.Mp4.longBox;
import static dev.dailies.delivery.Mp4.moov;
import static dev.dailies.delivery.Mp4.track;
import static dev.dailies.delivery.Mp4.trak;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoFileTest {

  private static final byte[] MOOV = moov(0, 0);
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
  void findsNoFlawInBytesAfterTheLastBoxWhereTheIndexNamesEverySample() throws IOException {
    assertThat(flaw(ftyp("isom"), MOOV, MDAT, new byte[] {1, 2, 3})).isNull();
    assertThat(flaw(ftyp("isom"), MOOV, MDAT, "TAG and more".getBytes(ISO_8859_1))).isNull();
  }

  @Test
  void rejectsBytesAfterTheLastFragmentUnlessTheyAreCertainlyNone() throws IOException {
    byte[] fragments = join(ftyp("isom"), MOOV, MDAT, box("moof", new byte[20]));
    assertThat(flaw(fragments, new byte[] {0, 0, 1, 2, 'm', 'd', 'a', 't', 1}))
        .isEqualTo("the box at byte 264 does not fit into the file");
    assertThat(flaw(fragments, "\r\n".getBytes(ISO_8859_1))).isNull();
    assertThat(flaw(fragments, "ID3\4 and more".getBytes(ISO_8859_1))).isNull();
  }

  @Test
  void rejectsImpossibleSizes() throws IOException {
    assertThat(flaw(ftyp("isom"), MOOV, box(7, "mdat", new byte[100]))).contains("box at byte 128");
    assertThat(flaw(ftyp("isom"), MOOV, box(-1, "mdat", new byte[100])))
        .contains("box at byte 128");
    for (long size : new long[] {15, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(flaw(ftyp("isom"), MOOV, longBox(size, "mdat", new byte[100])))
          .contains("box at byte 128");
    }
  }

  @Test
  void doesNotWalkThroughMillionsOfBoxes() throws IOException {
    byte[] free = box("free", new byte[0]);
    byte[][] many = new byte[100_001][];
    Arrays.fill(many, free);

    assertThat(flaw(join(many))).isEqualTo("more than 100000 boxes");
  }

  @Test
  void acceptsSamplesThatFillTheMediaData() throws IOException {
    assertThat(flaw(ftyp("isom"), moov(136, 100), MDAT)).isNull();
    assertThat(flaw(ftyp("isom"), MDAT, moov(24, 100))).isNull();
    assertThat(flaw(ftyp("isom"), box("moov", track(place64(24), 100)), MDAT)).isNotNull();
    assertThat(flaw(ftyp("isom"), MDAT, box("moov", track(place64(24), 100)))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"135, 100", "136, 101", "137, 100", "0, 1", "2000000000, 1", "-1, 1", "136, -1"})
  void rejectsSamplesOutsideOfTheMediaData(int place, int bytes) throws IOException {
    assertThat(flaw(ftyp("isom"), moov(place, bytes), MDAT))
        .isEqualTo(
            "the sample at byte " + Integer.toUnsignedLong(place) + " lies outside the media data");
  }

  @Test
  void addsUpTheSamplesOfEveryChunk() throws IOException {
    assertThat(flaw(ftyp("isom"), MDAT, twoChunks(24, 84, 20, 20, 20, 40))).isNull();
    assertThat(flaw(ftyp("isom"), MDAT, twoChunks(24, 84, 20, 20, 20, 41)))
        .isEqualTo("the sample at byte 84 lies outside the media data");
  }

  /** Three samples in the first chunk, one in the second. */
  private static byte[] twoChunks(int first, int second, int... sizes) {
    byte[] runs = box("stsc", ints(0, 2, 1, 3, 1, 2, 1, 1));
    byte[] size = box("stsz", join(ints(0, 0, sizes.length), ints(sizes)));
    return box("moov", trak(join(runs, size, box("stco", ints(0, 2, first, second)))));
  }

  private static byte[] place64(int place) {
    return box("co64", ints(0, 1, 0, place));
  }

  @Test
  void rejectsAnIndexWithoutSamples() throws IOException {
    byte[] empty =
        join(box("stsc", ints(0, 0)), box("stsz", ints(0, 0, 0)), box("stco", ints(0, 0)));

    assertThat(flaw(ftyp("isom"), box("moov", new byte[32]), MDAT)).isEqualTo("no track");
    assertThat(flaw(ftyp("isom"), box("moov", trak(empty)), MDAT)).isEqualTo("no sample");
    assertThat(flaw(ftyp("isom"), box("moov", trak(empty)), box("moof", new byte[0]), MDAT))
        .isNull();
  }

  @Test
  void rejectsTablesThatAreCut() throws IOException {
    byte[] whole = box("stco", ints(0, 1, 24));
    for (int length = 8; length < whole.length; length++) {
      byte[] cut = box("stco", Arrays.copyOfRange(whole, 8, length));
      assertThat(flaw(ftyp("isom"), MDAT, box("moov", track(cut, 100))))
          .as("cut to %d bytes", length)
          .isEqualTo("a track whose tables are cut");
    }
    assertThat(flaw(ftyp("isom"), MDAT, box("moov", trak(whole))))
        .isEqualTo("a track without stsc");
  }

  @Test
  void anIndexThatNamesBillionsOfSamplesTakesNoTime() throws IOException {
    byte[] runs = box("stsc", ints(0, 1, 1, -1, 1));
    byte[] sizes = box("stsz", ints(0, 1, -1));
    byte[] places = box("stco", ints(0, -1, 24));

    assertThat(flaw(ftyp("isom"), MDAT, box("moov", trak(join(runs, sizes, places)))))
        .isEqualTo("the sample at byte 24 lies outside the media data");
  }

  private @Nullable String flaw(byte[]... boxes) throws IOException {
    Path file = Files.write(folder.resolve("clip"), join(boxes));
    try (FileChannel channel = FileChannel.open(file)) {
      return new IsoFile(channel).flaw();
    }
  }
}
