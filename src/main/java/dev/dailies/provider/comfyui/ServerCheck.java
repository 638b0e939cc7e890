package dev.dailies.provider.comfyui;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.JsonAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Asks a server once whether it has the nodes and the model files that the workflow uses: no shot
 * could succeed without them.
 */
final class ServerCheck {

  private final ComfyuiHttp http;
  private final Template template;
  private final Set<String> passed = ConcurrentHashMap.newKeySet();

  ServerCheck(ComfyuiHttp http, Template template) {
    this.http = http;
    this.template = template;
  }

  /** Why the server cannot run the workflow; empty if it can. */
  Optional<Submission.NothingCreated> objection(String server) {
    if (passed.contains(server)) {
      return Optional.empty();
    }
    Workflow workflow = template.workflow();
    List<String> classes = workflow.ids().stream().map(workflow::classOf).distinct().toList();
    Optional<Submission.NothingCreated> objection =
        classes.stream().flatMap(name -> ofClass(server, name).stream()).findFirst();
    if (objection.isEmpty()) {
      passed.add(server);
    }
    return objection;
  }

  private Optional<Submission.NothingCreated> ofClass(String server, String className) {
    String segment = URLEncoder.encode(className, StandardCharsets.UTF_8).replace("+", "%20");
    return http.get(server + "/object_info/" + segment)
        .fold(
            answer -> ofClass(server, className, http.read(answer)),
            broken -> Optional.of(broken.asPreparation()));
  }

  private Optional<Submission.NothingCreated> ofClass(
      String server, String className, JsonAnswer answer) {
    if (answer.status() == 404 || answer.status() == 405) {
      // A proxy that does not let it through: the server itself answers 200 whatever the class.
      return Optional.empty();
    }
    if (!answer.isSuccess() || !answer.isJson()) {
      return Optional.of(ComfyuiError.of(server, answer, http));
    }
    JsonNode info = answer.root().path(className);
    return nodes(className)
        .flatMap(id -> ofNode(id, info).stream())
        .findFirst()
        .<Submission.NothingCreated>map(words -> halt(server, words, answer));
  }

  private Stream<String> nodes(String className) {
    Workflow workflow = template.workflow();
    return workflow.ids().stream().filter(id -> workflow.classOf(id).equals(className));
  }

  private Optional<String> ofNode(String id, JsonNode info) {
    if (!info.isObject()) {
      return Optional.of(
          "it has no node %s; install what provides it".formatted(template.workflow().called(id)));
    }
    return template.workflow().inputs(id).properties().stream()
        .filter(input -> !isFilledIn(id, input.getKey()))
        .flatMap(input -> ofInput(id, input, info).stream())
        .findFirst();
  }

  private boolean isFilledIn(String id, String input) {
    return Stream.concat(
            template.parameters().stream().flatMap(parameter -> parameter.targets().stream()),
            template.prefixes().stream())
        .anyMatch(target -> target.node().equals(id) && target.input().equals(input));
  }

  private Optional<String> ofInput(String id, Map.Entry<String, JsonNode> input, JsonNode info) {
    List<String> choices = Choices.of(info.path("input"), input.getKey());
    String value = input.getValue().asString("");
    return choices.isEmpty() || !input.getValue().isString() || choices.contains(value)
        ? Optional.empty()
        : Optional.of(
            "it does not have '%s', which %s has as %s; put it there, or choose another"
                .formatted(value, template.workflow().called(id), input.getKey()));
  }

  private static Submission.Halt halt(String server, String words, JsonAnswer answer) {
    return new Submission.Halt(
        HaltCause.ACCOUNT,
        server + " cannot run the workflow: " + words,
        new Evidence(answer.status(), null));
  }
}
