package dev.dailies.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Paths as they are sent: encoded, and without steps on the spot or back (RFC 3986, 5.2.4). */
final class Paths {

  private static final Pattern HERE = Pattern.compile("(?i)\\.|%2e");
  private static final Pattern BACK = Pattern.compile("(?i)(\\.|%2e){2}");

  private Paths() {}

  static String clean(String path) {
    String[] segments = path.replace('\\', '/').split("/", -1);
    Deque<String> kept = new ArrayDeque<>();
    for (int i = path.isEmpty() ? 0 : 1; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      boolean back = BACK.matcher(segments[i]).matches();
      boolean step = back || HERE.matcher(segments[i]).matches();
      if (back) {
        kept.pollLast();
      }
      if (!step) {
        kept.addLast(Characters.encoded(segments[i]));
      } else if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
