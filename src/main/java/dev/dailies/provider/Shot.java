package dev.dailies.provider;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a valid row asks for: one take of it.
 *
 * @param id names the shot and its files; letters, digits, {@code . _ -} only
 * @param take counts from 1
 * @param prompt empty where the operation needs none
 * @param image a URL, for operations that start from an image
 * @param video a URL, for operations that start from a video
 * @param duration in whole seconds
 * @param ratio as the manifest gives it: {@code 1280:720} or {@code 16:9}
 * @param seed the seed of this take: the row's seed + take − 1
 * @param options what the columns {@code options.<path>} hold, nested, values as JSON knows them
 */
public record Shot(
    String id,
    int take,
    Operation operation,
    String prompt,
    @Nullable String image,
    @Nullable String video,
    List<String> references,
    @Nullable String model,
    @Nullable Integer duration,
    @Nullable String ratio,
    @Nullable BigInteger seed,
    @Nullable Boolean watermark,
    @Nullable String style,
    Map<String, Object> options) {

  /** The same shot under another id. */
  public Shot withId(String other) {
    return with(other, image, video, references, options);
  }

  /** The same shot as another take, with the seed of this one. */
  public Shot withTake(int other) {
    return new Shot(
        id,
        other,
        operation,
        prompt,
        image,
        video,
        references,
        model,
        duration,
        ratio,
        seed,
        watermark,
        style,
        options);
  }

  /** The same shot with other inputs. */
  public Shot withInputs(
      @Nullable String otherImage, @Nullable String otherVideo, List<String> otherReferences) {
    return with(id, otherImage, otherVideo, otherReferences, options);
  }

  /** The same shot with other options. */
  public Shot withOptions(Map<String, Object> others) {
    return with(id, image, video, references, others);
  }

  private Shot with(
      String otherId,
      @Nullable String otherImage,
      @Nullable String otherVideo,
      List<String> otherReferences,
      Map<String, Object> otherOptions) {
    return new Shot(
        otherId,
        take,
        operation,
        prompt,
        otherImage,
        otherVideo,
        otherReferences,
        model,
        duration,
        ratio,
        seed,
        watermark,
        style,
        otherOptions);
  }
}
