package dev.dailies.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dailies.media.BoxFile.Box;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Duration, size and codecs of an MP4 or MOV file, from the boxes {@code mvhd}, {@code tkhd} and
 * {@code stsd} (ISO/IEC 14496-12, sections 8.2.2, 8.3.2 and 8.5.2).
 */
final class IsoFacts {

  private final BoxFile file;
  private final List<String> codecs = new ArrayList<>();
  private @Nullable Integer width;
  private @Nullable Integer height;

  IsoFacts(FileChannel channel) {
    this.file = new BoxFile(channel);
  }

  MediaFacts read() throws IOException, FlawedFileException {
    Optional<Box> index = BoxFile.first(file.outermost(), "moov");
    if (index.isEmpty()) {
      return MediaFacts.NONE;
    }
    for (Box box : file.in(index.get())) {
      if (box.is("trak")) {
        readTrack(box);
      }
    }
    return new MediaFacts(seconds(index.get()), width, height, List.copyOf(codecs));
  }

  /** A file in fragments says 0 here. */
  private @Nullable BigDecimal seconds(Box index) throws IOException, FlawedFileException {
    Box header = file.at(index, "mvhd").orElse(null);
    if (header == null) {
      return null;
    }
    ByteBuffer movie = file.content(header);
    boolean wide = movie.get(0) == 1;
    long scale = Integer.toUnsignedLong(movie.getInt(wide ? 20 : 12));
    long ticks = wide ? movie.getLong(24) : Integer.toUnsignedLong(movie.getInt(16));
    return scale == 0 || ticks <= 0
        ? null
        : BigDecimal.valueOf(ticks).divide(BigDecimal.valueOf(scale), 3, RoundingMode.HALF_UP);
  }

  private void readTrack(Box track) throws IOException, FlawedFileException {
    Optional<Box> descriptions = file.at(track, "mdia", "minf", "stbl", "stsd");
    if (descriptions.isPresent()) {
      ByteBuffer first = file.content(descriptions.get());
      codecs.add(ISO_8859_1.decode(first.slice(12, 4)).toString().strip());
    }
    Optional<Box> header = file.at(track, "tkhd");
    if (header.isPresent() && width == null) {
      readSize(file.content(header.get()));
    }
  }

  /** In pixels and their 65,536ths; 0 for a track without a picture. */
  private void readSize(ByteBuffer track) {
    int place = track.get(0) == 1 ? 88 : 76;
    int shownWidth = track.getInt(place) >>> 16;
    int shownHeight = track.getInt(place + Integer.BYTES) >>> 16;
    if (shownWidth > 0 && shownHeight > 0) {
      width = shownWidth;
      height = shownHeight;
    }
  }
}
