package dev.dailies.provider;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds shots for tests, a column at a time. */
public final class AShot {

  private final Operation operation;
  private int take = 1;
  private String prompt = "A yawning cat";
  private @Nullable String image;
  private @Nullable String video;
  private List<String> references = List.of();
  private @Nullable String model;
  private @Nullable Integer duration;
  private @Nullable String ratio;
  private @Nullable BigInteger seed;
  private @Nullable Boolean watermark;
  private @Nullable String style;
  private Map<String, Object> options = Map.of();

  private AShot(Operation operation) {
    this.operation = operation;
  }

  /** A shot with a prompt and nothing else. */
  public static AShot of(Operation operation) {
    return new AShot(operation);
  }

  public static AShot imageToVideo() {
    return of(Operation.IMAGE_TO_VIDEO).image("https://example.org/cat.jpg");
  }

  public static AShot videoToVideo() {
    return of(Operation.VIDEO_TO_VIDEO).video("https://example.org/cat.mp4");
  }

  public AShot take(int value) {
    take = value;
    return this;
  }

  public AShot prompt(String value) {
    prompt = value;
    return this;
  }

  public AShot image(@Nullable String value) {
    image = value;
    return this;
  }

  public AShot video(@Nullable String value) {
    video = value;
    return this;
  }

  public AShot references(String... values) {
    references = List.of(values);
    return this;
  }

  public AShot model(String value) {
    model = value;
    return this;
  }

  public AShot duration(int value) {
    duration = value;
    return this;
  }

  public AShot ratio(String value) {
    ratio = value;
    return this;
  }

  public AShot seed(long value) {
    return seed(BigInteger.valueOf(value));
  }

  public AShot seed(BigInteger value) {
    seed = value;
    return this;
  }

  public AShot watermark(boolean value) {
    watermark = value;
    return this;
  }

  public AShot style(String value) {
    style = value;
    return this;
  }

  public AShot options(Map<String, Object> value) {
    options = value;
    return this;
  }

  public Shot build() {
    return new Shot(
        "cat",
        take,
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
}
