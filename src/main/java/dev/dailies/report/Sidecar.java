package dev.dailies.report;

import dev.dailies.media.MediaFacts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How one file was made: {@code <stem>.json} beside it. The keys are these names in snake case, in
 * this order; keys may be added, never renamed or removed. Moments are ISO-8601 in UTC, amounts are
 * US dollars. Holds no key and no signed part of a URL.
 *
 * @param schema the version of this form
 * @param dailies the version that wrote it
 * @param job the UUID of the output folder
 * @param task as commands take it
 * @param row what the manifest asked for
 * @param provider by its name in the settings
 * @param operation as in {@code image_to_video}
 * @param model as it was sent; null if none was
 * @param request of the attempt that made the file
 * @param seed asked for and used
 * @param ticket the provider's own id; null if it gave none
 * @param attempts all that may have cost money, and those that were refused, oldest first
 * @param price of the attempt that made the file
 * @param times of the attempt that made the file
 * @param file as it was delivered
 * @param media what the file says of itself
 * @param duration asked for and sent
 * @param ratio asked for and sent
 * @param warnings what a person should know of the file, and of results that there is no file of
 */
record Sidecar(
    int schema,
    String dailies,
    String job,
    String task,
    Asked row,
    String provider,
    String operation,
    @Nullable String model,
    Sent request,
    Seed seed,
    @Nullable String ticket,
    List<Try> attempts,
    Price price,
    Times times,
    File file,
    MediaFacts media,
    Duration duration,
    Ratio ratio,
    List<String> warnings) {

  /**
   * A row of the manifest.
   *
   * @param line where the newest plan saw it
   * @param columns its cells by column
   */
  record Asked(String id, int take, int revision, long line, Map<String, String> columns) {}

  /**
   * A request as it was sent.
   *
   * @param body its fields; a text if they are no JSON
   */
  record Sent(String baseUrl, String route, JsonNode body) {}

  /**
   * Seeds.
   *
   * @param asked null if the row asks for none
   * @param used as it was sent, also where it was made up for the row; null if none was, or if that
   *     is not known
   */
  record Seed(@Nullable BigInteger asked, @Nullable BigInteger used) {}

  /**
   * How long the clip was to be, in seconds.
   *
   * @param asked null if the row does not say
   * @param used as it was sent; null if nothing was, or if that is not known
   */
  record Duration(@Nullable Integer asked, @Nullable Integer used) {}

  /**
   * The shape of the picture.
   *
   * @param asked null if the row does not say
   * @param used as it was sent; null if nothing was, or if that is not known
   */
  record Ratio(@Nullable String asked, @Nullable String used) {}

  /**
   * One attempt.
   *
   * @param sentAt just before it was sent
   * @param acceptedAt null if the provider did not take it, or nobody knows
   * @param endedAt null if its outcome is not known
   */
  record Try(
      int number,
      @Nullable String ticket,
      Price price,
      Instant sentAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant endedAt) {}

  /**
   * What it costs.
   *
   * @param estimated before it was sent; null if nobody knew
   * @param charged by the provider's word; null if it did not say
   */
  record Price(@Nullable BigDecimal estimated, @Nullable BigDecimal charged) {}

  /**
   * When it was made.
   *
   * @param finishedAt when the provider was seen to have finished
   */
  record Times(Instant sentAt, @Nullable Instant acceptedAt, @Nullable Instant finishedAt) {}

  /**
   * The file beside this one.
   *
   * @param output counts the results of the task, from 1
   * @param sha256 in hex
   * @param mediaType by its leading bytes
   */
  record File(String name, int output, long bytes, String sha256, String mediaType) {}
}
