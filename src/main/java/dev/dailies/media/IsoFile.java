package dev.dailies.media;

import dev.dailies.media.BoxFile.Box;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an MP4 or MOV file is whole (ISO/IEC 14496-12): its boxes cover it, it has an index
 * and media data, and every sample that the index names lies within that data.
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

  private void check() throws IOException, FlawedFileException {
    List<Box> boxes = file.outermost();
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
    if (chunks == 0 && BoxFile.first(boxes, "moof").isEmpty()) {
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

  private static Box required(List<Box> boxes, String type) throws FlawedFileException {
    return BoxFile.first(boxes, type)
        .orElseThrow(() -> new FlawedFileException("no " + type + " box"));
  }
}
