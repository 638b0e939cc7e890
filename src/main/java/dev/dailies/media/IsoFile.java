package dev.dailies.media;

import dev.dailies.media.BoxFile.Box;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an MP4 or MOV file is whole (ISO/IEC 14496-12): it has an index and media data, and
 * every sample that the index names lies within that data. What follows the last box, such as a
 * line break or a tag of some tool, is no flaw where the index names every sample.
 */
public final class IsoFile {

  private final BoxFile file;

  public IsoFile(FileChannel file) {
    this.file = new BoxFile(file);
  }

  /** What is wrong with the file's structure; null if nothing is missing. */
  public @Nullable String flaw() throws IOException {
    try {
      check();
      return null;
    } catch (FlawedFileException flaw) {
      return flaw.getMessage();
    }
  }

  /** What is odd about a file that lacks nothing; null if it is as others are. */
  public @Nullable String oddity() throws IOException {
    try {
      List<Box> boxes = file.outermost();
      long rest = file.size() - end(boxes);
      if (rest > 0) {
        return "%d bytes that belong to no part of the clip follow its end".formatted(rest);
      }
      String first = boxes.get(0).type();
      return first.equals("ftyp") ? null : "it begins with '" + first + "', and not with its kind";
    } catch (FlawedFileException flawed) {
      return null;
    }
  }

  /**
   * True if the boxes do not prove that all is here: bytes follow that belong to no box, or a clip
   * in fragments does not end with their index, so that another fragment may be missing.
   */
  public boolean mayGoOn() throws IOException {
    try {
      List<Box> boxes = file.outermost();
      boolean open = has(boxes, "moof") && !boxes.get(boxes.size() - 1).is("mfra");
      return open || file.size() > end(boxes);
    } catch (FlawedFileException flawed) {
      return true;
    }
  }

  private static long end(List<Box> boxes) {
    return boxes.isEmpty() ? 0 : boxes.get(boxes.size() - 1).end();
  }

  private void check() throws IOException, FlawedFileException {
    List<Box> boxes = file.outermost();
    boolean inFragments = has(boxes, "moof");
    long end = end(boxes);
    boolean mayBePartOfIt = inFragments || !has(boxes, "moov") || !has(boxes, "mdat");
    if (end < file.size() && mayBePartOfIt && !isHarmless(file.text(end))) {
      throw new FlawedFileException("the box at byte " + end + " does not fit into the file");
    }
    checkTracks(boxes, inFragments);
  }

  /** Behind the last box of a clip in fragments only this is certainly no part of another one. */
  private static boolean isHarmless(String rest) {
    return rest.startsWith("ID3") || rest.startsWith("TAG") || rest.matches("[\\s\\x00]{1,16}");
  }

  private void checkTracks(List<Box> boxes, boolean inFragments)
      throws IOException, FlawedFileException {
    Box index = required(boxes, "moov");
    required(boxes, "mdat");
    List<Box> tracks = file.in(index).stream().filter(box -> box.is("trak")).toList();
    if (tracks.isEmpty()) {
      throw new FlawedFileException("no track");
    }
    NavigableMap<Long, Box> media = new TreeMap<>();
    boxes.stream().filter(box -> box.is("mdat")).forEach(box -> media.put(box.content(), box));
    long chunks = 0;
    for (Box track : tracks) {
      chunks += checkSamples(track, media);
    }
    // The samples of a fragmented file are in the indexes of its fragments.
    if (chunks == 0 && !inFragments) {
      throw new FlawedFileException("no sample");
    }
  }

  private long checkSamples(Box track, NavigableMap<Long, Box> media)
      throws IOException, FlawedFileException {
    Box tables = file.at(track, "mdia", "minf", "stbl").orElse(null);
    if (tables == null) {
      throw new FlawedFileException("a track without its tables");
    }
    SampleTable samples = SampleTable.read(file, tables);
    samples.checkThatAllLieIn(media);
    return samples.chunks();
  }

  private static boolean has(List<Box> boxes, String type) {
    return BoxFile.first(boxes, type).isPresent();
  }

  private static Box required(List<Box> boxes, String type) throws FlawedFileException {
    return BoxFile.first(boxes, type)
        .orElseThrow(() -> new FlawedFileException("no " + type + " box"));
  }
}
