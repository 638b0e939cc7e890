package dev.dailies.manifest.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dailies.manifest.Row;
import dev.dailies.provider.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

  private final Path folder;

  ManifestReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("shots.csv"), content);
  }

  private List<Row> rows(String content) throws IOException {
    return rows(content.getBytes(UTF_8));
  }

  private List<Row> rows(byte[] content) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (ManifestReader reader = ManifestReader.open(file(content))) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private void assertUnreadable(byte[] content, String message) {
    assertThatThrownBy(() -> rows(content))
        .isInstanceOf(UnreadableManifestException.class)
        .hasMessage(message);
  }

  private static Arguments framing(String name, String content) {
    return arguments(name, content);
  }

  static Stream<Arguments> framings() {
    return Stream.of(
        framing("LF", "id,prompt\na,A cat\nb,A dog\n"),
        framing("CR LF", "id,prompt\r\na,A cat\r\nb,A dog\r\n"),
        framing("CR", "id,prompt\ra,A cat\rb,A dog\r"),
        framing("no final newline", "id,prompt\na,A cat\nb,A dog"),
        framing("byte order mark", "\uFEFFid,prompt\na,A cat\nb,A dog\n"),
        framing("semicolons", "id;prompt\na;A cat\nb;A dog\n"),
        framing("tabs", "id\tprompt\na\tA cat\nb\tA dog\n"),
        framing("quoted header", "\"id\";\"prompt\"\na;\"A cat\"\nb;A dog\n"),
        framing("other case and spaces", " ID , Prompt \n a , A cat \nb,\" A dog \"\n"),
        framing("other order", "prompt,id\nA cat,a\nA dog,b\n"),
        framing("spaces around quotes", "id,prompt\na, \"A cat\" \nb,A dog"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("framings")
  void readsEveryLegalFraming(String name, String content) throws IOException {
    assertThat(rows(content))
        .as(name)
        .extracting(Row::line, Row::cells)
        .containsExactly(
            tuple(2L, Map.of("id", "a", "prompt", "A cat")),
            tuple(3L, Map.of("id", "b", "prompt", "A dog")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sep=;\n", "sep=;\r\n", "SEP=;\r", "\"sep=;\"\n", "\uFEFFsep=;\n", "sep=;;;\n"})
  void honoursTheLineThatNamesTheDelimiter(String sep) throws IOException {
    List<Row> rows = rows(sep + "id;prompt\na;one, two\n");

    assertThat(rows).extracting(Row::line).containsExactly(3L);
    assertThat(rows.get(0).cells()).containsEntry("prompt", "one, two");
  }

  @Test
  void choosesTheDelimiterThatMakesColumnNames() throws IOException {
    assertThat(rows("id;prompt;options.a,b\nx;y;z\n").get(0).cells())
        .containsEntry("options.a,b", "z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsPhysicalLines(String end) throws IOException {
    String content =
        String.join(
            end,
            List.of("", "id,prompt", "", "a,\"one", "two", "", "three\"", ",", " ", "b,x", "c,y"));

    List<Row> rows = rows(content);

    assertThat(rows).extracting(Row::line).containsExactly(4L, 10L, 11L);
    assertThat(rows.get(0).cells().get("prompt"))
        .isEqualTo(String.join(end, "one", "two", "", "three"));
  }

  @Test
  void keepsDoubledQuotesAndDelimitersInsideQuotes() throws IOException {
    assertThat(rows("id,prompt\na,\"she said \"\"cut\"\", twice\"\nb,5\" reel\n"))
        .extracting(row -> row.cells().get("prompt"))
        .containsExactly("she said \"cut\", twice", "5\" reel");
  }

  @Test
  void leavesBlankCellsOut() throws IOException {
    assertThat(rows("id,prompt,seed\na,A cat,  \n").get(0).cells())
        .containsOnlyKeys("id", "prompt");
  }

  @Test
  void readsAFailuresFileAsAManifest() throws IOException {
    String content = "id,prompt,job,reason_code,reason\na,A cat,8c1d,SAFETY,refused\n";

    assertThat(rows(content).get(0).cells())
        .isEqualTo(Map.of("id", "a", "prompt", "A cat", "job", "8c1d"));
  }

  @Test
  void keepsTheCaseOfOptionPaths() throws IOException {
    assertThat(rows("prompt,Options.contentModeration.level\nx,auto\n").get(0).cells())
        .containsEntry("options.contentModeration.level", "auto");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,prompt", "id,prompt\n", "\n\nid,prompt\r\n\r\n", "prompt\n"})
  void acceptsAHeaderWithoutRows(String content) throws IOException {
    assertThat(rows(content)).isEmpty();
  }

  private static String noList(String what) {
    return "shots.csv is " + what + ", not a list; give a CSV, an .xlsx or JSON lines";
  }

  static Stream<Arguments> otherFiles() {
    String csv = "id,prompt\na,A cat\n";
    return Stream.of(
        arguments(csv.getBytes(UTF_16LE), "shots.csv is UTF-16; save it as UTF-8"),
        arguments(csv.getBytes(UTF_16BE), "shots.csv is UTF-16; save it as UTF-8"),
        arguments(csv.getBytes(Charset.forName("UTF-16")), "shots.csv is UTF-16; save it as UTF-8"),
        arguments(("\uFEFF" + csv).getBytes(UTF_16LE), "shots.csv is UTF-16; save it as UTF-8"),
        arguments(
            "\u001f\u008b\b\0\0".getBytes(ISO_8859_1),
            "shots.csv is compressed with gzip; unpack it first"),
        arguments(
            "PK\3\4\24\0\0\0[Content_Types].xml".getBytes(ISO_8859_1),
            "shots.csv is a broken Excel workbook (it cannot be unpacked); save it again in Excel"),
        arguments(
            "\u00d0\u00cf\u0011\u00e0\0\0".getBytes(ISO_8859_1),
            "shots.csv is protected by a password, or an old workbook (.xls); save it as .xlsx"
                + " without a password"),
        arguments("%PDF-1.7".getBytes(UTF_8), "shots.csv is a PDF; export the table as CSV UTF-8"),
        arguments("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1), noList("a PNG image")),
        arguments(
            "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF".getBytes(ISO_8859_1), noList("a JPEG image")),
        arguments("RIFF\1\2\3\0WEBPVP8 ".getBytes(ISO_8859_1), noList("a WebP image")),
        arguments("\0\0\0\u001cftypheic".getBytes(ISO_8859_1), noList("a HEIC image")),
        arguments("\0\0\0 ftypisom".getBytes(ISO_8859_1), noList("a video (MP4 or MOV)")),
        arguments(
            "Rar!\u001a\7".getBytes(ISO_8859_1), "shots.csv is a RAR archive; unpack it first"),
        arguments(
            "{\\rtf1 hello}".getBytes(UTF_8),
            "shots.csv is a text document (RTF); save its table as CSV UTF-8"),
        arguments(
            "\n<!DOCTYPE html><title>Sign in".getBytes(UTF_8),
            "shots.csv is a web page, not CSV; download the file itself"),
        arguments(
            "<?xml version='1.0'?>".getBytes(UTF_8),
            "shots.csv begins with '<' like XML or HTML; export it as CSV UTF-8"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("otherFiles")
  void recognisesWhatIsNoCsv(byte[] content, String message) {
    assertUnreadable(content, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\t\r\n", "\uFEFF", ",,\n"})
  void refusesAnEmptyFile(String content) {
    assertUnreadable(
        content.getBytes(UTF_8),
        "shots.csv is empty; the first line must name the columns, as in id,prompt,image");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> ManifestReader.open(folder.resolve("no.csv")))
        .hasMessage("no.csv does not exist; give the path of a manifest");
    assertThatThrownBy(() -> ManifestReader.open(folder))
        .hasMessageEndingWith(" is not a file; give the path of a manifest");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_000, 40_000})
  void namesTheLineThatIsNotUtf8(int rowsBefore) {
    String content = "id,prompt\r\n" + "a,\u00e9\r\n".repeat(rowsBefore);
    byte[] good = content.getBytes(UTF_8);
    byte[] bad = "b,caf\u00e9\n".getBytes(ISO_8859_1);
    byte[] all = Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, all, good.length, bad.length);

    assertUnreadable(
        all,
        "shots.csv:%d: error: the byte 0xE9 is not UTF-8; save the file as UTF-8"
            .formatted(rowsBefore + 2));
  }

  @Test
  void refusesUtf8ThatIsCutOff() {
    assertUnreadable(
        new byte[] {'i', 'd', ',', 'p', 'r', 'o', 'm', 'p', 't', '\n', 'a', ',', (byte) 0xE2},
        "shots.csv:2: error: the byte 0xE2 is not UTF-8; save the file as UTF-8");
  }

  static Stream<Arguments> brokenFramings() {
    return Stream.of(
        arguments("id,prompt\na,x\0y\n", 2L, "a NUL byte; save the file as plain text in UTF-8"),
        arguments(
            "id,prompt\na,fine\nb,\"a cat\nc,a dog\n",
            3L,
            "the quote that opens here is never closed; close it or write \"\" for \""),
        arguments(
            "id,prompt\na,\"the \"big\" cat\"\n",
            2L,
            "text behind a closing quote; write \"\" for a \" inside quotes"),
        arguments(
            "id,prompt\na,\"a cat\nb,\"a dog\"\n",
            3L,
            "text behind a closing quote, which opened on line 2;"
                + " write \"\" for a \" inside quotes"),
        arguments(
            "id,prompt\na," + ",".repeat(1_001),
            2L,
            "more than 1000 cells in one row; is this a manifest?"),
        arguments(
            "sep=|\nid|prompt\n", 1L, "sep= names '|'; separate cells by comma, semicolon or tab"),
        arguments(
            "a1,A cat walks,https://example.org/cat.png\n",
            1L,
            "not a header; the first line must name the columns, as in id,prompt,image"),
        arguments(
            "\nid,promt,image,ID,,budget,options..x\n",
            2L,
            "unknown column 'promt' (column 2); did you mean 'prompt'?;"
                + " duplicate column 'id' (column 4), first at column 1;"
                + " column 5 has no name; name it or remove it;"
                + " 'options..x' (column 7) has an empty part; write options.name"),
        arguments("id,seed\na,1\n", 1L, "no column says what to make; add prompt, image or video"));
  }

  @ParameterizedTest
  @MethodSource("brokenFramings")
  void namesTheLineWhereReadingEnds(String content, long line, String message) {
    assertThatThrownBy(() -> rows(content))
        .isInstanceOf(UnreadableManifestException.class)
        .hasMessage("shots.csv:" + line + ": error: " + message)
        .extracting(failure -> ((UnreadableManifestException) failure).line())
        .isEqualTo(line);
  }

  @Test
  void passesADataUriOf16Megabytes() throws IOException {
    String uri = "data:image/png;base64," + "A".repeat(16 * 1024 * 1024 - 22);

    assertThat(rows("id,image\na,\"" + uri + "\"\nb,https://example.org/b.png\n"))
        .extracting(row -> row.cells().getOrDefault("image", "").length())
        .containsExactly(16 * 1024 * 1024, 25);
  }

  @Test
  void stopsAtACellThatWouldFillTheMemory() throws IOException {
    byte[] content = new byte[64 * 1024 * 1024];
    Arrays.fill(content, (byte) 'x');
    byte[] start = "id,prompt\na,\"".getBytes(UTF_8);
    System.arraycopy(start, 0, content, 0, start.length);

    assertUnreadable(
        content,
        "shots.csv:2: error: a cell of more than 20 MB begins here; is its closing quote missing?");
  }

  @Test
  void countsTheCellsOfARow() throws IOException {
    List<Row> rows = rows("id,prompt,seed\na,one, two,5\nb,a 5\" screen\nc,four,6\n");

    assertThat(rows.get(0).problems())
        .containsExactly(
            Problem.error(
                "seed",
                "5",
                "the row has 4 cells, the header has 3",
                "put quotes around a cell that holds the delimiter: \"one, two\""));
    assertThat(rows.get(1).problems())
        .containsExactly(
            Problem.error(
                "seed",
                null,
                "the row has 2 cells, the header has 3, and a quote in it has no like: it may be"
                    + " cut off",
                "give every column a cell, and put a cell that holds quotes or line breaks in"
                    + " quotes"));
    assertThat(rows.get(2).problems()).isEmpty();
  }

  @Test
  void guessesNoColumnsForAMiscountedRow() throws IOException {
    Row row = rows("id,prompt,seed\na,one, two,5\n").get(0);

    assertThat(row.cells())
        .isEqualTo(Map.of("id", "a", "prompt", "one", "seed", "two", "surplus", "5"));
    assertThat(row.stray()).containsExactly("a", "one", "two", "5");
  }

  @Test
  void understandsTheShortRowsOfASpreadsheet() throws IOException {
    List<Row> rows = rows("id,prompt,image,seed\na,A cat\nb,A dog,,\nc,A hen,,,\n");

    assertThat(rows).extracting(Row::problems).allMatch(List::isEmpty);
    assertThat(rows).extracting(Row::stray).allMatch(List::isEmpty);
    assertThat(rows.get(0).cells()).isEqualTo(Map.of("id", "a", "prompt", "A cat"));
  }

  @Test
  void warnsOfAShortRowThatEndsWithTheFile() throws IOException {
    Row row = rows("id,prompt,image,seed\na,A cat on the ro").get(0);

    assertThat(row.stray()).isEmpty();
    assertThat(row.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).contains("it may be cut off");
            });
    assertThat(rows("id,prompt\na,A cat").get(0).problems()).isEmpty();
  }

  @Test
  void doesNotCountEmptyCellsThatAreTooMany() throws IOException {
    List<Row> rows = rows("id,prompt,image,,\na,A cat,,,\nb,A dog,,\u00a0,,,,\n");

    assertThat(rows).extracting(Row::stray).allMatch(List::isEmpty);
    assertThat(rows.get(1).cells()).isEqualTo(Map.of("id", "b", "prompt", "A dog"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,prompt,style,seed\na,A cat, and a dog,,\n",
        "id,prompt,style,seed\na,A flock of 1,000 birds,,\n",
        "id,prompt,style,seed\nb,fine,,\na,A cat, and a dog,,\n",
        "id,prompt,style,seed\r\n\r\nb,fine,,\r\n\r\na,A cat, and a dog,,\r\n",
      })
  void takesNoTextForWholeThatItsCommaHasSplit(String manifest) throws IOException {
    assertThat(rows(manifest))
        .filteredOn(row -> "a".equals(row.cells().get("id")))
        .singleElement()
        .satisfies(row -> assertThat(row.problems()).singleElement().matches(Problem::isError));
  }

  @Test
  void stopsAtWhatWasTooMuchBefore() throws IOException {
    Row row = rows("id,prompt,surplus\na,one,two\n").get(0);

    assertThat(row.problems()).extracting(Problem::column).containsExactly("surplus");
    assertThat(rows("id,prompt,surplus\na,one,\n").get(0).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,prompt,seed", "ID, Prompt ,SEED", "prompt,id,seed", "id,prompt,"})
  void refusesAHeaderInTheMiddle(String again) throws IOException {
    List<Row> rows = rows("id,prompt,seed\na,A cat,5\n" + again + "\nb,A dog,6\n");

    assertThat(rows.get(1).problems())
        .extracting(Problem::message)
        .containsExactly("this line names the columns, as the first one does");
    assertThat(rows.get(0).problems()).isEmpty();
    assertThat(rows.get(2).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u00a0", "\u200b", "\u3000", "\ufeff", "\u2060", "\u00ad", "\u2800", "\u3164"})
  void takesWhatIsBlankToTheEyeForBlank(String blank) throws IOException {
    Row row = rows("id,prompt,seed\na," + blank + blank + ",5\n").get(0);

    assertThat(row.cells()).isEqualTo(Map.of("id", "a", "seed", "5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u200b", "\ufeff", "\u200e", "\u202f"})
  void takesNamesAndNumbersWithoutWhatNobodySees(String unseen) throws IOException {
    Row row = rows("id%1$s,prompt,%1$sseed\n%1$sa%1$s,A cat,%1$s5%1$s\n".formatted(unseen)).get(0);

    assertThat(row.cells()).isEqualTo(Map.of("id", "a", "prompt", "A cat", "seed", "5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001a", "\u001a\u001a\u001a", "\u001a\r\n", "\r\n\u001a"})
  void endsAtTheMarkOfDos(String end) throws IOException {
    assertThat(rows("id,prompt\na,A cat\nb,A dog" + end))
        .extracting(row -> row.cells().get("prompt"))
        .containsExactly("A cat", "A dog");
    assertThat(rows("id,prompt\na,A \u001a cat\n")).hasSize(1);
  }
}
