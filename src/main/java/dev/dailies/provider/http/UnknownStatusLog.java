package dev.dailies.provider.http;

import dev.dailies.text.PlainText;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs status words that no documentation names: each once, however often it comes. */
public final class UnknownStatusLog {

  private static final Logger log = LoggerFactory.getLogger(UnknownStatusLog.class);
  private static final int MOST = 100;
  private static final int LONGEST = 50;

  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** Logs the word if it is new. */
  public void note(String word) {
    if (seen.size() < MOST && seen.add(shown(word).toLowerCase(Locale.ROOT))) {
      log.warn("unknown task status '{}': keeps waiting", shown(word));
    }
  }

  /** Logs that a word was taken for an end. */
  public void took(String word) {
    if (seen.size() < MOST && seen.add(shown(word).toLowerCase(Locale.ROOT))) {
      log.warn("unknown task status '{}': taken for an end", shown(word));
    }
  }

  /** A status word of a bearable length, for people. */
  public static String shown(String word) {
    return PlainText.oneLine(word, LONGEST);
  }
}
