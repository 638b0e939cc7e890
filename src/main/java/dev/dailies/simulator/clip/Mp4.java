package dev.dailies.simulator.clip;

import static dev.dailies.simulator.clip.Box.int16;
import static dev.dailies.simulator.clip.Box.int32;
import static dev.dailies.simulator.clip.Box.int8;
import static dev.dailies.simulator.clip.Box.join;

import java.nio.charset.StandardCharsets;

/** Puts a stream into an MP4 file that plays while it loads: the index comes before the video. */
final class Mp4 {

  /** Ticks per second; each picture is shown for {@link #TICKS} of them. */
  private static final int TIMESCALE = 2400;

  private static final int TICKS = TIMESCALE / VideoStream.PICTURES_PER_SECOND;
  private static final byte[] NO_TURN = int32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
  private static final int ENGLISH = 0x15C7;

  private final VideoStream stream;
  private final String title;

  private Mp4(VideoStream stream, String title) {
    this.stream = stream;
    this.title = title;
  }

  static byte[] file(VideoStream stream, String title) {
    Mp4 mp4 = new Mp4(stream, title);
    byte[] type = Box.of("ftyp", ascii("isom"), int32(0x200), ascii("isomiso2avc1mp41"));
    byte[] data = mp4.samples();
    int start = type.length + mp4.index(0).length + Box.HEADER_SIZE;
    return join(type, mp4.index(start), Box.header("mdat", data.length), data);
  }

  /** Each picture with its length in front. */
  private byte[] samples() {
    byte[][] parts = new byte[2 * stream.pictures().size()][];
    int next = 0;
    for (byte[] picture : stream.pictures()) {
      parts[next++] = int32(picture.length);
      parts[next++] = picture;
    }
    return join(parts);
  }

  /**
   * @param start where the first picture is in the file
   */
  private byte[] index(int start) {
    return Box.of("moov", movie(), Box.of("trak", track(), media(start)), userData());
  }

  private byte[] movie() {
    byte[] rateAndVolume = join(int32(0x10000), int16(0x100, 0), new byte[8]);
    int nextTrack = 2;
    return Box.full(
        "mvhd",
        int32(0, 0, TIMESCALE, duration()),
        rateAndVolume,
        NO_TURN,
        new byte[24],
        int32(nextTrack));
  }

  private byte[] track() {
    int enabledInMovie = 3;
    int number = 1;
    return Box.of(
        "tkhd",
        int32(enabledInMovie, 0, 0, number, 0, duration(), 0, 0, 0, 0),
        NO_TURN,
        int32((long) stream.frame().width() << 16, (long) stream.frame().height() << 16));
  }

  private byte[] media(int start) {
    byte[] header = Box.full("mdhd", int32(0, 0, TIMESCALE, duration()), int16(ENGLISH, 0));
    byte[] handler = Box.full("hdlr", int32(0), ascii("vide"), new byte[12], ascii("video\0"));
    byte[] here = Box.of("url ", int32(1));
    byte[] source = Box.of("dinf", Box.full("dref", int32(1), here));
    byte[] picture = Box.of("vmhd", int32(1), new byte[8]);
    return Box.of("mdia", header, handler, Box.of("minf", picture, source, tables(start)));
  }

  private byte[] tables(int start) {
    int count = stream.pictures().size();
    long[] sizes = stream.pictures().stream().mapToLong(p -> p.length + 4L).toArray();
    return Box.of(
        "stbl",
        Box.full("stsd", int32(1), codec()),
        Box.full("stts", int32(1, count, TICKS)),
        Box.full("stss", int32(1, 1)),
        Box.full("stsc", int32(1, 1, count, 1)),
        Box.full("stsz", int32(0, count), int32(sizes)),
        Box.full("stco", int32(1, start)));
  }

  private byte[] codec() {
    int dotsPerInch72 = 0x480000;
    return Box.of(
        "avc1",
        new byte[6],
        int16(1),
        new byte[16],
        int16(stream.frame().width(), stream.frame().height()),
        int32(dotsPerInch72, dotsPerInch72, 0),
        int16(1),
        new byte[32],
        int16(24, -1),
        configuration());
  }

  /** Clause 5.2.4.1 of ISO/IEC 14496-15: one set of each, lengths of four bytes. */
  private byte[] configuration() {
    byte[] sequence = Parameters.sequence(stream.frame());
    byte[] picture = Parameters.picture();
    return Box.of(
        "avcC",
        int8(1, Parameters.PROFILE, Parameters.CONSTRAINTS, Parameters.LEVEL, 0xFF, 0xE1),
        join(int16(sequence.length), sequence),
        int8(1),
        join(int16(picture.length), picture));
  }

  /** The title where players look for it. */
  private byte[] userData() {
    byte[] text = ascii(title);
    return Box.of("udta", Box.of("\u00A9nam", int16(text.length, ENGLISH), text));
  }

  private long duration() {
    return (long) TICKS * stream.pictures().size();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
