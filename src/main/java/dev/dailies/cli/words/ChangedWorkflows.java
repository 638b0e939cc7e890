package dev.dailies.cli.words;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Tells of clips that were made by another workflow than today's: no run makes them again. */
final class ChangedWorkflows {

  private final Map<String, Long> byProvider;
  private final BinaryOperator<String> line;

  /**
   * @param line the words to type for another command about the job and its arguments
   */
  ChangedWorkflows(Map<String, Long> byProvider, BinaryOperator<String> line) {
    this.byProvider = byProvider;
    this.line = line;
  }

  void print(PrintWriter out) {
    byProvider.forEach(
        (provider, clips) ->
            out.println(
                "%s: the workflow has changed since %d of these clips were made; they are kept (%s"
                        .formatted(provider, clips, line.apply("redo", "--all-changed"))
                    + " makes them again)"));
  }
}
