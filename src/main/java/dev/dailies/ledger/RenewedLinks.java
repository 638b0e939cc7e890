package dev.dailies.ledger;

import dev.dailies.web.WebAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which fresh link belongs to which result: by the file that it names, since a provider
 * may list them in another order than before; by its place only where nothing else tells.
 */
public final class RenewedLinks {

  private static final int SAME = 1_000_000;
  private static final int SAME_PLACE = 1_000;
  private static final int SAME_NAME = 100;
  private static final int SAME_FOLDER = 10;
  private static final int MOST_IN_COMMON = 9;

  private RenewedLinks() {}

  /** A pair that may belong together, and how much speaks for it. */
  private record Pair(int output, int link, int likeness) {}

  /** The results under their fresh links; what is here of them stays. */
  public static List<Output> of(List<Output> outputs, List<String> links) {
    List<Output> renewed = new ArrayList<>();
    byNumber(outputs, links)
        .forEach(
            (number, url) ->
                renewed.add(
                    outputs.stream()
                        .filter(output -> output.number() == number)
                        .findFirst()
                        .map(o -> new Output(number, url, o.file(), o.warning()))
                        .orElseGet(() -> new Output(number, url, null))));
    return renewed;
  }

  /**
   * The links by the number of their result. What is offered besides comes last; a result that no
   * link is left for keeps its own.
   */
  private static Map<Integer, String> byNumber(List<Output> outputs, List<String> links) {
    TreeMap<Integer, String> found = new TreeMap<>();
    Set<Integer> used = new HashSet<>();
    for (Pair pair : bestFirst(outputs, links)) {
      int number = outputs.get(pair.output).number();
      if (!found.containsKey(number) && used.add(pair.link)) {
        found.put(number, links.get(pair.link));
      }
    }
    outputs.forEach(output -> found.putIfAbsent(output.number(), output.url()));
    for (int link = 0; link < links.size(); link++) {
      if (!used.contains(link)) {
        found.put(found.isEmpty() ? 1 : found.lastKey() + 1, links.get(link));
      }
    }
    return found;
  }

  private static List<Pair> bestFirst(List<Output> outputs, List<String> links) {
    List<Pair> pairs = new ArrayList<>();
    for (int output = 0; output < outputs.size(); output++) {
      for (int link = 0; link < links.size(); link++) {
        pairs.add(new Pair(output, link, likeness(outputs.get(output).url(), links.get(link))));
      }
    }
    pairs.sort(
        Comparator.comparingInt((Pair pair) -> -pair.likeness)
            .thenComparingInt(pair -> Math.abs(pair.output - pair.link)));
    return pairs;
  }

  private static int likeness(String old, String fresh) {
    if (old.equals(fresh)) {
      return SAME;
    }
    WebAddress before = WebAddress.parse(old);
    WebAddress now = WebAddress.parse(fresh);
    if (before == null || now == null) {
      return 0;
    }
    int name =
        before.fileName().equals(now.fileName()) && !now.fileName().isEmpty() ? SAME_NAME : 0;
    int place = before.withoutQuery().equals(now.withoutQuery()) ? SAME_PLACE : 0;
    return name
        + place
        + SAME_FOLDER * inCommon(before.path(), now.path(), "/")
        + inCommon(before.query(), now.query(), "&");
  }

  /** How many parts are the same in both: what signs an address is not, in its path either. */
  private static int inCommon(@Nullable String before, @Nullable String now, String between) {
    if (before == null || now == null) {
      return 0;
    }
    Set<String> common = new HashSet<>(List.of(before.split(between)));
    common.retainAll(new HashSet<>(List.of(now.split(between))));
    return Math.min(common.size(), MOST_IN_COMMON);
  }
}
