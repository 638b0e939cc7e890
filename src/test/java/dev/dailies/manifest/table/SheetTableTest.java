package dev.dailies.manifest.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.manifest.Row;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A manifest in Excel, as people see it. */
class SheetTableTest {

  private static final String HEADER =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>prompt</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>Notes</t></is></c></row>";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("shots.xlsx");
  }

  private List<Row> rows(Path file) {
    List<Row> rows = new ArrayList<>();
    try (ManifestReader reader = ManifestReader.open(file)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Row> rows(Sheets sheets) throws IOException {
    return rows(sheets.write(file()));
  }

  /** What a note says that is written so, in the format of that style. */
  private String note(Sheets sheets, String cell) throws IOException {
    String row = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c>" + cell + "</row>";
    return rows(sheets.sheet("Shots", HEADER + row)).get(0).cells().getOrDefault("Notes", "");
  }

  private void assertUnreadable(Path file, String message) {
    assertThatThrownBy(() -> rows(file))
        .isInstanceOf(UnreadableManifestException.class)
        .hasMessage(message);
  }

  @Test
  void isThatOfTheSameTableInCsv() throws IOException {
    Path mine = folder.resolve("libreoffice.xlsx");
    try (var in = getClass().getResourceAsStream("/manifest/libreoffice.xlsx")) {
      Files.copy(Objects.requireNonNull(in), mine);
    }
    Path csv =
        Files.writeString(
            folder.resolve("shots.csv"),
            """
            Shot,Description,Length,Aspect Ratio,Seed,Takes,Watermark,options.strength,Notes
            SC01/SH010,"A harbour, 5"" reel
            second line",5,16:9,4294967295,2,TRUE,0.5,2026-11-30
            1,A tram,10,9:16,7,1,FALSE,1E-3,50%
            """);

    List<Row> fromSheet = rows(mine);
    List<Row> fromCsv = rows(csv);

    Inputs inputs = new Inputs(folder);
    assertThat(fromSheet).extracting(row -> row.digest(inputs)).doesNotHaveDuplicates();
    assertThat(fromSheet)
        .extracting(row -> row.digest(inputs))
        .isEqualTo(fromCsv.stream().map(row -> row.digest(inputs)).toList());
    assertThat(fromSheet.get(0).cells())
        .containsEntry("id", "SC01/SH010")
        .containsEntry("duration", "5")
        .containsEntry("ratio", "16:09")
        .containsEntry("watermark", "TRUE")
        .containsEntry("Notes", "2026-11-30");
    assertThat(fromSheet.get(1).cells())
        .containsEntry("options.strength", "0.001")
        .containsEntry("Notes", "50%");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5|General|5",
        "5.0|General|5",
        "0.30000000000000004|General|0.3",
        "1.0000000000000001E-3|0.00E+00|0.001",
        "18446744073709551615|General|18446744073709551615",
        "4294967295|0.00E+00|4294967295",
        "1200|#,##0|1200",
        "5|0.00|5",
        "7|000|007",
        "0.5|9.|50%",
        "0.125|0.0%|12.5%",
        "46356|14.|2026-11-30",
        "46356.291666666664|yyyy\\-mm\\-dd\\ hh:mm|2026-11-30 7:00",
        "60|d.m.yy|1900-02-28",
        "0.672916666666667|20.|16:09",
        "0.386111111111111|[$-409]hh:mm\\ AM/PM|9:16",
        "1.5|[h]:mm:ss|36:00",
        "0.00005787037037|mm:ss|0:00:05",
        "12|\"d\"0|12",
        "12|[Magenta]General|12",
        "-1|14.|-1",
        "1E+401|14.|1E+401",
        "1E-999999999|14.|1E-999999999",
        "hello|General|hello"
      })
  void showsANumberAsPeopleSeeIt(String stored, String format, String shown) throws IOException {
    Sheets sheets = new Sheets().formats("General", format);

    assertThat(note(sheets, "<c r=\"B2\" s=\"1\"><v>" + stored + "</v></c>")).isEqualTo(shown);
  }

  @Test
  void takesAFormatAsTheWorkbookSpellsItOut() throws IOException {
    Sheets sheets =
        new Sheets()
            .formats("49.")
            .part(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"49\" formatCode=\"000\"/></numFmts>"
                    + "<cellXfs><xf numFmtId=\"49\"/></cellXfs></styleSheet>");

    assertThat(note(sheets, "<c r=\"B2\" s=\"0\"><v>7</v></c>")).isEqualTo("007");
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookDoes() throws IOException {
    Sheets sheets =
        new Sheets()
            .formats("14.")
            .sheet("Shots", HEADER + "<row r=\"2\"><c r=\"A2\"><v>0</v></c></row>");

    assertThat(rows(sheets.write(file(), "date1904=\"1\"")).get(0).cells())
        .containsEntry("prompt", "1904-01-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c r=\"B2\" t=\"s\"><v>1</v></c>|Two fonts",
        "<c r=\"B2\" t=\"s\"><v>0</v></c>|001",
        "<c r=\"B2\" t=\"b\"><v>1</v></c>|TRUE",
        "<c r=\"B2\" t=\"b\"><f>1=2</f><v>0</v></c>|FALSE",
        "<c r=\"B2\" t=\"str\"><f>A1&amp;\"!\"</f><v>a_x0041__x005F_b</v></c>|aA_b",
        "<c r=\"B2\" t=\"str\"><f>\"\"</f><v></v></c>|''",
        "<c r=\"B2\"><f>2+3</f><v>5</v></c>|5",
        "<c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>5</v></c>|5",
        "<c r=\"B2\" t=\"inlineStr\"><is><t>seen</t><rPh><t>spoken</t></rPh></is></c>|seen",
        "<c r=\"B2\" t=\"inlineStr\"><v>as a value</v></c>|as a value",
        "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>|#REF!",
        "<c r=\"B2\" t=\"d\"><v>2026-11-30</v></c>|2026-11-30",
        "<c r=\"B2\" t=\"d\"><v>2026-11-30T00:00:00</v></c>|2026-11-30",
        "<c r=\"B2\" t=\"d\"><v>2026-11-30T08:27:48.765Z</v></c>|2026-11-30 8:27:48",
        "<c r=\"B2\" s=\"3\"/>|''",
        "<c r=\"B2\"/><c r=\"XFD2\" s=\"0\"/>|''"
      })
  void readsEveryKindOfCell(String cell, String shown) throws IOException {
    Sheets sheets =
        new Sheets()
            .texts(
                "<si><t>001</t></si>",
                "<si><r><t xml:space=\"preserve\">Two </t></r><r><t>fonts</t></r>"
                    + "<rPh><t>spoken</t></rPh></si>");

    assertThat(note(sheets, cell)).isEqualTo(shown);
  }

  @Test
  void skipsEmptyRowsAndNamesTheRowsOfTheSheet() throws IOException {
    List<Row> rows =
        rows(
            new Sheets()
                .sheet(
                    "Shots",
                    "<row r=\"1\"/><row r=\"3\"><c r=\"A3\""
                        + " t=\"inlineStr\"><is><t>prompt</t></is></c></row><row r=\"4\"><c"
                        + " r=\"A4\" s=\"0\"/></row><row r=\"9\"><c"
                        + " r=\"A9\"><v>1</v></c></row><row><c><v>2</v></c></row>")
                .sheet("Empty", "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>"));

    assertThat(rows).extracting(Row::line).containsExactly(9L, 10L);
    assertThat(rows.get(0).problems()).isEmpty();
  }

  @Test
  void takesAQuoteInARowWithEmptyCellsAtItsEnd() throws IOException {
    List<Row> rows = rows(new Sheets().table("Shots", "id,prompt,seed", "a,5\" reel"));

    assertThat(rows.get(0).problems()).isEmpty();
    assertThat(rows.get(0).cells()).isEqualTo(Map.of("id", "a", "prompt", "5\" reel"));
  }

  @Test
  void namesTheColumnOfACellBesideTheTable() throws IOException {
    Row row = rows(new Sheets().table("Shots", "id,prompt", "a,A cat,,ask Jo")).get(0);

    assertThat(row.problems())
        .containsExactly(
            Problem.error(
                "prompt",
                "ask Jo",
                "column D has no name, and a cell here",
                "name the column, or empty the cell"));
  }

  @Test
  void refusesSeveralSheetsWithRowsByTheirNames() throws IOException {
    Sheets sheets =
        new Sheets()
            .table("Night 1", "prompt", "A cat")
            .sheet("Empty", "")
            .table("Night 2", "prompt", "A dog");

    assertUnreadable(
        sheets.write(file()),
        "shots.xlsx has rows on 2 sheets: Night 1, Night 2; keep one, or hide the others");
  }

  @Test
  void doesNotReadWhatIsHidden() throws IOException {
    String row =
        "<row><c t=\"inlineStr\"><is><t>prompt</t></is></c></row><row><c><v>1</v></c></row>";

    assertThat(rows(new Sheets().sheet("Lists", "hidden", row).sheet("Shots", row))).hasSize(1);
    assertUnreadable(
        new Sheets().sheet("Shots", "veryHidden", row).write(file()),
        "shots.xlsx has no sheet that can be seen; show the one you mean");
  }

  @Test
  void saysThatAHiddenRowCounts() throws IOException {
    String cell = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
    List<Row> rows =
        rows(
            new Sheets()
                .sheet(
                    "Shots",
                    "<row>%s</row><row hidden=\"1\">%s</row><row hidden=\"false\">%s</row>"
                        .formatted(
                            cell.formatted("prompt"), cell.formatted("a"), cell.formatted("b"))));

    assertThat(rows.get(0).problems())
        .containsExactly(
            Problem.warning(
                "",
                null,
                "the row is hidden in the sheet, and counts all the same",
                "delete it if it is not wanted"));
    assertThat(rows.get(1).problems()).isEmpty();
  }

  @Test
  void namesTheColumnsThatAreHidden() throws IOException {
    Path file =
        new Sheets().table("Shots", "id,prompt,seed,model", "a,A cat,7,gen3a_turbo").write(file());
    String sheet =
        "<worksheet><cols><col min=\"1\" max=\"2\"/><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols>";
    Path hidden = folder.resolve("hidden.xlsx");
    new Sheets()
        .table("Shots", "id,prompt,seed,model", "a,A cat,7,gen3a_turbo")
        .replace("<worksheet>", sheet)
        .write(hidden);

    assertThat(remarks(file)).isEmpty();
    assertThat(remarks(hidden))
        .extracting(Problem::message)
        .containsExactly("hidden in the sheet, and read all the same: seed, model");
  }

  private static List<Problem> remarks(Path file) {
    try (ManifestReader reader = ManifestReader.open(file)) {
      return reader.remarks();
    }
  }

  @Test
  void needsNoPartOfTextsWhereAllAreInTheirCells() throws IOException {
    Sheets sheets =
        new Sheets().texts().table("Shots", "prompt", "A cat").without("xl/sharedStrings.xml");

    assertThat(rows(sheets)).extracting(Row::cells).containsExactly(Map.of("prompt", "A cat"));
  }

  @Test
  void refusesAFormulaThatWasNeverComputed() throws IOException {
    assertThatThrownBy(() -> note(new Sheets(), "<c r=\"B2\"><f>2+3</f></c>"))
        .hasMessage(
            "shots.xlsx:2: error: a formula has never been computed; open the workbook in Excel and"
                + " save it");
  }

  @Test
  void refusesWhatIsNoWorkbook() throws IOException {
    Files.write(file(), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    assertUnreadable(
        file(),
        "shots.xlsx is protected by a password, or an old workbook (.xls); save it as .xlsx without"
            + " a password");

    zip("shots.csv", "prompt\n");
    assertUnreadable(file(), "shots.xlsx is a zip archive; unpack it first");

    zip("content.xml", "<x/>");
    assertUnreadable(
        file(), "shots.xlsx is an OpenDocument sheet (.ods); save it as .xlsx or CSV UTF-8");

    zip("Index/Document.iwa", "");
    assertUnreadable(
        file(), "shots.xlsx is a Numbers document; export it from Numbers as Excel or CSV");

    assertUnreadable(
        new Sheets()
            .part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"1\" Type=\"x/officeDocument\""
                    + " Target=\"word/document.xml\"/></Relationships>")
            .write(file()),
        "shots.xlsx is a Word document, not a list; save its table as .xlsx or CSV UTF-8");

    Files.write(file(), new byte[] {(byte) 0x9A, 0x17, 0x2C, 0x61});
    assertUnreadable(
        file(), "shots.xlsx is no Excel workbook, whatever its name says; save it again in Excel");
  }

  private void zip(String name, String content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(UTF_8));
    }
  }

  @Test
  void refusesABrokenWorkbook() throws IOException {
    byte[] whole = Files.readAllBytes(new Sheets().table("Shots", "prompt", "A cat").write(file()));

    for (int length : new int[] {4, 30, whole.length / 2, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> rows(file()))
          .as("of %d bytes", length)
          .isInstanceOf(UnreadableManifestException.class)
          .hasMessageStartingWith("shots.xlsx is a broken Excel workbook");
    }
    for (int at = 0; at < whole.length; at += 7) {
      byte[] harmed = whole.clone();
      harmed[at] ^= 0x10;
      Files.write(file(), harmed);
      assertIsReadOrRefused(at);
    }
    assertUnreadable(
        new Sheets().sheet("Shots", "<row><c").write(file()),
        "shots.xlsx is a broken Excel workbook (it is not whole); save it again in Excel");
  }

  /** Never as something else than what was saved. */
  private void assertIsReadOrRefused(int at) {
    try {
      assertThat(rows(file()))
          .as("byte %d", at)
          .extracting(Row::cells)
          .containsExactly(Map.of("prompt", "A cat"));
    } catch (UnreadableManifestException refused) {
      assertThat(refused).hasMessageStartingWith("shots.xlsx");
    }
  }

  @Test
  void isNotFilledByABomb() throws IOException {
    String cell = "<c r=\"A2\" t=\"inlineStr\"><is><t>" + "a".repeat(1_000_001) + "</t></is></c>";
    assertUnreadable(
        new Sheets().sheet("Shots", HEADER + "<row r=\"2\">" + cell + "</row>").write(file()),
        "shots.xlsx has a cell of more than 1,000,000 characters; shorten it");

    assertThatThrownBy(() -> note(new Sheets(), "<c r=\"AAAA2\"><v>1</v></c>"))
        .hasMessage("shots.xlsx:2: error: more than 1,000 columns; is this a manifest?");

    assertThatThrownBy(() -> note(new Sheets(), "<c r=\"B2\" t=\"s\"><v>2147483647</v></c>"))
        .hasMessage("shots.xlsx:2: error: a cell names a text that is not there; save it again");

    String text = "<si><t>" + "a".repeat(900_000) + "</t></si>";
    assertUnreadable(
        new Sheets().texts(text.repeat(25)).table("Shots", "prompt", "x").write(file()),
        "shots.xlsx holds more than 20,000,000 characters; save its rows as CSV UTF-8");
  }

  @Test
  void takesNothingFromElsewhere() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Sheets sheets = new Sheets().table("Shots", "prompt", "A cat");
    sheets.part(
        "xl/worksheets/sheet1.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>prompt&e;</t></is></c></row></sheetData></worksheet>"
            .formatted(secret.toUri()));

    assertThatThrownBy(() -> rows(sheets)).isInstanceOf(UnreadableManifestException.class);
  }
}
