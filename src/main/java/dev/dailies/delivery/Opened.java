package dev.dailies.delivery;

import java.util.OptionalLong;

/** What came of asking for a link. */
sealed interface Opened {

  /**
   * A file is on its way.
   *
   * @param promised its length, if the server says
   */
  record Flowing(Body body, OptionalLong promised) implements Opened {}

  /** The file is elsewhere. */
  record Moved(String location) implements Opened {}

  /** There is nothing to read. */
  record Shut(Fetched why) implements Opened {}
}
