package dev.dailies.provider.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a status word means that no documentation of its provider names. A task without an end would
 * be watched for ever, and its clip were lost: so a word that can mean one thing only is taken for
 * it, and any word but one for work beside a result is an end. The result is fetched and checked
 * like any other.
 */
public enum StatusGuess {
  GOING_ON,
  FAILED,
  DONE;

  /** As other video services say it; the first four are xAI's, Pika's, MiniMax's and Kling's. */
  private static final Set<String> DONE_WORDS =
      Set.of(
          "done",
          "finished",
          "success",
          "succeed",
          "finish",
          "complete",
          "completed",
          "ready",
          "successful",
          "succeeded",
          "成功",
          "完成",
          "已完成");

  /**
   * MiniMax and Kie say fail; OpenRouter and Seedance expired; Higgsfield nsfw. The others cannot
   * mean anything else.
   */
  private static final Set<String> FAILED_WORDS =
      Set.of(
          "fail",
          "failed",
          "failure",
          "expired",
          "nsfw",
          "rejected",
          "timeout",
          "time_out",
          "timed_out",
          "timedout",
          "失败",
          "超时");

  private static final Pattern AT_WORK =
      Pattern.compile(
          ".*ing|.*中|(in_?|on_?|re_?)?(queue|progress|process|review)(d|ed)?|start(ed)?|created?|new"
              + "|wait|scheduled|accepted|received|active|open|partial|preview|draft|paused?"
              + "|initiali[sz]ed|assigned|submitted|pending|prepared?|retry|none|null");

  /**
   * Guesses.
   *
   * @param hasResult true if the answer holds a link in a place for results
   */
  public static StatusGuess of(String word, boolean hasResult) {
    String plain = plain(word);
    if (FAILED_WORDS.contains(plain) && !hasResult) {
      return FAILED;
    }
    return hasResult && !AT_WORK.matcher(plain).matches() ? DONE : GOING_ON;
  }

  /** True for a word that says plainly that nothing more will come. */
  public static boolean isEnd(String word) {
    return DONE_WORDS.contains(plain(word)) || FAILED_WORDS.contains(plain(word));
  }

  /** True for a word that says so of a task that went well. */
  public static boolean isDone(String word) {
    return DONE_WORDS.contains(plain(word));
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
