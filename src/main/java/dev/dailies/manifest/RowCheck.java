package dev.dailies.manifest;

import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Problem;
import dev.dailies.provider.Provider;
import dev.dailies.provider.Review;
import dev.dailies.provider.Shot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks rows: first by the rules of every provider, then by those of the row's own. Finds every
 * problem of a row, not only the first. Sees one row at a time, so it does not find two rows with
 * one id.
 */
public final class RowCheck {

  private final ProviderRules providers;

  private final Inputs inputs;

  /** Checks rows by the rules of the provider that each of them chooses. */
  public RowCheck(ProviderChoice choice, Inputs inputs) {
    this.inputs = inputs;
    providers = new ProviderRules(choice);
  }

  /** Checks one row. Reads the files that it names, and touches no network. */
  public CheckedRow judge(Row row) {
    Cells cells = new Cells(row);
    SortedMap<String, String> meanings = row.meanings(inputs);
    String digest = RowDigest.of(meanings, row.stray());
    String id = IdRules.read(cells, digest);
    if (!row.stray().isEmpty()) {
      return new CheckedRow(
          row, id, List.of(), digest, meanings, null, List.of(), cells.problems());
    }
    cells.columns().stream()
        .filter(Columns::isKnown)
        .forEach(column -> refuseErrorWord(cells, column));
    OnHold.warn(cells);
    String name = providers.name(cells);
    int asked = NumberRules.takes(cells);
    int takes = row.replaces().isEmpty() ? asked : row.replaces().size();
    Provider provider = providers.find(cells, name);
    Shot first = firstTake(cells, id, takes, provider);
    List<Take> reviewed = review(cells, provider, first, takes);
    return new CheckedRow(
        row,
        id,
        cells.get("id") == null ? earlierIds(row) : List.of(),
        digest,
        meanings,
        cells.isSound("provider") ? name : null,
        cells.isSound() ? reviewed : List.of(),
        cells.problems());
  }

  private List<String> earlierIds(Row row) {
    return row.earlierDigests(inputs).stream().map(IdRules::madeOf).toList();
  }

  private static void refuseErrorWord(Cells cells, String column) {
    String cell = cells.get(column);
    if (cell != null && ErrorWord.is(cell)) {
      cells.error(
          column,
          "this is a spreadsheet's word for an error",
          "correct the formula there, or write what is meant");
    }
  }

  /** Leaves out what cannot be read: an error says so, and nothing will be sent. */
  private Shot firstTake(Cells cells, String id, int takes, @Nullable Provider provider) {
    Operation operation = OperationRules.read(cells);
    OperationRules.requirePrompt(cells, operation);
    return new Shot(
        id,
        1,
        operation,
        TextRules.prompt(cells),
        InputRules.read(cells, inputs, "image", hasFiles(provider)),
        InputRules.read(cells, inputs, "video", hasFiles(provider)),
        InputRules.readAll(cells, inputs, "references"),
        TextRules.name(cells, "model"),
        NumberRules.duration(cells),
        NumberRules.ratio(cells),
        NumberRules.seed(cells, takes, largestSeed(provider)),
        TextRules.watermark(cells),
        TextRules.name(cells, "style"),
        OptionRules.read(cells));
  }

  /** Of a provider that is not known nothing is said. */
  private static BigInteger largestSeed(@Nullable Provider provider) {
    return provider == null ? NumberRules.ANY_SEED : provider.largestSeed();
  }

  private static boolean hasFiles(@Nullable Provider provider) {
    return provider != null && provider.hasFiles();
  }

  private static List<Take> review(
      Cells cells, @Nullable Provider provider, Shot first, int takes) {
    // Of another operation or model than the row means, a review would say what is not so.
    if (provider == null || !Stream.of("operation", "model").allMatch(cells::isSound)) {
      return List.of();
    }
    int last = cells.isSound() ? takes : 1;
    List<Take> reviewed = new ArrayList<>();
    for (int take = 1; take <= last; take++) {
      Shot shot = take(first, take);
      Review review = provider.review(shot);
      int number = take;
      List<Problem> news =
          review.problems().stream().filter(found -> isNews(cells, found, number)).toList();
      news.forEach(cells::add);
      reviewed.add(new Take(shot, review.price()));
    }
    return reviewed;
  }

  /** What a take lacks only because it could not be read, and what take 1 had too, is known. */
  private static boolean isNews(Cells cells, Problem found, int take) {
    return take == 1 ? found.value() != null || cells.isSound(found.column()) : !cells.knows(found);
  }

  private static Shot take(Shot first, int take) {
    BigInteger seed = first.seed();
    return new Shot(
        first.id(),
        take,
        first.operation(),
        first.prompt(),
        first.image(),
        first.video(),
        first.references(),
        first.model(),
        first.duration(),
        first.ratio(),
        seed == null ? null : seed.add(BigInteger.valueOf(take - 1)),
        first.watermark(),
        first.style(),
        first.options());
  }
}
