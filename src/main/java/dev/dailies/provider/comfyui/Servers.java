package dev.dailies.provider.comfyui;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Exchange;
import dev.dailies.provider.JsonAnswer;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The servers that share the work. Each runs one prompt at a time and forgets those that wait when
 * it stops, so the queues are kept short.
 */
final class Servers {

  private static final Duration FULL = Duration.ofSeconds(5);

  private final ComfyuiHttp http;
  private final List<String> addresses;
  private final int most;

  /**
   * @param most the most prompts at a server that is given another
   */
  Servers(ComfyuiHttp http, List<String> addresses, int most) {
    this.http = http;
    this.addresses = addresses;
    this.most = most;
  }

  /**
   * Which server gets the next prompt.
   *
   * @param server null if none does
   * @param otherwise why none does
   */
  record Choice(@Nullable String server, Preparation otherwise) {}

  /** How many prompts a server has, or why that is not known. */
  private record Queue(String server, int length, @Nullable Preparation trouble) {}

  /** Asks them all and takes the one with the shortest queue. */
  Choice choose() {
    List<Queue> queues = new ArrayList<>(addresses.stream().map(this::ask).toList());
    String shortest =
        queues.stream()
            .filter(queue -> queue.trouble() == null && queue.length() < most)
            .reduce((one, other) -> other.length() < one.length() ? other : one)
            .map(Queue::server)
            .orElse(null);
    return new Choice(shortest, otherwise(queues));
  }

  private Preparation otherwise(List<Queue> queues) {
    Preparation full =
        new Submission.NotNow(
            "every server has " + most + " prompts or more, see queue", FULL, false, Evidence.NONE);
    boolean anyAnswers = queues.stream().anyMatch(queue -> queue.trouble() == null);
    Preparation trouble = queues.get(0).trouble();
    return anyAnswers || trouble == null ? full : trouble;
  }

  private Queue ask(String server) {
    Exchange exchange = http.get(server + "/prompt");
    if (!(exchange instanceof Exchange.Answer complete)) {
      return new Queue(server, 0, ((Exchange.Broken) exchange).asPreparation());
    }
    JsonAnswer answer = http.read(complete);
    JsonNode remaining = answer.root().path("exec_info").path("queue_remaining");
    return answer.isSuccess() && remaining.isIntegralNumber()
        ? new Queue(server, remaining.asInt(0), null)
        : new Queue(server, 0, Trouble.of(server, answer, http));
  }
}
