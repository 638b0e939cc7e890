package dev.dailies.provider.cometapi;

import dev.dailies.provider.Problem;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a shot by the rules of its route and of its model. */
final class OfficialReview {

  /** Columns that change how long or how marked the clip is, but not what it shows. */
  private static final Set<String> MINOR = Set.of("duration", "watermark");

  private final Models models;

  OfficialReview(Models models) {
    this.models = models;
  }

  Review of(Shot shot) {
    return OfficialRoute.of(shot.operation())
        .map(route -> of(shot, route))
        .orElseGet(() -> new Review(List.of(notOffered(shot)), null));
  }

  private Review of(Shot shot, OfficialRoute route) {
    ModelFacts usual = models.usual(route.operation());
    String model = shot.model() == null ? usual.model() : shot.model();
    Optional<ModelFacts> known = models.find(route.operation(), model);
    Map<String, Object> columns = Columns.of(shot);
    List<Problem> problems = new ArrayList<>();
    missing(route, columns, problems);
    unsendable(route, columns, problems);
    conflicting(route, shot.options(), problems);
    ShotRules rules = new ShotRules(shot, route.label(), problems);
    rules.routeWide(known.orElse(usual));
    known.ifPresentOrElse(rules::modelOnly, () -> problems.add(unknownModel(route, model)));
    return new Review(List.copyOf(problems), models.price(route.operation(), model));
  }

  private static Problem notOffered(Shot shot) {
    String offered =
        OfficialRoute.ALL.stream().map(OfficialRoute::label).collect(Collectors.joining(", "));
    String asked = shot.operation().label();
    return Problem.error(
        "operation",
        asked,
        "the provider cometapi does not offer " + asked,
        "use one of: " + offered + "; or another provider");
  }

  private static void missing(
      OfficialRoute route, Map<String, Object> columns, List<Problem> problems) {
    for (String column : route.required()) {
      if (!columns.containsKey(column)) {
        String message = column + " is missing, and " + route.label() + " needs it";
        String fix = column.equals("prompt") ? "say what to make of the video" : "give its URL";
        problems.add(Problem.error(column, null, message, fix));
      }
    }
  }

  /** An input that cannot be sent is an error: the clip would be another, and paid for. */
  private static void unsendable(
      OfficialRoute route, Map<String, Object> columns, List<Problem> problems) {
    columns.forEach(
        (column, value) -> {
          if (route.fields().containsKey(column)) {
            return;
          }
          String message = route.label() + " at CometAPI has no " + column;
          problems.add(
              MINOR.contains(column)
                  ? Problem.warning(column, value.toString(), message + ": not sent", "empty it")
                  : Problem.error(column, value.toString(), message, "leave the cell empty"));
        });
  }

  private static void conflicting(
      OfficialRoute route, Map<String, Object> options, List<Problem> problems) {
    route
        .fields()
        .forEach(
            (column, field) -> {
              if (options.containsKey(field)) {
                problems.add(
                    Problem.error(
                        "options." + field,
                        String.valueOf(options.get(field)),
                        field + " is what the column " + column + " sends",
                        "use the column " + column));
              }
            });
  }

  private Problem unknownModel(OfficialRoute route, String model) {
    return Problem.warning(
        "model",
        model,
        model + " is not a known model of " + route.label() + ": sent as it is, price unknown",
        "known: " + models.names(route.operation()));
  }
}
