package dev.dailies.manifest.workbook;

/** A file whose cells cannot be read. Its message follows the file's name. */
public final class UnreadableWorkbookException extends RuntimeException {

  private final long row;

  private UnreadableWorkbookException(String message, long row) {
    super(message);
    this.row = row;
  }

  static UnreadableWorkbookException of(String what) {
    return new UnreadableWorkbookException(what, 0);
  }

  static UnreadableWorkbookException at(long row, String what) {
    return new UnreadableWorkbookException(what, row);
  }

  /** What is not written as Excel writes it. */
  static UnreadableWorkbookException broken(String why) {
    return of("is a broken Excel workbook (" + why + "); save it again in Excel");
  }

  /** The row of the sheet, from 1; 0 if it is about the file as a whole. */
  public long row() {
    return row;
  }
}
