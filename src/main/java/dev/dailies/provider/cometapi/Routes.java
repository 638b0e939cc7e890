package dev.dailies.provider.cometapi;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.FileInBody;
import dev.dailies.provider.ModelChoice;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import dev.dailies.provider.TimeRange;
import dev.dailies.provider.models.Models;
import dev.dailies.provider.models.Route;
import dev.dailies.provider.models.RouteFormat;
import dev.dailies.provider.models.RouteReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the two formats share: routes, the rules of their models, and the rules for inputs. */
final class Routes {

  private final RouteReview review;
  private final RouteFormat format;
  private final InputRules inputs;

  /**
   * @param provider the provider's name in the settings, for messages
   */
  Routes(String provider, String baseUrl, List<Route> routes, Models models, InputRules inputs) {
    this.review = new RouteReview(provider, routes, models);
    this.format = new RouteFormat(baseUrl, routes, models);
    this.inputs = inputs;
  }

  boolean offer(Operation operation) {
    return review.route(operation).isPresent();
  }

  /** Judges a shot; the problems that the format itself has found come last. */
  Review review(Shot shot, Stream<Problem> more) {
    Review common = review.of(shot);
    List<Problem> problems =
        Stream.of(common.problems().stream(), inputProblems(shot), more)
            .flatMap(found -> found)
            .toList();
    return new Review(problems, common.price());
  }

  ModelChoice model(Shot shot) {
    return review.model(shot);
  }

  Optional<TimeRange> usualTime(Shot shot) {
    return review.usualTime(shot);
  }

  /**
   * Writes a request. A file is read again here, and may have changed since the review.
   *
   * @param asSent the shot as the format sends it
   */
  Preparation prepare(Shot asSent) {
    return inputProblems(asSent)
        .findFirst()
        .<Preparation>map(Routes::refused)
        .orElseGet(() -> request(asSent));
  }

  private Request request(Shot asSent) {
    List<FileInBody> files = new ArrayList<>();
    Request request =
        format.request(
            asSent,
            cell -> {
              Optional<FileInBody> file = inputs.writtenOut(cell);
              file.ifPresent(files::add);
              return file.map(FileInBody::mark).orElse(cell);
            });
    return request.writingOut(files);
  }

  /** Writes what would be sent; of an operation that is not offered, what was asked. */
  String draft(Shot asSent) {
    return offer(asSent.operation()) ? format.request(asSent).draft() : asSent.toString();
  }

  private Stream<Problem> inputProblems(Shot shot) {
    return review.route(shot.operation()).stream().flatMap(route -> inputs.problems(shot, route));
  }

  private static Submission.Refused refused(Problem problem) {
    String reason = "%s: %s; %s".formatted(problem.column(), problem.message(), problem.fix());
    return new Submission.Refused("unusable_input", reason, Evidence.NONE);
  }
}
