package dev.dailies.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of committed changes. An exception of a listener ends here: the change is on
 * disk, and its caller needs the new view of the task.
 */
final class MoveListeners {

  private static final Logger LOG = LoggerFactory.getLogger(MoveListeners.class);

  private final List<Consumer<Move>> listeners = new CopyOnWriteArrayList<>();

  void add(Consumer<Move> listener) {
    listeners.add(listener);
  }

  void tell(Move move) {
    listeners.forEach(listener -> tell(listener, move));
  }

  private static void tell(Consumer<Move> listener, Move move) {
    try {
      listener.accept(move);
    } catch (RuntimeException broken) {
      LOG.warn("{} is {} now, but a listener failed", move.task().name(), move.to(), broken);
    }
  }
}
