package dev.dailies.simulator.runway;

/** The three forms in which a create may name its inputs. Lengths are in characters. */
final class Asset {

  static final String UPLOADED = "runway://";

  private static final int SHORTEST = 13;
  private static final int LONGEST_URL = 2048;
  private static final int LONGEST_UPLOADED = 5000;
  private static final int LONGEST_IMAGE_DATA = 5_242_880;
  private static final int LONGEST_VIDEO_DATA = 16_777_216;

  private Asset() {}

  /**
   * True if the text could be an input.
   *
   * @param kind image or video
   */
  static boolean isOne(String kind, String text) {
    return text.length() >= SHORTEST && text.length() <= longest(kind, text);
  }

  private static int longest(String kind, String text) {
    if (text.startsWith("https://")) {
      return LONGEST_URL;
    }
    if (text.startsWith(UPLOADED)) {
      return LONGEST_UPLOADED;
    }
    if (!text.startsWith("data:" + kind + "/")) {
      return 0;
    }
    return kind.equals("video") ? LONGEST_VIDEO_DATA : LONGEST_IMAGE_DATA;
  }
}
