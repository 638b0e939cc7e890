package dev.dailies.media;

import dev.dailies.media.BoxFile.Box;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Where the samples of a track lie in the file: chunks by their place, how many samples are in
 * each, and how large these are (ISO/IEC 14496-12, sections 8.7.3 to 8.7.5). Can be iterated once.
 */
final class SampleTable {

  private static final int VERSION_AND_FLAGS = 4;

  private final ByteBuffer places;
  private final boolean wide;
  private final long chunks;
  private final ByteBuffer runs;
  private long runsLeft;
  private long nextRun;
  private long samplesInChunk;
  private final ByteBuffer sizes;
  private final long equalSize;
  private long samplesLeft;

  private SampleTable(ByteBuffer places, boolean wide, ByteBuffer runs, ByteBuffer sizes) {
    this.places = places;
    this.wide = wide;
    this.chunks = number(places);
    this.runs = runs;
    this.runsLeft = number(runs);
    this.nextRun = runsLeft > 0 ? number(runs) : 0;
    this.sizes = sizes;
    this.equalSize = number(sizes);
    this.samplesLeft = number(sizes);
  }

  static SampleTable read(BoxFile file, Box tables) throws IOException, FlawedFileException {
    List<Box> boxes = file.in(tables);
    boolean wide = BoxFile.first(boxes, "co64").isPresent();
    // The compact form of sizes is so rare that it is not read: then all samples count as empty.
    boolean compact = BoxFile.first(boxes, "stz2").isPresent();
    try {
      return new SampleTable(
          table(file, boxes, wide ? "co64" : "stco"),
          wide,
          table(file, boxes, "stsc"),
          compact ? ByteBuffer.allocate(2 * Integer.BYTES) : table(file, boxes, "stsz"));
    } catch (BufferUnderflowException | IllegalArgumentException cut) {
      throw new FlawedFileException("a track whose tables are cut");
    }
  }

  private static ByteBuffer table(BoxFile file, List<Box> boxes, String type)
      throws IOException, FlawedFileException {
    Box box =
        BoxFile.first(boxes, type)
            .orElseThrow(() -> new FlawedFileException("a track without " + type));
    return file.content(box).position(VERSION_AND_FLAGS);
  }

  /** 0 where the track is all in fragments. */
  long chunks() {
    return chunks;
  }

  /**
   * Looks where every chunk begins and ends.
   *
   * @param media the boxes of media data, by the place of their first byte
   */
  void checkThatAllLieIn(NavigableMap<Long, Box> media) throws FlawedFileException {
    try {
      for (long chunk = 1; chunk <= chunks; chunk++) {
        long place = wide ? places.getLong() : number(places);
        long bytes = bytesOf(chunk);
        if (bytes > 0 && !lies(place, bytes, media)) {
          throw new FlawedFileException(
              "the sample at byte " + place + " lies outside the media data");
        }
      }
    } catch (BufferUnderflowException cut) {
      throw new FlawedFileException("a track whose tables are cut");
    }
  }

  private static boolean lies(long place, long bytes, NavigableMap<Long, Box> media) {
    Map.Entry<Long, Box> box = media.floorEntry(place);
    return box != null && bytes <= box.getValue().end() - place;
  }

  private long bytesOf(long chunk) {
    if (runsLeft > 0 && chunk == nextRun) {
      beginRun();
    }
    long samples = Math.min(samplesInChunk, samplesLeft);
    samplesLeft -= samples;
    if (equalSize > 0) {
      return samples * equalSize;
    }
    long bytes = 0;
    for (long sample = 0; sample < samples; sample++) {
      bytes += number(sizes);
    }
    return bytes;
  }

  private void beginRun() {
    samplesInChunk = number(runs);
    number(runs); // The description that the samples share.
    nextRun = --runsLeft > 0 ? number(runs) : 0;
  }

  private static long number(ByteBuffer table) {
    return Integer.toUnsignedLong(table.getInt());
  }
}
