package dev.dailies.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardOpenOption.READ;

import dev.dailies.media.BoxFile.Box;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an editor counts of a clip, from the boxes {@code hdlr}, {@code mdhd} and {@code stts} of an
 * MP4 or MOV file (ISO/IEC 14496-12, sections 8.4.3, 8.4.2 and 8.6.1.2).
 *
 * @param frames how many there are
 * @param rate how many of them play in a second; that of most of them
 * @param hasSound true if a track is to be heard
 */
public record Footage(long frames, BigDecimal rate, boolean hasSound) {

  private static final int MOST_FRAMES_A_SECOND = 1_000;

  /** That of a file; empty if it is no such file, or does not say: one in fragments does not. */
  public static Optional<Footage> of(Path file) {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      BoxFile boxes = new BoxFile(channel);
      Optional<Box> index = BoxFile.first(boxes.outermost(), "moov");
      return index.isEmpty() ? Optional.empty() : read(boxes, index.get());
    } catch (IOException
        | FlawedFileException
        | IndexOutOfBoundsException
        | BufferUnderflowException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Footage> read(BoxFile boxes, Box index)
      throws IOException, FlawedFileException {
    Optional<Footage> picture = Optional.empty();
    boolean hasSound = false;
    for (Box track : boxes.in(index)) {
      String kind = track.is("trak") ? kind(boxes, track) : "";
      hasSound |= kind.equals("soun");
      if (kind.equals("vide") && picture.isEmpty()) {
        picture = picture(boxes, track);
      }
    }
    boolean sound = hasSound;
    return picture.map(silent -> new Footage(silent.frames, silent.rate, sound));
  }

  private static String kind(BoxFile boxes, Box track) throws IOException, FlawedFileException {
    Optional<Box> handler = boxes.at(track, "mdia", "hdlr");
    return handler.isEmpty()
        ? ""
        : ISO_8859_1.decode(boxes.content(handler.get()).slice(8, 4)).toString();
  }

  private static Optional<Footage> picture(BoxFile boxes, Box track)
      throws IOException, FlawedFileException {
    Optional<Box> header = boxes.at(track, "mdia", "mdhd");
    Optional<Box> times = boxes.at(track, "mdia", "minf", "stbl", "stts");
    if (header.isEmpty() || times.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer media = boxes.content(header.get());
    long ticksInASecond = Integer.toUnsignedLong(media.getInt(media.get(0) == 1 ? 20 : 12));
    return counted(boxes.content(times.get()).position(Integer.BYTES), ticksInASecond);
  }

  /** The last frame may be shown for another time than the others. */
  private static Optional<Footage> counted(ByteBuffer table, long ticksInASecond) {
    long frames = 0;
    long most = 0;
    long ticks = 0;
    for (long runs = number(table); runs > 0; runs--) {
      long run = number(table);
      long each = number(table);
      frames += run;
      ticks = run > most ? each : ticks;
      most = Math.max(most, run);
    }
    return ticks == 0 || ticksInASecond < ticks || ticksInASecond / ticks > MOST_FRAMES_A_SECOND
        ? Optional.empty()
        : Optional.of(new Footage(frames, rate(ticksInASecond, ticks), false));
  }

  private static BigDecimal rate(long ticksInASecond, long ticks) {
    return BigDecimal.valueOf(ticksInASecond)
        .divide(BigDecimal.valueOf(ticks), 3, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  private static long number(ByteBuffer table) {
    return Integer.toUnsignedLong(table.getInt());
  }
}
