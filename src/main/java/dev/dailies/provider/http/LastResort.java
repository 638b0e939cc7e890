package dev.dailies.provider.http;

import dev.dailies.provider.Price;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Request;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
  static List<String> outputs(JsonAnswer answer, Request request) {
    String sent = request.body().replace("\\/", "/");
    List<String> all =
        Outputs.of(answer, values(answer.root(), "", 0)).stream()
            .filter(address -> !sent.contains(address))
            .toList();
    Predicate<String> isClip = address -> CLIP.matcher(address).find();
    return all.stream().anyMatch(isClip) ? all.stream().filter(isClip).toList() : all;
  }

  /** The words of a name such as {@code lastFrame} or {@code prompt_images}, in the singular. */
  private static Stream<String> words(String name) {
    String apart = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return Stream.of(apart.split("[^a-z]+"))
        .map(word -> word.equals("status") ? word : word.replaceAll("s$", ""));
  }

  private static Stream<JsonNode> values(JsonNode node, String name, int depth) {
    if (depth > DEEPEST || words(name).anyMatch(NO_RESULT::contains)) {
      return Stream.empty();
    }
    if (node.isObject()) {
      return node.propertyStream()
          .flatMap(field -> values(field.getValue(), field.getKey(), depth + 1));
    }
    return node.isArray()
        ? node.valueStream().flatMap(value -> values(value, name, depth + 1))
        : Stream.of(node);
  }
}
