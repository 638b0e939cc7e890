package dev.dailies.provider.runway;

import static dev.dailies.media.MediaType.JPEG;
import static dev.dailies.media.MediaType.PNG;
import static dev.dailies.media.MediaType.WEBP;

import dev.dailies.media.MediaType;
import dev.dailies.provider.LinkWish;
import java.util.Set;

/**
 * What Runway wants of an address, by its page "Inputs": no redirect, a HEAD that tells type and
 * length, at most 16 MB of an image and 32 MB of a video, and no GIF. Whoever hands on to Runway
 * can take no more.
 */
public final class RunwayLinks {

  /** In bytes, as the video's. */
  private static final long MOST_OF_IMAGE = 16_000_000;

  private static final long MOST_OF_VIDEO = 32_000_000;

  /** As this class says. */
  public static final LinkWish WISH =
      new LinkWish(
          Set.of(JPEG, PNG, WEBP),
          LinkWish.all(MediaType::isVideo),
          MOST_OF_IMAGE,
          MOST_OF_VIDEO,
          true);

  private RunwayLinks() {}
}
