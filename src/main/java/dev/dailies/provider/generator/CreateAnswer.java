package dev.dailies.provider.generator;

import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Outputs;
import dev.dailies.web.WebAddress;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says what came of {@code POST /api/generate}. Its documented addresses of an image and a video
 * are not always results: without a ComfyUI server they are a demonstration, and with one they may
 * come before the clip is made, beside the id of ComfyUI's prompt.
 */
final class CreateAnswer {

  private static final Secret NONE = Secret.of("");

  private final Clock clock;
  private final boolean acceptDemo;

  CreateAnswer(boolean acceptDemo, Clock clock) {
    this.acceptDemo = acceptDemo;
    this.clock = clock;
  }

  /**
   * Reads the answer.
   *
   * @param server the ComfyUI server that was asked for; empty if none was
   */
  Submission read(Exchange exchange, String server) {
    return exchange.fold(
        answer -> read(new JsonAnswer(answer, NONE), server), Exchange.Broken::asSubmission);
  }

  private Submission read(JsonAnswer answer, String server) {
    if (!answer.isSuccess()) {
      Optional<Submission.NothingCreated> proof = GeneratorError.proof(answer, clock);
      return proof.isPresent() ? proof.get() : unknown(answer, GeneratorError.words(answer));
    }
    List<String> results = addresses(answer, address -> !isExample(address));
    if (!isDemo(answer) && !results.isEmpty()) {
      return new Submission.Finished(results, null, answer.evidence());
    }
    String prompt = answer.text(answer.root().path("workflowResponse").path("prompt_id"));
    return prompt == null ? withoutPrompt(answer) : accepted(answer, prompt, server);
  }

  /**
   * ComfyUI has the prompt: something was created. Without the server's address it cannot be found
   * from here, and a refusal would have it made again, so a person must look.
   */
  private static Submission accepted(JsonAnswer answer, String prompt, String server) {
    return server.isEmpty()
        ? unknown(
            answer,
            "a ComfyUI server that only the generator knows has prompt %s; set server-url to"
                    .formatted(JsonAnswer.onOneLine(prompt))
                + " follow the next ones")
        : new Submission.Accepted(prompt, null, answer.evidence());
  }

  /**
   * Only the word for a demonstration proves that nobody was given the shot: an older generator
   * shows the same addresses after it has passed it on, to a server that it may know by itself.
   */
  private Submission withoutPrompt(JsonAnswer answer) {
    List<String> shown = addresses(answer, address -> true);
    boolean asked = answer.root().path("workflowResponse").isObject();
    if (asked || !isDemo(answer) || shown.isEmpty()) {
      return unknown(answer, "neither a video nor a prompt: " + answer.excerpt());
    }
    return acceptDemo
        ? new Submission.Finished(shown, null, answer.evidence())
        : new Submission.Refused(
            "demo",
            "the generator has no ComfyUI server and showed its demonstration; set server-url,"
                + " or COMFYUI_SERVER_URL where the generator runs (accept-demo: true takes it)",
            answer.evidence());
  }

  private static boolean isDemo(JsonAnswer answer) {
    return answer.root().path("isDemo").asBoolean(false);
  }

  /** The clip and then its poster; nothing without a clip. */
  private static List<String> addresses(JsonAnswer answer, Predicate<String> wanted) {
    List<String> all =
        Stream.of("video", "image")
            .map(field -> address(answer, answer.root().path(field)))
            .filter(Objects::nonNull)
            .filter(wanted)
            .distinct()
            .toList();
    String clip = address(answer, answer.root().path("video"));
    return clip != null && all.contains(clip) ? all : List.of();
  }

  private static @Nullable String address(JsonAnswer answer, JsonNode node) {
    return Outputs.whole(answer, Stream.of(node)).stream().findFirst().orElse(null);
  }

  /** No one owns that host (RFC 2606): the generator's code has it in place of a result. */
  private static boolean isExample(String address) {
    WebAddress web = WebAddress.parse(address);
    return web != null && web.host().matches("(.+\\.)?example\\.com");
  }

  private static Submission unknown(JsonAnswer answer, String reason) {
    return new Submission.Unknown(reason, answer.evidence());
  }
}
