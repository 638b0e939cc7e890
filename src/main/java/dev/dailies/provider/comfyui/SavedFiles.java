package dev.dailies.provider.comfyui;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that the nodes of one attempt may have written, by their paths at the server. */
final class SavedFiles {

  /** By the savers of ComfyUI itself, and of VideoHelperSuite. */
  private static final List<String> ENDINGS =
      List.of("_.mp4", "_.webm", "_.webp", "_.png", "_.mkv", "_.flac", ".mp4", ".webm");

  private final String prefix;
  private final List<Saver> savers;

  /**
   * @param prefix how the paths begin
   * @param savers all that write under it
   */
  SavedFiles(String prefix, List<Saver> savers) {
    this.prefix = prefix;
    this.savers = savers;
  }

  /** Where to look for them, if only for one of several. */
  List<String> paths() {
    Stream<String> first = ENDINGS.stream().map(ending -> Saver.path(prefix, 1, ending));
    return Stream.concat(first, savers.stream().flatMap(this::pathsOf)).distinct().toList();
  }

  /** All of them count together, so any of them may have any number. */
  private Stream<String> pathsOf(Saver saver) {
    return saver.paths(prefix, savers.size());
  }

  /**
   * The file of each wanted node, or none at all: the server may have ended between two files, and
   * what is delivered is not made again. So every node must be known to write one file, and each
   * file must be whole, and no other node's.
   *
   * @param wanted nodes, in the order of the results; empty for all
   * @param wholeByPath the paths that are there, and whether nothing of the file is missing
   */
  List<String> results(List<String> wanted, Map<String, Boolean> wholeByPath) {
    List<String> nodes = wanted.isEmpty() ? savers.stream().map(Saver::node).toList() : wanted;
    List<String> results =
        nodes.stream()
            .flatMap(node -> fileOf(node, wholeByPath))
            .filter(path -> wholeByPath.getOrDefault(path, false))
            .toList();
    boolean isAll = savers.stream().allMatch(Saver::writesOneFile);
    return isAll && results.size() == nodes.size() ? results : List.of();
  }

  /** Empty if it is not certain which one it is. */
  private Stream<String> fileOf(String node, Map<String, Boolean> wholeByPath) {
    List<String> found =
        savers.stream()
            .filter(saver -> saver.node().equals(node))
            .flatMap(this::pathsOf)
            .filter(wholeByPath::containsKey)
            .toList();
    return found.size() == 1 && writers(found.get(0)) == 1 ? found.stream() : Stream.empty();
  }

  private long writers(String path) {
    return savers.stream().filter(saver -> pathsOf(saver).anyMatch(path::equals)).count();
  }
}
