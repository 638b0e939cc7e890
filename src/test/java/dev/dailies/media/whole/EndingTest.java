package dev.dailies.media.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.delivery.Mp4;
import dev.dailies.media.MediaType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of file that may be delivered, whole and cut anywhere. */
class EndingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyKindIsFoundWholeAsItIs(MediaType type) throws IOException {
    Ending ending = ending(type, whole(type));

    assertThat(ending.flaw()).isNull();
    assertThat(ending.oddity()).isNull();
  }

  /** A cut that leaves no flaw may not pass for proven either. */
  @ParameterizedTest
  @EnumSource
  void noCutPassesForProven(MediaType type) throws IOException {
    byte[] whole = whole(type);
    for (int length = 1; length < whole.length; length += 1 + whole.length / 400) {
      Ending ending = ending(type, Arrays.copyOf(whole, length));
      assertThat(ending.flaw() != null || !ending.proven())
          .as("%s cut to %d of %d bytes: %s", type, length, whole.length, ending)
          .isTrue();
    }
  }

  /** These prove nothing: the rest of Dailies relies on the length that a server promised. */
  @ParameterizedTest
  @EnumSource(names = {"FLAC", "TXT", "MD"})
  void someKindsHaveNoEnd(MediaType type) throws IOException {
    assertThat(ending(type, whole(type)).proven()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"FLAC", "TXT", "MD"},
      mode = EnumSource.Mode.EXCLUDE)
  void allOthersAreProvenByTheirEnd(MediaType type) throws IOException {
    assertThat(ending(type, whole(type)).proven()).isTrue();
  }

  /** Half of the body is missing in each: this is what a close-delimited answer looked like. */
  @ParameterizedTest
  @EnumSource(
      names = {"PNG", "JPEG", "GIF", "WEBP", "WAV", "WEBM", "MKV", "ZIP", "GLB", "EXR", "AVIF"})
  void halfAFileIsFlawed(MediaType type) throws IOException {
    byte[] whole = whole(type);

    assertThat(ending(type, Arrays.copyOf(whole, whole.length / 2)).flaw()).isNotNull();
  }

  @Test
  void aClipWithSomethingBehindItIsOddAndUnproven() throws IOException {
    byte[] tagged = Mp4.join(whole(MediaType.MP4), "TAG of a tool".getBytes(ISO_8859_1));

    Ending ending = ending(MediaType.MP4, tagged);

    assertThat(ending.flaw()).isNull();
    assertThat(ending.proven()).isFalse();
    assertThat(ending.oddity())
        .isEqualTo("13 bytes that belong to no part of the clip follow its end");
  }

  @Test
  void aFilmThatBeginsWithFreeSpaceIsOdd() throws IOException {
    byte[] free = Mp4.box("free", new byte[8]);
    byte[] film =
        Mp4.join(
            free, Mp4.moov(16 + Mp4.moov(0, 0).length + 8, 100), Mp4.box("mdat", new byte[100]));

    Ending ending = ending(MediaType.MOV, film);

    assertThat(ending.flaw()).isNull();
    assertThat(ending.proven()).isTrue();
    assertThat(ending.oddity()).contains("begins with 'free'");
  }

  @Test
  void aFilmWrittenLiveProvesNothing() throws IOException {
    byte[] live = whole(MediaType.WEBM);
    int size = new String(live, ISO_8859_1).indexOf("\u0018S\u0080g") + 4;
    Arrays.fill(live, size, size + 8, (byte) 0xff);
    live[size] = 1;

    assertThat(ending(MediaType.WEBM, live)).isEqualTo(new Ending(null, false, null));
    assertThat(ending(MediaType.WEBM, Arrays.copyOf(live, live.length - 3)).flaw()).isNotNull();
  }

  @Test
  void aFilmInFragmentsIsProvenByTheirIndexAlone() throws IOException {
    byte[] fragment = Mp4.join(Mp4.box("moof", new byte[20]), Mp4.box("mdat", new byte[90]));
    byte[] film = Mp4.join(Mp4.clip(300), fragment);

    assertThat(ending(MediaType.MP4, film)).isEqualTo(new Ending(null, false, null));
    assertThat(ending(MediaType.MP4, Mp4.join(film, Mp4.box("mfra", new byte[16]))))
        .isEqualTo(new Ending(null, true, null));
  }

  @Test
  void aSoundThatWasWrittenInOneGoIsNotProvenByTheSizeOfItsBeginning() throws IOException {
    byte[] sound = whole(MediaType.WAV);
    sound[4] = 36;

    assertThat(ending(MediaType.WAV, sound)).isEqualTo(new Ending(null, false, null));
  }

  @Test
  void aPictureWithoutItsDataIsNotProven() throws IOException {
    byte[] cut = Mp4.join(Mp4.ftyp("avif"), Mp4.box("meta", new byte[40]));

    assertThat(ending(MediaType.AVIF, cut).proven()).isFalse();
  }

  @Test
  void theThumbnailOfAPictureIsNotItsEnd() throws IOException {
    byte[] whole = whole(MediaType.JPEG);
    byte[] thumbnail =
        Mp4.join(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 6, 1, 2, (byte) 0xff, (byte) 0xd9});
    byte[] picture =
        Mp4.join(Arrays.copyOf(whole, 2), thumbnail, Arrays.copyOfRange(whole, 2, whole.length));

    assertThat(ending(MediaType.JPEG, picture)).isEqualTo(new Ending(null, true, null));
    assertThat(ending(MediaType.JPEG, Arrays.copyOf(picture, picture.length - 2)).flaw())
        .isNotNull();
  }

  @Test
  void bytesThatAreNoTextAreNotTakenForSome() throws IOException {
    assertThat(ending(MediaType.TXT, new byte[1000]).flaw()).isNotNull();
    assertThat(ending(MediaType.JSON, "not json".getBytes(UTF_8)).flaw()).isNotNull();
    assertThat(ending(MediaType.JSON, "{\"a\":[1,".getBytes(UTF_8)).flaw()).isNotNull();
  }

  private Ending ending(MediaType type, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("file"), content);
    try (FileChannel channel = FileChannel.open(file)) {
      return Ending.of(type, channel);
    }
  }

  private static byte[] whole(MediaType type) {
    byte[] film = Mp4.clip(300);
    return switch (type) {
      case MP4 -> film;
      case MOV -> withBrand(film, "qt  ");
      case M4A -> withBrand(film, "M4A ");
      case AVIF -> picture("avif");
      case HEIC -> picture("heic");
      case PNG -> image("png");
      case JPEG -> image("jpg");
      case GIF -> image("gif");
      case WEBP -> riff("WEBP", "VP8 ");
      case WAV -> riff("WAVE", "data");
      case WEBM -> ebml("webm");
      case MKV -> ebml("matroska");
      case ZIP -> zip();
      case MP3 -> mp3();
      case FLAC -> bytes("664c6143 80000022" + "00".repeat(34) + "fff8c908" + "11".repeat(40));
      case OGG -> ogg("\u0001vorbis and more");
      case OPUS -> ogg("OpusHead and more");
      case EXR -> exr();
      case GLB -> glb();
      case TXT, MD -> "Ein größeres Boot\n".getBytes(UTF_8);
      case JSON -> "{\"seed\": [1, 2, {\"a\": \"b\"}]}".getBytes(UTF_8);
    };
  }

  private static byte[] withBrand(byte[] film, String brand) {
    byte[] other = film.clone();
    System.arraycopy(brand.getBytes(ISO_8859_1), 0, other, 8, 4);
    return other;
  }

  private static byte[] picture(String brand) {
    return Mp4.join(Mp4.ftyp(brand), Mp4.box("meta", new byte[40]), Mp4.box("mdat", new byte[400]));
  }

  private static byte[] image(String format) {
    BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1200; i++) {
      picture.setRGB(i % 40, i / 40, i * 7919);
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, format, out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] riff(String form, String chunk) {
    byte[] content = new byte[200];
    return little(
        20 + content.length, "RIFF", 12 + content.length, form, chunk, content.length, content);
  }

  private static byte[] glb() {
    byte[] content = new byte[100];
    return little(12 + content.length, "glTF", 2, 12 + content.length, content);
  }

  private static byte[] little(int size, Object... parts) {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (Object part : parts) {
      if (part instanceof String text) {
        bytes.put(text.getBytes(ISO_8859_1));
      } else if (part instanceof Integer number) {
        bytes.putInt(number);
      } else {
        bytes.put((byte[]) part);
      }
    }
    return bytes.array();
  }

  /** A header, a segment of known size, and in it two clusters. */
  private static byte[] ebml(String kind) {
    byte[] header =
        Mp4.join(
            bytes("1a45dfa3 9b 42868101 42f78101 42f28104 42f38108 4282"),
            new byte[] {(byte) (0x80 | 8)},
            Arrays.copyOf(kind.getBytes(ISO_8859_1), 8));
    byte[] cluster = Mp4.join(bytes("1f43b675 4040"), bytes("e78101 a3bb"), new byte[59]);
    byte[] content = Mp4.join(cluster, cluster);
    byte[] size = ByteBuffer.allocate(8).putLong(0x0100_0000_0000_0000L | content.length).array();
    return Mp4.join(header, bytes("18538067"), size, content);
  }

  private static byte[] zip() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("a.txt"));
        zip.write(new byte[100]);
        zip.closeEntry();
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A first frame that states how many bytes there are. */
  private static byte[] mp3() {
    byte[] frame = new byte[417];
    System.arraycopy(bytes("fffb9064"), 0, frame, 0, 4);
    byte[] info = Mp4.join("Info".getBytes(ISO_8859_1), bytes("00000003 00000002 00000342"));
    System.arraycopy(info, 0, frame, 36, info.length);
    byte[] next = new byte[417];
    System.arraycopy(bytes("fffb9064"), 0, next, 0, 4);
    return Mp4.join(frame, next);
  }

  private static byte[] ogg(String content) {
    return Mp4.join(page(2, content.getBytes(ISO_8859_1)), page(4, new byte[100]));
  }

  private static byte[] page(int flags, byte[] content) {
    byte[] head = new byte[28];
    System.arraycopy("OggS".getBytes(ISO_8859_1), 0, head, 0, 4);
    head[5] = (byte) flags;
    head[26] = 1;
    head[27] = (byte) content.length;
    return Mp4.join(head, content);
  }

  /** Two lines without compression, each a piece. */
  private static byte[] exr() {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("compression\0compression\0", "01000000 00");
    attributes.put("dataWindow\0box2i\0", "10000000 00000000 00000000 03000000 01000000");
    byte[] header = bytes("762f3101 02000000");
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      header =
          Mp4.join(header, attribute.getKey().getBytes(ISO_8859_1), bytes(attribute.getValue()));
    }
    header = Mp4.join(header, new byte[1]);
    int first = header.length + 16;
    byte[] line = little(8 + 40, 0, 40, new byte[40]);
    byte[] table =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(first)
            .putLong(first + 48)
            .array();
    return Mp4.join(header, table, line, line);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "ISO-8859-1",
        "windows-1252",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "x-UTF-16LE-BOM",
        "UTF-32",
        "X-UTF-32LE-BOM",
        "GBK",
        "Shift_JIS",
        "IBM437"
      })
  void takesATextInAnyEncoding(String encoding) throws IOException {
    for (String text : List.of("Ein größeres Boot", "Ein Café", "é", "")) {
      byte[] bytes = text.getBytes(Charset.forName(encoding));
      for (MediaType type : List.of(MediaType.TXT, MediaType.MD)) {
        assertThat(ending(type, bytes)).isEqualTo(new Ending(null, false, null));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ein größeres Café",
    "UTF-16, Boot",
    "x-UTF-16LE-BOM, Boot",
    "UTF-16, Boot \uD83D\uDEA4",
    "x-UTF-16LE-BOM, Boot \uD83D\uDEA4",
    "X-UTF-32LE-BOM, Boot",
  })
  void refusesATextThatEndsWithinACharacter(String encoding, String text) throws IOException {
    byte[] bytes = text.getBytes(Charset.forName(encoding));
    int missing = text.endsWith("\uDEA4") ? 2 : 1;

    assertThat(ending(MediaType.TXT, Arrays.copyOf(bytes, bytes.length - missing)).flaw())
        .isEqualTo("it ends within a character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-32"})
  void takesJsonInAnyEncodingIfItsBracketIsClosed(String encoding) throws IOException {
    byte[] bytes = "{\"a\": \"größer\"}".getBytes(Charset.forName(encoding));

    assertThat(ending(MediaType.JSON, bytes)).isEqualTo(new Ending(null, true, null));
    assertThat(ending(MediaType.JSON, Arrays.copyOf(bytes, bytes.length - 4)).flaw()).isNotNull();
  }

  @Test
  void takesJsonAsPythonWritesIt() throws IOException {
    String text = "{\"fps\": NaN, \"most\": Infinity, \"least\": -Infinity}";

    assertThat(ending(MediaType.JSON, text.getBytes(UTF_8)))
        .isEqualTo(new Ending(null, true, null));
    assertThat(ending(MediaType.JSON, "{\"fps\": NaN".getBytes(UTF_8)).flaw()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xec, 0xbf})
  void takesAFilmWithRoomBeforeOrBehindItsSegment(int element) throws IOException {
    byte[] whole = whole(MediaType.WEBM);
    byte[] room = {(byte) element, (byte) 0x84, 0, 0, 0, 0};
    int segment = new String(whole, ISO_8859_1).indexOf("\u0018S\u0080g");
    byte[] before =
        Mp4.join(
            Arrays.copyOf(whole, segment), room, Arrays.copyOfRange(whole, segment, whole.length));

    assertThat(ending(MediaType.WEBM, before)).isEqualTo(new Ending(null, true, null));
    assertThat(ending(MediaType.WEBM, Mp4.join(whole, room)).flaw()).isNull();
    assertThat(ending(MediaType.WEBM, Arrays.copyOf(before, before.length - 3)).flaw()).isNotNull();
  }

  @Test
  void takesASegmentOfAStreamThatIsAFilm() throws IOException {
    byte[] film = Mp4.clip(300);
    film[4] = 's';

    assertThat(MediaType.of(new String(film, ISO_8859_1))).contains(MediaType.MP4);
    assertThat(ending(MediaType.MP4, film).flaw()).isNull();
  }
}
