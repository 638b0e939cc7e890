package dev.dailies.ledger;

import static java.util.stream.Collectors.groupingBy;

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
 * may list them in another order than before. By its place only where there are as many as before,
 * or where it takes nothing from a result that is here: a link that might be another's is no reason
 * to lose one's own.
 */
public final class RenewedLinks {

  private static final int SAME = 1_000_000;
  private static final int SAME_PLACE = 1_000;
  private static final int SAME_NAME = 100;
  private static final int SAME_FOLDER = 10;
  private static final int MOST_IN_COMMON = 9;

  private final List<Output> outputs;
  private final List<String> links;

  /** The links that were found, by the number of their result. */
  private final Map<Integer, String> found = new TreeMap<>();

  private final Set<Integer> used = new HashSet<>();

  private RenewedLinks(List<Output> outputs, List<String> links) {
    this.outputs = outputs;
    this.links = links;
  }

  /** A pair that may belong together, and how much speaks for it. */
  private record Pair(int output, int link, int likeness) {}

  /** The results under their fresh links; what is here of them stays. */
  public static List<Output> of(List<Output> outputs, List<String> links) {
    RenewedLinks renewal = new RenewedLinks(outputs, links.stream().distinct().toList());
    renewal.match();
    return renewal.renewed();
  }

  private void match() {
    List<Pair> pairs = bestFirst(outputs, links);
    if (links.size() == outputs.size()) {
      pairs.forEach(this::take);
      return;
    }
    certain(pairs).forEach(this::take);
    if (links.size() > outputs.size()) {
      pairs.stream().filter(pair -> outputs.get(pair.output).file() == null).forEach(this::take);
    }
  }

  private void take(Pair pair) {
    int number = outputs.get(pair.output).number();
    if (!found.containsKey(number) && used.add(pair.link)) {
      found.put(number, links.get(pair.link));
    }
  }

  /** Those that name one file, and that nothing speaks for as much. */
  private static List<Pair> certain(List<Pair> pairs) {
    Map<Integer, List<Pair>> ofOutput = pairs.stream().collect(groupingBy(Pair::output));
    Map<Integer, List<Pair>> ofLink = pairs.stream().collect(groupingBy(Pair::link));
    return pairs.stream()
        .filter(pair -> pair.likeness >= SAME_NAME)
        .filter(pair -> isBest(pair, ofOutput.getOrDefault(pair.output, List.of())))
        .filter(pair -> isBest(pair, ofLink.getOrDefault(pair.link, List.of())))
        .toList();
  }

  private static boolean isBest(Pair pair, List<Pair> bestFirst) {
    return bestFirst.get(0).equals(pair)
        && (bestFirst.size() == 1 || bestFirst.get(1).likeness < pair.likeness);
  }

  /**
   * A result that no link was found for keeps its own. What is offered besides comes last, but not
   * where less is offered than before: then it is one of them under a name that tells nothing.
   */
  private List<Output> renewed() {
    List<Output> renewed = new ArrayList<>();
    int last = 0;
    for (Output output : outputs) {
      String url = found.getOrDefault(output.number(), output.url());
      renewed.add(new Output(output.number(), url, output.file(), output.warning()));
      last = Math.max(last, output.number());
    }
    for (int link = 0; links.size() > outputs.size() && link < links.size(); link++) {
      if (!used.contains(link)) {
        renewed.add(new Output(++last, links.get(link), null));
      }
    }
    return renewed;
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
