package dev.dailies.provider.comfyui;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission;
import dev.dailies.provider.comfyui.workflow.Template;
import dev.dailies.provider.comfyui.workflow.Workflow;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks a server once whether it has the nodes and the model files that the workflow uses. Without
 * one of the nodes no shot could succeed. A list that lacks a value is a hint and no more: some
 * nodes fill theirs by a script, and the server's own check of a prompt costs nothing.
 */
final class ServerCheck {

  /** Packs that are known to call nobody. */
  private static final Pattern LOCAL_PACKS =
      Pattern.compile(
          "videohelpersuite|kjnodes|gguf|wanvideowrapper|hunyuanvideo|ltxvideo|animatediff"
              + "|frame[-_]?interpolation|controlnet[-_]?aux|ipadapter|essentials");

  private final ComfyuiHttp http;
  private final Template template;
  private final Map<String, Fitness> known = new ConcurrentHashMap<>();

  ServerCheck(ComfyuiHttp http, Template template) {
    this.http = http;
    this.template = template;
  }

  /** Whether the server can run the workflow; asked again until it can. */
  Fitness of(String server) {
    Fitness before = known.get(server);
    if (before != null) {
      return before;
    }
    Fitness now = new Look(server).fitness();
    if (now.objection() == null) {
      known.put(server, now);
    }
    return now;
  }

  /** True if every node of the workflow runs at the server itself, as far as has been seen. */
  boolean isFree(String server) {
    Fitness seen = known.get(server);
    return seen != null && seen.isFree();
  }

  /** One look at one server. All that is missing is told at once. */
  private final class Look {

    private final String server;
    private final List<String> missing = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private boolean isFree = true;

    Look(String server) {
      this.server = server;
    }

    Fitness fitness() {
      Workflow workflow = template.workflow();
      for (String name : workflow.ids().stream().map(workflow::classOf).distinct().toList()) {
        Optional<Submission.NothingCreated> trouble = ask(name);
        if (trouble.isPresent()) {
          return Fitness.unknown(trouble.get());
        }
      }
      leaveOutReplaced();
      return missing.isEmpty()
          ? new Fitness(null, doubts, isFree, version())
          : new Fitness(halt(), doubts, false, null);
    }

    private @Nullable ServerVersion version() {
      return http.get(server + "/system_stats")
          .<Optional<ServerVersion>>fold(
              answer -> ServerVersion.in(http.read(answer)), broken -> Optional.empty())
          .orElse(null);
    }

    private Optional<Submission.NothingCreated> ask(String className) {
      String segment = URLEncoder.encode(className, StandardCharsets.UTF_8).replace("+", "%20");
      return http.get(server + "/object_info/" + segment, info(className))
          .fold(
              answer -> read(className, http.read(answer)),
              broken -> Optional.of(broken.asPreparation()));
    }

    /** A server may list tens of thousands of model files: those that the workflow names count. */
    private Part info(String className) {
      return Part.of(
              Map.of(
                  "python_module", Part.WHOLE,
                  "api_node", Part.WHOLE,
                  "input", new Choices.Among(template.workflow().texts())))
          .of(className);
    }

    private Optional<Submission.NothingCreated> read(String className, JsonAnswer answer) {
      // A proxy that does not let it through: the server itself answers 200 whatever the class. It
      // answers 500 if a node cannot say what it takes, and may be able to run it.
      if (List.of(404, 405, 500).contains(answer.status())) {
        isFree = false;
        return Optional.empty();
      }
      if (!answer.isSuccess() || !answer.isJson()) {
        return Optional.of(ComfyuiError.of(server, answer, http));
      }
      JsonNode info = answer.root().path(className);
      if (info.isObject()) {
        isFree &= isLocal(info);
        nodes(className).forEach(id -> judge(id, info));
      } else {
        missing.add(className);
      }
      return Optional.empty();
    }

    /** Nodes of others may call whom they like, and only ComfyUI's own say that they do. */
    private boolean isLocal(JsonNode info) {
      String module = info.path("python_module").asString("").toLowerCase(Locale.ROOT);
      boolean partners = info.path("api_node").asBoolean(false) || module.contains("api_nodes");
      boolean own = !module.startsWith("custom_nodes") || LOCAL_PACKS.matcher(module).find();
      return !partners && own;
    }

    private void judge(String id, JsonNode info) {
      template.workflow().inputs(id).properties().stream()
          .filter(input -> !isFilledIn(id, input.getKey()))
          .filter(input -> input.getValue().isString())
          .forEach(input -> judge(id, input.getKey(), input.getValue().asString(), info));
    }

    private void judge(String id, String input, String value, JsonNode info) {
      Choices.of(info.path("input"), input)
          .filter(choices -> !choices.contains(value))
          .ifPresent(
              choices ->
                  doubts.add(
                      "'%s', which %s has as %s"
                          .formatted(value, template.workflow().called(id), input)));
    }

    /** Newer servers put other nodes in the place of some that are gone, when a prompt comes. */
    private void leaveOutReplaced() {
      if (!missing.isEmpty()) {
        http.get(server + "/node_replacements", Part.WHOLE.ofEach())
            .fold(
                answer -> missing.removeIf(name -> replaces(http.read(answer), name)),
                broken -> false);
      }
    }

    private boolean replaces(JsonAnswer answer, String className) {
      boolean replaces = answer.isSuccess() && !answer.root().path(className).isEmpty();
      isFree &= !replaces;
      return replaces;
    }

    private Submission.Halt halt() {
      List<String> nodes =
          missing.stream()
              .flatMap(ServerCheck.this::nodes)
              .map(template.workflow()::called)
              .toList();
      return new Submission.Halt(
          HaltCause.ACCOUNT,
          "%s cannot run the workflow: it has no node %s; install what provides it, or a newer ComfyUI%s"
              .formatted(
                  server,
                  String.join(", ", nodes),
                  doubts.isEmpty() ? "" : "; it does not list " + String.join(", ", doubts)),
          new Evidence(200, null));
    }
  }

  private Stream<String> nodes(String className) {
    Workflow workflow = template.workflow();
    return workflow.ids().stream().filter(id -> workflow.classOf(id).equals(className));
  }

  private boolean isFilledIn(String id, String input) {
    return Stream.concat(
            template.parameters().stream().flatMap(parameter -> parameter.targets().stream()),
            template.prefixes().stream())
        .anyMatch(target -> target.node().equals(id) && target.input().equals(input));
  }
}
