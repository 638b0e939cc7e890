package dev.dailies.provider.comfyui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people should know about the servers: one remark for each, logged when it is made. */
final class Remarks {

  private static final Logger log = LoggerFactory.getLogger(Remarks.class);

  private final Map<String, String> byServer = new LinkedHashMap<>();

  /** A server gets no work. */
  void leftOut(String server, String why) {
    String reason = why.startsWith(server) ? why : server + ": " + why;
    say(server, "one server is left out: " + reason);
  }

  /** A server may lack something. */
  void doubtful(String server, List<String> doubts, boolean isTried) {
    String what = "%s does not list %s".formatted(server, String.join(", ", doubts));
    say(server, what + (isTried ? "; it is tried all the same" : "; it is left out"));
  }

  private synchronized void say(String server, String remark) {
    if (!remark.equals(byServer.put(server, remark))) {
      log.warn(remark);
    }
  }

  /** All of them. */
  synchronized List<String> all() {
    return List.copyOf(byServer.values());
  }
}
