package dev.dailies.provider.comfyui;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final Fitness UNASKED = new Fitness(null, List.of(), false, null);

  private final ComfyuiHttp http;
  private final List<String> addresses;
  private final int most;
  private final Remarks remarks = new Remarks();
  private final Map<String, Submission.Halt> refused = new ConcurrentHashMap<>();

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

  /** How many prompts a server has and whether it can run the workflow, or why not. */
  private record Queue(String server, int length, Fitness fitness) {

    static Queue none(String server, Submission.NothingCreated why) {
      return new Queue(server, 0, Fitness.unknown(why));
    }

    boolean isUsable() {
      return fitness.objection() == null;
    }
  }

  /** What people should know about them. */
  List<String> remarks() {
    return remarks.all();
  }

  boolean contains(String address) {
    return addresses.contains(address);
  }

  /** All addresses, as the settings name them. */
  List<String> addresses() {
    return addresses;
  }

  /**
   * Takes note that a server has refused the workflow.
   *
   * @return true if another one may still take it
   */
  boolean leaveOut(String address, Submission.Halt why) {
    refused.put(address, why);
    remarks.leftOut(address, why.reason());
    return refused.size() < addresses.size();
  }

  /**
   * Asks them all and takes the one with the shortest queue. One that may lack something has no
   * turn as long as another lacks nothing.
   */
  Choice choose(Function<String, Fitness> check) {
    List<Queue> queues =
        addresses.stream().map(this::ask).map(queue -> judged(queue, check)).toList();
    boolean oneLacksNothing = queues.stream().anyMatch(q -> q.isUsable() && !isDoubtful(q));
    List<Queue> fit =
        queues.stream().filter(q -> q.isUsable() && !(oneLacksNothing && isDoubtful(q))).toList();
    queues.forEach(queue -> remark(queue, fit.contains(queue)));
    String shortest =
        fit.stream()
            .filter(queue -> queue.length() < most)
            .reduce((one, other) -> other.length() < one.length() ? other : one)
            .map(Queue::server)
            .orElse(null);
    return new Choice(shortest, otherwise(queues));
  }

  private static boolean isDoubtful(Queue queue) {
    return queue.fitness().isDoubtful();
  }

  private Queue judged(Queue queue, Function<String, Fitness> check) {
    Submission.Halt before = refused.get(queue.server());
    if (!queue.isUsable()) {
      return queue;
    }
    return before == null
        ? new Queue(queue.server(), queue.length(), check.apply(queue.server()))
        : Queue.none(queue.server(), before);
  }

  private void remark(Queue queue, boolean isFit) {
    Fitness fitness = queue.fitness();
    if (fitness.objection() instanceof Submission.Halt halt) {
      remarks.leftOut(queue.server(), halt.reason());
    } else if (isDoubtful(queue)) {
      remarks.doubtful(queue.server(), fitness.doubts(), isFit);
    }
    if (isFit && fitness.version() != null && !fitness.version().takesIds()) {
      remarks.old(queue.server(), fitness.version());
    }
  }

  /** Takes note that a server cannot tell what became of a prompt. */
  void cannotTell(String address, String why) {
    remarks.cannotTell(address, why);
  }

  /** Waiting is worth it as long as one server may still take something. */
  private Submission.NothingCreated otherwise(List<Queue> queues) {
    Submission.NothingCreated full =
        new Submission.NotNow(
            "every server has " + most + " prompts or more, see queue", FULL, false, Evidence.NONE);
    List<Submission.NothingCreated> troubles =
        queues.stream().flatMap(queue -> Stream.ofNullable(queue.fitness().objection())).toList();
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
            broken -> Queue.none(server, unreached(broken)));
  }

  /** The commonest of all: nobody has started it yet. */
  private static Submission.NothingCreated unreached(Exchange.Broken broken) {
    String reason = broken.reason() + "; is ComfyUI running?";
    return broken instanceof Exchange.NotSent
        ? new Submission.NotNow(reason, null, true, Evidence.NONE)
        : broken.asPreparation();
  }

  private Queue read(String server, JsonAnswer answer) {
    JsonNode remaining = answer.root().path("exec_info").path("queue_remaining");
    return answer.isSuccess() && remaining.isIntegralNumber()
        ? new Queue(server, remaining.asInt(0), UNASKED)
        : Queue.none(server, ComfyuiError.of(server, answer, http));
  }
}
