package dev.dailies.ledger;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction that is never part of another one, so that what it wrote is on disk when it
 * returns. Only transactions of its own database in this thread count: a step may well run under a
 * transaction manager without resources.
 */
final class OwnTransaction {

  private final TransactionTemplate template;

  OwnTransaction(PlatformTransactionManager transactions) {
    this.template = new TransactionTemplate(transactions);
  }

  /**
   * Does the work even in an interrupted thread, to which the connection pool would give no
   * connection: the ticket of a paid task is written first, and the thread is interrupted again
   * afterwards.
   */
  void run(Runnable work) {
    boolean interrupted = Thread.interrupted();
    try {
      while (!begunAndDone(work)) {
        interrupted = true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns false if an interrupt kept the transaction from beginning. */
  private boolean begunAndDone(Runnable work) {
    try {
      template.executeWithoutResult(
          status -> {
            refuseOuter(status.isNewTransaction());
            work.run();
          });
      return true;
    } catch (CannotCreateTransactionException notBegun) {
      if (Thread.interrupted()) {
        return false;
      }
      throw notBegun;
    }
  }

  private static void refuseOuter(boolean isNew) {
    if (!isNew) {
      throw new IllegalTransactionStateException(
          "the ledger was called within another transaction, whose rollback could forget a paid"
              + " task");
    }
  }
}
