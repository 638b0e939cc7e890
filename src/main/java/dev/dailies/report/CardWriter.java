package dev.dailies.report;

import dev.dailies.ledger.TaskView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** Writes tasks into the page, a line for each, as the elements of a JSON array. */
final class CardWriter implements Consumer<TaskView> {

  private final Gallery gallery;
  private final RunFacts facts;
  private final Writer out;
  private String before = "";

  CardWriter(Gallery gallery, RunFacts facts, Writer out) {
    this.gallery = gallery;
    this.facts = facts;
    this.out = out;
  }

  @Override
  public void accept(TaskView view) {
    try {
      out.write(before);
      out.write(DataIsland.of(Card.of(new Entry(view), gallery, facts)));
      before = ",\n";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
