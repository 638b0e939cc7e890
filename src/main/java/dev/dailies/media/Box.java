package dev.dailies.media;

/**
 * One box of an ISO media file (ISO/IEC 14496-12, section 4.2), by its place in the file.
 *
 * @param type four characters
 * @param content where the header ends
 * @param end behind the last byte
 */
record Box(String type, long content, long end) {

  boolean is(String wanted) {
    return type.equals(wanted);
  }
}
