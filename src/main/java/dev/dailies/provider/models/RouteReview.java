package dev.dailies.provider.models;

import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.TimeRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges a shot by the rules of its route and of its model. */
public final class RouteReview {

  /** Columns that change how long or how marked the clip is, but not what it shows. */
  private static final Set<String> MINOR = Set.of("duration", "watermark");

  private final String provider;
  private final List<Route> routes;
  private final Models models;
  private final Supplier<LocalDate> today;

  /**
   * @param provider the provider's name in the settings, for messages
   */
  public RouteReview(String provider, List<Route> routes, Models models) {
    this(provider, routes, models, LocalDate::now);
  }

  RouteReview(String provider, List<Route> routes, Models models, Supplier<LocalDate> today) {
    this.today = today;
    this.provider = provider;
    this.routes = routes;
    this.models = models;
  }

  /** The route of a shot's operation; empty if the provider does not offer it. */
  public Optional<Route> route(Operation operation) {
    return routes.stream().filter(route -> route.operation() == operation).findFirst();
  }

  /** The model that a shot goes to. */
  public ModelChoice model(Shot shot) {
    return shot.model() == null
        ? new ModelChoice(models.usual(shot.operation()).map(ModelFacts::model).orElse(null), true)
        : new ModelChoice(shot.model(), false);
  }

  /** How long the model takes for a shot, if a data file says so. */
  public Optional<TimeRange> usualTime(Shot shot) {
    return Optional.ofNullable(model(shot).name())
        .flatMap(name -> models.find(shot.operation(), name))
        .flatMap(ModelFacts::making);
  }

  /** Finds everything that is wrong with a shot, and what it will cost. */
  public Review of(Shot shot) {
    return route(shot.operation())
        .map(route -> of(shot, route))
        .orElseGet(() -> new Review(List.of(notOffered(shot)), null));
  }

  private Review of(Shot shot, Route everyModels) {
    Optional<ModelFacts> usual = models.usual(shot.operation());
    String model = model(shot).name();
    Optional<ModelFacts> known =
        Optional.ofNullable(model).flatMap(name -> models.find(shot.operation(), name));
    Route route = known.map(everyModels::as).orElse(everyModels);
    List<Problem> problems = new ArrayList<>();
    Map<String, Object> columns = Columns.of(shot);
    Optional<ModelFacts> followed = known.or(() -> usual);
    Map<String, Object> filled =
        followed.map(facts -> Columns.of(shot, facts)).orElseGet(() -> Columns.of(shot));
    missing(route, known.map(ModelFacts::required).orElse(List.of()), filled, problems);
    withoutPrompt(route, filled, problems);
    followed.ifPresent(facts -> usualStyle(route, shot, facts, problems));
    unsent(route, shot, problems);
    problems.addAll(unsendable(route, columns, everyModels));
    conflicting(route, shot.options(), problems);
    followed.ifPresent(facts -> new ModelRules(shot, facts, problems).general());
    known.flatMap(facts -> OldPrice.of(facts, today.get())).ifPresent(problems::add);
    known.ifPresentOrElse(
        facts -> new ModelRules(shot, facts, problems).ofTheModel(),
        () -> problems.add(unknownModel(route, model)));
    return new Review(
        List.copyOf(problems),
        known.map(facts -> models.price(facts, filled, shot.options())).orElse(null));
  }

  private Problem notOffered(Shot shot) {
    String offered =
        routes.stream().map(route -> route.operation().label()).collect(Collectors.joining(", "));
    String asked = shot.operation().label();
    return Problem.error(
        "operation",
        asked,
        "the provider %s does not offer %s".formatted(provider, asked),
        "use one of: " + offered + "; or another provider");
  }

  private static void missing(
      Route route, List<String> byModel, Map<String, Object> columns, List<Problem> problems) {
    Set<String> required = new TreeSet<>(route.required());
    required.addAll(byModel);
    for (String column : required) {
      if (!columns.containsKey(column)) {
        String message = column + " is missing, and " + route.operation().label() + " needs it";
        problems.add(Problem.error(column, null, message, whatToGive(column)));
      }
    }
  }

  /** Nothing is missing: but where people write prompts, one that is not there is worth a word. */
  private static void withoutPrompt(
      Route route, Map<String, Object> columns, List<Problem> problems) {
    if (columns.containsKey("prompt") || route.field("prompt").isEmpty()) {
      return;
    }
    if (problems.stream().noneMatch(problem -> problem.column().equals("prompt"))) {
      problems.add(
          Problem.warning(
              "prompt",
              null,
              "the prompt is empty, so the model decides what happens",
              "say what to make, or leave it"));
    }
  }

  private static void usualStyle(Route route, Shot shot, ModelFacts facts, List<Problem> problems) {
    if (shot.style() == null && facts.usualStyle() != null && route.field("style").isPresent()) {
      String message = "the style is %s where a row of %s names none";
      problems.add(
          Problem.note("style", null, message.formatted(facts.usualStyle(), label(route)), ""));
    }
  }

  private void unsent(Route route, Shot shot, List<Problem> problems) {
    RouteFormat.unsentOptions(shot.options())
        .forEach(
            (name, value) ->
                problems.add(
                    Problem.note(
                        "options." + name,
                        String.valueOf(value),
                        "%s at %s takes no %s: it is kept, and not sent"
                            .formatted(label(route), provider, name.replace('_', ' ')),
                        "")));
  }

  private static String whatToGive(String column) {
    return switch (column) {
      case "prompt" -> "say what to make";
      case "image", "video", "references" -> "give its URL";
      case "style" -> "name one, as in cinematic";
      default -> "fill the cell";
    };
  }

  /**
   * An input that cannot be sent is an error: we would pay for another clip than the row asks for.
   */
  private List<Problem> unsendable(Route route, Map<String, Object> columns, Route everyModels) {
    List<Problem> problems = new ArrayList<>();
    columns.forEach(
        (column, value) -> {
          if (route.field(column).isPresent()) {
            return;
          }
          boolean byModel = everyModels.field(column).isPresent();
          String what = byModel ? "this model in " + label(route) : label(route);
          String message = "%s at %s has no %s".formatted(what, provider, column);
          problems.add(
              MINOR.contains(column)
                  ? Problem.warning(column, value.toString(), message + ": not sent", "empty it")
                  : Problem.error(column, value.toString(), message, "leave the cell empty"));
        });
    return problems;
  }

  private static String label(Route route) {
    return route.operation().label();
  }

  private static void conflicting(
      Route route, Map<String, Object> options, List<Problem> problems) {
    for (Field field : route.fields()) {
      Object option = options.get(field.name());
      // An object may add to what a column says; anything else would contradict it.
      if (option != null && !(option instanceof Map)) {
        problems.add(
            Problem.error(
                "options." + field.name(),
                option.toString(),
                field.name() + " is what the column " + field.column() + " sends",
                "use the column " + field.column()));
      }
    }
  }

  private Problem unknownModel(Route route, @Nullable String model) {
    String known = "known: " + models.names(route.operation());
    return model == null
        ? Problem.error("model", null, "model is missing, and nothing is usual here", known)
        : Problem.warning(
            "model",
            model,
            "%s is not a known model of %s: sent as it is, price unknown"
                .formatted(model, label(route)),
            known);
  }
}
