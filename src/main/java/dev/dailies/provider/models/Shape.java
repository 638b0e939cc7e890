package dev.dailies.provider.models;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shape of a picture, by its terms, as in {@code 16:9}, or in pixels, as in {@code 1280:720}.
 */
record Shape(int width, int height) {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4}):([1-9][0-9]{0,4})");

  /** From here on the numbers are pixels. */
  private static final int PIXELS = 100;

  /** Models round to blocks of pixels: 1104:832 is what they have for 4:3. */
  private static final double ROUNDING = 0.015;

  /** Of several sizes of one shape: as much as 1280:720, which most models make by themselves. */
  private static final long USUAL_AREA = 1280L * 720;

  private static final List<Shape> USUAL = usual();

  private static List<Shape> usual() {
    return Stream.of("16:9", "1:1", "4:3", "3:2", "5:3", "21:9")
        .flatMap(ratio -> of(ratio).stream())
        .flatMap(
            wide -> Stream.of(wide, new Shape(/* width= */ wide.height, /* height= */ wide.width)))
        .toList();
  }

  static Optional<Shape> of(String ratio) {
    Matcher form = FORM.matcher(ratio);
    return form.matches()
        ? Optional.of(new Shape(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  /** What a model has for a ratio that it does not write so; empty if it has nothing like it. */
  static Optional<String> among(List<String> ratios, String asked) {
    return of(asked)
        .flatMap(
            shape ->
                ratios.stream()
                    .filter(ratio -> of(ratio).filter(shape::isLike).isPresent())
                    .min(Comparator.comparing(ratio -> of(ratio).orElseThrow(), shape.nearest())));
  }

  /**
   * As people write it, as in {@code 4:3 (1104:832)}; where they would write it so, itself alone.
   */
  static String shown(String ratio) {
    return of(ratio)
        .filter(Shape::isInPixels)
        .flatMap(
            shape ->
                USUAL.stream()
                    .filter(usual -> shape.distance(usual) <= ROUNDING)
                    .min(Comparator.comparingDouble(shape::distance)))
        .map(usual -> usual + " (" + ratio + ")")
        .orElse(ratio);
  }

  private boolean isLike(Shape other) {
    // Who asks for pixels does not mean others.
    return (!isInPixels() || !other.isInPixels()) && distance(other) <= ROUNDING;
  }

  private Comparator<Shape> nearest() {
    return Comparator.<Shape>comparingDouble(this::distance)
        .thenComparingLong(other -> Math.abs(other.area() - USUAL_AREA));
  }

  private boolean isInPixels() {
    return Math.max(width, height) >= PIXELS;
  }

  private long area() {
    return (long) width * height;
  }

  private double distance(Shape other) {
    double here = (double) width * other.height;
    double there = (double) other.width * height;
    return Math.abs(here - there) / Math.max(here, there);
  }

  @Override
  public String toString() {
    return width + ":" + height;
  }
}
