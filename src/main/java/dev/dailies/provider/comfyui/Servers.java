package dev.dailies.provider.comfyui;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
  record Choice(@Nullable String server, Submission.NothingCreated otherwise) {}

  /** How many prompts a server has, or why that is not known. */
  private record Queue(String server, int length, Submission.@Nullable NothingCreated trouble) {}

  boolean contains(String address) {
    return addresses.contains(address);
  }

  /**
   * Asks them all and takes the one with the shortest queue.
   *
   * @param objection why a server cannot do the work; it is not chosen then
   */
  Choice choose(Function<String, Optional<Submission.NothingCreated>> objection) {
    List<Queue> queues =
        addresses.stream().map(this::ask).map(queue -> judged(queue, objection)).toList();
    String shortest =
        queues.stream()
            .filter(queue -> queue.trouble() == null && queue.length() < most)
            .reduce((one, other) -> other.length() < one.length() ? other : one)
            .map(Queue::server)
            .orElse(null);
    return new Choice(shortest, otherwise(queues));
  }

  private static Queue judged(
      Queue queue, Function<String, Optional<Submission.NothingCreated>> objection) {
    return queue.trouble() != null
        ? queue
        : new Queue(queue.server(), queue.length(), objection.apply(queue.server()).orElse(null));
  }

  /** Waiting is worth it as long as one server may still take something. */
  private Submission.NothingCreated otherwise(List<Queue> queues) {
    Submission.NothingCreated full =
        new Submission.NotNow(
            "every server has " + most + " prompts or more, see queue", FULL, false, Evidence.NONE);
    List<Submission.NothingCreated> troubles =
        queues.stream().flatMap(queue -> Stream.ofNullable(queue.trouble())).toList();
    return troubles.size() < queues.size()
        ? full
        : troubles.stream()
            .filter(Submission.NotNow.class::isInstance)
            .findFirst()
            .orElse(troubles.get(0));
  }

  private Queue ask(String server) {
    return http.get(server + "/prompt")
        .fold(
            answer -> read(server, http.read(answer)),
            broken -> new Queue(server, 0, broken.asPreparation()));
  }

  private Queue read(String server, JsonAnswer answer) {
    JsonNode remaining = answer.root().path("exec_info").path("queue_remaining");
    return answer.isSuccess() && remaining.isIntegralNumber()
        ? new Queue(server, remaining.asInt(0), null)
        : new Queue(server, 0, ComfyuiError.of(server, answer, http));
  }
}
