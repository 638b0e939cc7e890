package dev.dailies.provider.comfyui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people should know about the servers: one remark for each, logged when it is made. */
final class Remarks {

  private static final Logger log = LoggerFactory.getLogger(Remarks.class);

  private final Map<String, String> newest = new LinkedHashMap<>();

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

  /** A server gives prompts ids of its own. */
  void old(String server, ServerVersion version) {
    say("old " + server, "%s is ComfyUI %s: %s".formatted(server, version, version.whatIsOld()));
  }

  /** A server cannot tell what became of a prompt. */
  void cannotTell(String server, String why) {
    say("in doubt " + server, "what is in doubt at %s stays so: %s".formatted(server, why));
  }

  private synchronized void say(String subject, String remark) {
    if (!remark.equals(newest.put(subject, remark))) {
      log.warn(remark);
    }
  }

  /** All of them. */
  synchronized List<String> all() {
    return List.copyOf(newest.values());
  }
}
