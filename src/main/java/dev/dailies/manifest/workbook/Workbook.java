package dev.dailies.manifest.workbook;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * An Excel workbook. Of its sheets those count that people see, and of those one may hold cells:
 * nobody could tell which of several is meant.
 */
public final class Workbook implements Closeable {

  private static final long MB = 1024 * 1024;
  private static final long MOST_OF_SHEET = 1024 * MB;
  private static final long MOST_OF_PART = 256 * MB;

  private final FileSystem parts;
  private final List<Sheet> sheets = new ArrayList<>();
  private SharedTexts texts = SharedTexts.none();
  private NumberFormats formats = NumberFormats.none();
  private boolean since1904;

  private record Sheet(String name, String part) {}

  private Workbook(FileSystem parts) {
    this.parts = parts;
  }

  /**
   * Opens a workbook.
   *
   * @throws UnreadableWorkbookException if it is none, or a broken one
   */
  public static Workbook open(Path file) throws IOException {
    Workbook workbook = new Workbook(unpacked(file));
    try {
      workbook.read();
      return workbook;
    } catch (IOException | RuntimeException failure) {
      workbook.close();
      throw failure;
    }
  }

  private static FileSystem unpacked(Path file) throws IOException {
    try {
      return FileSystems.newFileSystem(file);
    } catch (ProviderNotFoundException | ZipException noZip) {
      UnreadableWorkbookException broken =
          UnreadableWorkbookException.broken("it cannot be unpacked");
      broken.initCause(noZip);
      throw broken;
    }
  }

  private void read() throws IOException {
    String main = main();
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    Relations relations = relations(folder, main.substring(slash));
    try (Part part = part(main, MOST_OF_PART)) {
      readSheets(part, relations);
    }
    // Some programs name the part and leave it out where all texts are in their cells.
    Optional<String> shared =
        relations.ofKind("sharedStrings").filter(name -> Files.exists(parts.getPath(name)));
    if (shared.isPresent()) {
      try (Part part = part(shared.get(), MOST_OF_PART)) {
        texts = SharedTexts.read(part);
      }
    }
    Optional<String> styles = relations.ofKind("styles");
    if (styles.isPresent()) {
      try (Part part = part(styles.get(), MOST_OF_PART)) {
        formats = NumberFormats.read(part);
      }
    }
  }

  /** The part that names the sheets. */
  private String main() throws IOException {
    if (!Files.exists(parts.getPath("/[Content_Types].xml"))) {
      throw UnreadableWorkbookException.of(packed());
    }
    String main =
        relations("/", "")
            .ofKind("officeDocument")
            .orElseThrow(() -> UnreadableWorkbookException.broken("it names no sheets"));
    if (main.endsWith(".bin")) {
      throw UnreadableWorkbookException.of("is a binary workbook (.xlsb); save it as .xlsx");
    }
    if (main.contains("/word/") || main.contains("/ppt/")) {
      throw UnreadableWorkbookException.of(
          "is a %s, not a list; save its table as .xlsx or CSV UTF-8"
              .formatted(main.contains("/word/") ? "Word document" : "PowerPoint presentation"));
    }
    if (!main.contains("/xl/") && !main.endsWith("workbook.xml")) {
      throw UnreadableWorkbookException.of("is no workbook; give an .xlsx or CSV UTF-8");
    }
    return main;
  }

  /** What else is packed like a workbook. */
  private String packed() {
    if (Files.exists(parts.getPath("/content.xml"))) {
      return "is an OpenDocument sheet (.ods); save it as .xlsx or CSV UTF-8";
    }
    boolean isOfApple =
        Files.exists(parts.getPath("/Index.zip"))
            || Files.exists(parts.getPath("/Index/Document.iwa"));
    return isOfApple
        ? "is a Numbers document; export it from Numbers as Excel or CSV"
        : "is a zip archive; unpack it first";
  }

  private Relations relations(String folder, String name) throws IOException {
    try (Part part = part(folder + "_rels/" + name + ".rels", MOST_OF_PART)) {
      return Relations.read(part, folder);
    }
  }

  private void readSheets(Part part, Relations relations) {
    while (part.next()) {
      if (part.begins("workbookPr")) {
        String value = String.valueOf(part.attribute("date1904"));
        since1904 = value.equals("1") || value.equals("true");
      } else if (part.begins("sheet") && isSeen(part)) {
        String name = String.valueOf(part.attribute("name"));
        relations
            .sheet(String.valueOf(part.attribute("id")))
            .ifPresent(target -> sheets.add(new Sheet(name, target)));
      }
    }
  }

  private static boolean isSeen(Part part) {
    String state = part.attribute("state");
    return state == null || state.equals("visible");
  }

  private Part part(String name, long most) throws IOException {
    try {
      Path path = parts.getPath(name).normalize();
      if (!Files.isRegularFile(path)) {
        throw UnreadableWorkbookException.broken("a part of it is missing");
      }
      long sum = (Long) Files.getAttribute(path, "zip:crc");
      InputStream packed = new BufferedInputStream(Files.newInputStream(path));
      return new Part(new BoundedPart(packed, most, sum));
    } catch (InvalidPathException none) {
      UnreadableWorkbookException broken =
          UnreadableWorkbookException.broken("a part of it is missing");
      broken.initCause(none);
      throw broken;
    }
  }

  /**
   * The rows of the one sheet that has any.
   *
   * @throws UnreadableWorkbookException if several have
   */
  public SheetRows rows() throws IOException {
    List<Sheet> filled = new ArrayList<>();
    for (Sheet sheet : sheets) {
      try (SheetRows rows = rows(sheet)) {
        if (rows.next() != null) {
          filled.add(sheet);
        }
      }
    }
    if (filled.size() > 1) {
      throw UnreadableWorkbookException.of(
          "has rows on %d sheets: %s; keep one, or hide the others"
              .formatted(
                  filled.size(),
                  filled.stream().map(Sheet::name).collect(Collectors.joining(", "))));
    }
    if (sheets.isEmpty()) {
      throw UnreadableWorkbookException.of("has no sheet that can be seen; show the one you mean");
    }
    return rows(filled.isEmpty() ? sheets.get(0) : filled.get(0));
  }

  private SheetRows rows(Sheet sheet) throws IOException {
    return new SheetRows(part(sheet.part(), MOST_OF_SHEET), this);
  }

  SharedTexts texts() {
    return texts;
  }

  NumberFormats formats() {
    return formats;
  }

  boolean isSince1904() {
    return since1904;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
