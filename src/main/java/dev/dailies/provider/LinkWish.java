package dev.dailies.provider;

import dev.dailies.media.MediaType;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an address in a row has to lead to, where a provider fetches the file itself.
 *
 * @param images the types that it takes where an image is wanted
 * @param videos the same of videos
 * @param mostOfImage the largest image, in bytes
 * @param mostOfVideo the largest video, in bytes
 * @param isStrict true if it follows no redirect, and wants to be told type and length beforehand
 */
public record LinkWish(
    Set<MediaType> images,
    Set<MediaType> videos,
    long mostOfImage,
    long mostOfVideo,
    boolean isStrict) {

  /** Any image and any video. */
  public static final LinkWish ANY =
      new LinkWish(
          all(MediaType::isImage), all(MediaType::isVideo), Long.MAX_VALUE, Long.MAX_VALUE, false);

  public LinkWish {
    images = Set.copyOf(images);
    videos = Set.copyOf(videos);
  }

  /** All types that are so. */
  public static Set<MediaType> all(Predicate<MediaType> wanted) {
    return Arrays.stream(MediaType.values()).filter(wanted).collect(Collectors.toUnmodifiableSet());
  }
}
