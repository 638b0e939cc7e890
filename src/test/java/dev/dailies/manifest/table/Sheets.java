package dev.dailies.manifest.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small Excel workbooks, by their parts. */
public final class Sheets {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private int count;

  public Sheets() {
    part("[Content_Types].xml", "<Types/>");
    part("_rels/.rels", "<Relationships>" + relation("1", "officeDocument", "xl/workbook.xml"));
    parts.merge("_rels/.rels", "</Relationships>", String::concat);
  }

  Sheets part(String name, String content) {
    parts.put(name, XML + content);
    return this;
  }

  Sheets without(String part) {
    parts.remove(part);
    return this;
  }

  /** Writes something else into all parts. */
  Sheets replace(String what, String by) {
    parts.replaceAll((name, content) -> content.replace(what, by));
    return this;
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>"
        .formatted(id, TYPE, kind, target);
  }

  /** A sheet of rows in Excel's own words. */
  Sheets sheet(String name, String rows) {
    return sheet(name, "visible", rows);
  }

  Sheets sheet(String name, String state, String rows) {
    String target = "worksheets/sheet" + ++count + ".xml";
    relations.append(relation("s" + count, "worksheet", target));
    sheets.append(
        "<sheet name=\"%s\" state=\"%s\" sheetId=\"%d\" r:id=\"s%d\"/>"
            .formatted(name, state, count, count));
    return part("xl/" + target, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  /** A sheet of texts. */
  public Sheets table(String name, String... rows) {
    StringBuilder xml = new StringBuilder();
    for (String row : rows) {
      xml.append("<row>");
      for (String cell : row.split(",", -1)) {
        xml.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
      }
      xml.append("</row>");
    }
    return sheet(name, xml.toString());
  }

  /** The texts that cells of type {@code s} name. */
  Sheets texts(String... items) {
    relations.append(relation("t", "sharedStrings", "/xl/sharedStrings.xml"));
    return part("xl/sharedStrings.xml", "<sst>" + String.join("", items) + "</sst>");
  }

  /** Styles, each with the number format of that code. */
  Sheets formats(String... codes) {
    StringBuilder formats = new StringBuilder();
    StringBuilder styles = new StringBuilder();
    for (int i = 0; i < codes.length; i++) {
      boolean builtIn = codes[i].matches("[0-9]+\\.");
      String id = builtIn ? codes[i].replace(".", "") : String.valueOf(164 + i);
      styles.append("<xf numFmtId=\"").append(id).append("\"/>");
      formats.append(
          builtIn
              ? ""
              : "<numFmt numFmtId=\"%s\" formatCode=\"%s\"/>"
                  .formatted(id, codes[i].replace("\"", "&quot;")));
    }
    relations.append(relation("f", "styles", "styles.xml"));
    return part(
        "xl/styles.xml",
        "<styleSheet><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
            .formatted(formats, styles));
  }

  public Path write(Path file) throws IOException {
    return write(file, "");
  }

  /** Writes the workbook, whose own settings are given. */
  Path write(Path file, String settings) throws IOException {
    part(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><workbookPr %s/><sheets>%s</sheets></workbook>"
            .formatted(settings, sheets));
    part("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return file;
  }
}
