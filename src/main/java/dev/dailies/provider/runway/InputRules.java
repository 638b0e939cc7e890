package dev.dailies.provider.runway;

import dev.dailies.media.DataUri;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Shot;
import java.util.List;
import java.util.Optional;

/**
 * Judges the images and videos of a row, by Runway's pages "Inputs" and "Uploads": that the file is
 * there, that its type fits its column ({@link InputCell#takes}), and that what must be uploaded
 * has from 512 bytes to 200 MB.
 */
final class InputRules {

  /** In bytes, as the largest. */
  private static final long SMALLEST_UPLOAD = 512;

  private static final long LARGEST_UPLOAD = 200_000_000;

  private final Inputs inputs;

  InputRules(Inputs inputs) {
    this.inputs = inputs;
  }

  /** What is wrong with the files and the inline data of a row. */
  List<Problem> problems(Shot shot) {
    return InputCell.of(shot).stream().flatMap(cell -> problem(cell).stream()).toList();
  }

  /** The files of a row that have to be uploaded before it can be sent. */
  List<FileToSend> uploads(Shot shot) {
    return InputCell.of(shot).stream()
        .distinct()
        .flatMap(cell -> FileToSend.of(cell, inputs.of(cell.text())).stream())
        .filter(FileToSend::needsUpload)
        .toList();
  }

  private Optional<Problem> problem(InputCell cell) {
    Input input = inputs.of(cell.text());
    return input instanceof Input.Unusable unusable
        ? Optional.of(error(cell, unusable.problem(), unusable.fix()))
        : FileToSend.of(cell, input).flatMap(file -> problem(cell, file));
  }

  private static Optional<Problem> problem(InputCell cell, FileToSend file) {
    if (!cell.takes(file.type())) {
      String fix = "give " + cell.choices();
      return Optional.of(error(cell, "Runway takes no such file here", fix));
    }
    if (!file.needsUpload()) {
      return Optional.empty();
    }
    if (file.bytes() < SMALLEST_UPLOAD) {
      String message = "the file has %d bytes, and Runway takes uploads of %d at least";
      return Optional.of(
          error(cell, message.formatted(file.bytes(), SMALLEST_UPLOAD), "give its URL"));
    }
    if (file.bytes() > LARGEST_UPLOAD) {
      String message = "the file has %d bytes, and Runway takes uploads of %d at most";
      return Optional.of(
          error(cell, message.formatted(file.bytes(), LARGEST_UPLOAD), "make it smaller"));
    }
    return Optional.empty();
  }

  private static Problem error(InputCell cell, String message, String fix) {
    return Problem.error(cell.column(), DataUri.shortenAll(cell.text()), message, fix);
  }
}
