package dev.dailies.job.plan;

import dev.dailies.ledger.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the newest plan has left to send.
 *
 * @param all of it
 * @param models by provider and model
 * @param scenes by scene; empty if the rows are not grouped by any
 * @param ready when all of it is here, and what was sent before
 */
public record SendTable(Share all, List<OfModel> models, List<OfScene> scenes, ReadyTime ready) {

  /** A part of it: rows of the manifest, their takes, and what these will cost. */
  public record Share(long rows, long takes, Cost expected) {}

  /**
   * What goes to one model.
   *
   * @param model null where nobody chooses one
   * @param usual true if the rows name none
   */
  public record OfModel(String provider, @Nullable String model, boolean usual, Share share) {}

  /**
   * What belongs to one scene.
   *
   * @param scene null for the shots whose ids name none
   */
  public record OfScene(@Nullable String scene, Share share) {}
}
