package dev.dailies.ledger;

import dev.dailies.text.PlainText;

/**
 * The ticket that was to be adopted belongs to an attempt already: one generation is never two
 * tasks.
 */
public final class TicketTakenException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  TicketTakenException(String ticket, String holder) {
    super("the ticket '%s' is that of %s already".formatted(PlainText.of(ticket, 200), holder));
  }
}
