package dev.dailies.provider.http;

import dev.dailies.provider.Price;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Request;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the results of a finished task in an answer of a form that nobody has told us of: any web
 * address is one that does not stand in the request, and whose name does not say what else it is.
 */
public final class LastResort {

  private static final int DEEPEST = 12;

  /** What gateways name beside a result. */
  private static final Set<String> NO_RESULT =
      Set.of(
          "poster",
          "cover",
          "thumbnail",
          "preview",
          "frame",
          "avatar",
          "icon",
          "doc",
          "help",
          "poll",
          "status",
          "cancel",
          "self",
          "get",
          "callback",
          "webhook",
          "input",
          "prompt",
          "reference",
          "source",
          "origin");

  private static final Set<String> SOURCE = Set.of("source", "origin");

  private static final Pattern VIDEO =
      Pattern.compile("\"video|\\.(mp4|mov|webm|mkv|m4v)\\b|data:video", Pattern.CASE_INSENSITIVE);

  private static final Pattern CLIP =
      Pattern.compile("\\.(mp4|mov|webm|mkv|m4v|zip)([?#].*)?$", Pattern.CASE_INSENSITIVE);

  private LastResort() {}

  /** A finished task with its results; with the beginning of its answer if there are none. */
  public static Progress.Succeeded done(
      List<String> known, @Nullable Price price, JsonAnswer answer, Request request) {
    List<String> outputs = known.isEmpty() ? outputs(answer, request) : known;
    return new Progress.Succeeded(
        outputs, price, answer.evidence(), outputs.isEmpty() ? answer.excerpt() : null);
  }

  /** The addresses: the clips among them if there are any, else all. */
  public static List<String> outputs(JsonAnswer answer, Request request) {
    String sent = request.body().replace("\\/", "/");
    List<String> found =
        Stream.concat(
                Outputs.whole(answer, values(answer, NO_RESULT)).stream(),
                Outputs.of(answer, values(answer, NO_RESULT)).stream().filter(LastResort::isClip))
            .distinct()
            .filter(address -> !sent.contains(address))
            .toList();
    if (found.isEmpty()) {
      return unlikely(answer, request, sent);
    }
    return found.stream().anyMatch(LastResort::isClip)
        ? found.stream().filter(LastResort::isClip).toList()
        : found;
  }

  /**
   * Clips that lie at the server, and those that are called a source: where no video was sent that
   * can be no input.
   */
  private static List<String> unlikely(JsonAnswer answer, Request request, String sent) {
    Set<String> noResult =
        NO_RESULT.stream()
            .filter(word -> VIDEO.matcher(sent).find() || !SOURCE.contains(word))
            .collect(Collectors.toSet());
    return Outputs.of(answer, values(answer, noResult), request.baseUrl()).stream()
        .filter(LastResort::isClip)
        .filter(address -> !sent.contains(address))
        .toList();
  }

  private static boolean isClip(String address) {
    return CLIP.matcher(address).find();
  }

  /** The words of a name such as {@code lastFrame} or {@code prompt_images}, in the singular. */
  private static Stream<String> words(String name) {
    String apart = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return Stream.of(apart.split("[^a-z]+"))
        .map(word -> word.equals("status") ? word : word.replaceAll("s$", ""));
  }

  private static Stream<JsonNode> values(JsonAnswer answer, Set<String> noResult) {
    return values(answer.root(), "", noResult, 0);
  }

  private static Stream<JsonNode> values(
      JsonNode node, String name, Set<String> noResult, int depth) {
    if (depth > DEEPEST || words(name).anyMatch(noResult::contains)) {
      return Stream.empty();
    }
    if (node.isObject()) {
      return node.propertyStream()
          .flatMap(field -> values(field.getValue(), field.getKey(), noResult, depth + 1));
    }
    if (node.isArray()) {
      return node.valueStream().flatMap(value -> values(value, name, noResult, depth + 1));
    }
    JsonNode inText = JsonInText.of(node);
    return inText.isMissingNode() ? Stream.of(node) : values(inText, name, noResult, depth + 1);
  }
}
