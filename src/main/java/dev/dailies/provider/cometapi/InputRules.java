package dev.dailies.provider.cometapi;

import dev.dailies.media.DataUri;
import dev.dailies.provider.FileInBody;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Shot;
import dev.dailies.provider.models.Route;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an image or a video of a row may be. CometAPI has no upload, so it is an address that anyone
 * can fetch, or, for the few routes whose page says so, the video itself as a data URI.
 */
final class InputRules {

  /** In characters of the data URI, as Runway documents it; CometAPI names no limit. */
  static final int LONGEST = 16 * 1024 * 1024;

  private static final String TAKE_FILES =
      "give its URL, or send the row to a provider of the type runway, generator or comfyui";

  private final Inputs inputs;
  private final Set<Operation> inlineVideo;

  /**
   * @param inlineVideo the operations whose video may be a data URI
   */
  InputRules(Inputs inputs, Set<Operation> inlineVideo) {
    this.inputs = inputs;
    this.inlineVideo = inlineVideo;
  }

  /** What is wrong with the inputs that the route has a field for. */
  Stream<Problem> problems(Shot shot, Route route) {
    return Stream.of(
            problems(shot, "image", Stream.ofNullable(shot.image())),
            problems(shot, "video", Stream.ofNullable(shot.video())),
            problems(shot, "references", shot.references().stream()))
        .flatMap(found -> found)
        .filter(problem -> route.field(problem.column()).isPresent());
  }

  /** The file that is written out for an image or a video that has no problem; empty if none is. */
  Optional<FileInBody> writtenOut(String cell) {
    return inputs.of(cell) instanceof Input.LocalFile file
        ? Optional.of(FileInBody.of(file))
        : Optional.empty();
  }

  private Stream<Problem> problems(Shot shot, String column, Stream<String> cells) {
    boolean inline = column.equals("video") && inlineVideo.contains(shot.operation());
    return cells.flatMap(cell -> problem(shot.operation(), column, cell, inline).stream());
  }

  private Optional<Problem> problem(
      Operation operation, String column, String cell, boolean inline) {
    Input input = inputs.of(cell);
    if (input instanceof Input.Unusable unusable) {
      return error(column, cell, unusable.problem(), unusable.fix());
    }
    if (input instanceof Input.LocalFile file) {
      return inline
          ? writtenOut(
              column, cell, file.type().mediaName(), DataUri.length(file.type(), file.bytes()))
          : error(column, cell, "this is a file, and CometAPI has no upload", TAKE_FILES);
    }
    if (input instanceof Input.Inline given) {
      String form = "CometAPI takes no data URI as the %s of %s";
      return inline
          ? writtenOut(column, cell, given.data().mediaType(), given.data().text().length())
          : error(column, cell, form.formatted(column, operation.label()), "give an https URL");
    }
    return cell.regionMatches(true, 0, "https://", 0, 8)
        ? Optional.empty()
        : error(column, cell, "this is no https URL", "give one");
  }

  private static Optional<Problem> writtenOut(
      String column, String cell, String mediaType, long length) {
    if (!mediaType.startsWith("video/")) {
      return error(column, cell, "this is of the type " + mediaType, "give a video");
    }
    String message = "as a data URI this is %d characters long, and %d are taken";
    return length <= LONGEST
        ? Optional.empty()
        : error(column, cell, message.formatted(length, LONGEST), TAKE_FILES);
  }

  private static Optional<Problem> error(String column, String cell, String message, String fix) {
    return Optional.of(Problem.error(column, DataUri.shortenAll(cell), message, fix));
  }
}
