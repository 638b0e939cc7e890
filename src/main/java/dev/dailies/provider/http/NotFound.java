package dev.dailies.provider.http;

import java.util.regex.Pattern;

/**
 * A 404 by which a provider says that it has no such task. One about a server or a route says
 * nothing about the task.
 */
public final class NotFound {

  private static final Pattern SAYS_SO =
      words("found|find|exist|no such|unknown|deleted|cancel|resource|\\btask");

  private static final Pattern OF_THE_WAY =
      words(
          "cannot (get|post)|upstream|backend|\\broute|\\bhost|\\bpage|\\bpath|\\burl\\b|endpoint|server|service");

  private NotFound() {}

  private static Pattern words(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** True for Runway's form, a 404 with a text as its error, if that speaks of the task. */
  public static boolean isOfATask(JsonAnswer answer) {
    String error = answer.text(answer.root().path("error"));
    return answer.status() == 404
        && answer.root().path("error").isString()
        && error != null
        && SAYS_SO.matcher(error).find()
        && !OF_THE_WAY.matcher(error).find();
  }
}
