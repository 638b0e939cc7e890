package dev.dailies.manifest;

import dev.dailies.provider.Inputs;
import dev.dailies.provider.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * One row of the manifest, not yet judged.
 *
 * @param line the physical line it starts on, from 1
 * @param cells the row's own columns by their canonical name, without surrounding white space;
 *     blank cells are left out; those of other columns under the names that the user gave. A row of
 *     failures.csv has the job's UUID in {@code job}
 * @param stray all cells of a row of which nobody can say which belongs to which column; {@code
 *     cells} has them by their place, and what is left over as {@code surplus}. Empty for any other
 *     row
 * @param problems what is wrong with the row as such
 */
public record Row(
    long line, Map<String, String> cells, List<String> stray, List<Problem> problems) {

  public Row {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    stray = List.copyOf(stray);
    problems = List.copyOf(problems);
  }

  /**
   * What "changed" is judged by first: the SHA-256 in hex of what the row's own columns mean, see
   * {@link #meanings}; no setting counts.
   */
  public String digest(Inputs inputs) {
    return RowDigest.of(meanings(inputs), stray);
  }

  /**
   * The digests that earlier versions of Dailies made of such a row, each of which a ledger may
   * hold: of the cells as they are written, and of what they mean by fewer signatures.
   */
  public List<String> earlierDigests(Inputs inputs) {
    return List.of(
        EarlierDigest.of(cells, stray, inputs), RowDigest.of(earlierMeanings(inputs), stray));
  }

  /** The same as {@link #meanings} by the signatures that an earlier Dailies knew. */
  public SortedMap<String, String> earlierMeanings(Inputs inputs) {
    return Meaning.atFirst(cells, inputs);
  }

  /**
   * What the row's own columns mean, by column. The order of columns, how a number, a truth value
   * or a host is written, kinds of line breaks, and what signs a URL do not count; nor do the id,
   * which says whose row it is; nor {@code takes} and {@code replaces}, since another take is no
   * reason to make the first again; nor {@code job}, {@code reason}, {@code reason_code}; nor
   * columns that are none of ours. Of a file its content counts.
   */
  public SortedMap<String, String> meanings(Inputs inputs) {
    return Meaning.of(cells, inputs);
  }

  /** True if the row has cells in columns that are none of ours. */
  public boolean hasOwnColumns() {
    return cells.keySet().stream().anyMatch(Columns::isOwn);
  }

  /** The takes that the row wants new ones for, each once; empty for a row of a usual manifest. */
  public List<String> replaces() {
    return Pattern.compile("[,;\\s]+")
        .splitAsStream(cells.getOrDefault(Columns.REPLACES, ""))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** True if the row names files, which can come and change while the manifest does not. */
  public boolean namesFiles(Inputs inputs) {
    return cells.entrySet().stream()
        .anyMatch(cell -> Meaning.namesFiles(cell.getKey(), cell.getValue(), inputs));
  }
}
