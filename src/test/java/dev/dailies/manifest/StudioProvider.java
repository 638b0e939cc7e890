package dev.dailies.manifest;

import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Price;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Recovery;
import dev.dailies.provider.Request;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Submission;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider that only reviews: by the rule that a test gives it, at 0.32 dollars a take. */
public record StudioProvider(Function<Shot, List<Problem>> rule) implements Provider {

  static final Price PRICE = Price.usd("0.32");

  /** A check of rows that go to {@code studio}, which has no objection to anything. */
  public static RowCheck check() {
    return check("studio", shot -> List.of());
  }

  public static RowCheck check(@Nullable String usual, Function<Shot, List<Problem>> rule) {
    return check(usual, rule, Rows.INPUTS);
  }

  /** A check of rows whose files are found by the given inputs. */
  public static RowCheck check(Inputs inputs) {
    return check("studio", shot -> List.of(), inputs);
  }

  private static RowCheck check(
      @Nullable String usual, Function<Shot, List<Problem>> rule, Inputs inputs) {
    Map<String, Provider> providers =
        Map.of("studio", new StudioProvider(rule), "cometapi", new StudioProvider(rule));
    return new RowCheck(
        new ProviderChoice(usual, new TreeSet<>(providers.keySet()), providers::get), inputs);
  }

  @Override
  public Review review(Shot shot) {
    return new Review(rule.apply(shot), PRICE);
  }

  @Override
  public Preparation prepare(Shot shot) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Submission submit(Request request, AttemptId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Progress poll(Attempt attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean stillNames(String baseUrl) {
    return true;
  }

  @Override
  public Recovery recovery() {
    throw new UnsupportedOperationException();
  }
}
