package dev.dailies.simulator;

import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.task.IssuedTicket;
import dev.dailies.simulator.task.Order;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a format makes of the body of a create. */
public sealed interface Reading {

  /**
   * A create that is accepted, if the account has what it costs.
   *
   * @param bill what it costs; null where nothing does
   * @param answer what its client is told of the task that comes of it
   */
  record Valid(Order order, @Nullable Bill bill, Function<IssuedTicket, Answer> answer)
      implements Reading {

    /** A create that costs nothing. */
    public Valid(Order order, Function<IssuedTicket, Answer> answer) {
      this(order, null, answer);
    }
  }

  /** A create that is refused: it makes no task. */
  record Refused(Answer answer) implements Reading {}
}
