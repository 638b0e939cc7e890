package dev.dailies.ledger;

import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction that is never part of another one, so that what it wrote is on disk when it
 * returns. It asks only whether its own database has a transaction open in this thread: a step may
 * well run under a transaction manager that has no resource at all.
 */
final class OwnTransaction {

  private final TransactionTemplate template;

  OwnTransaction(PlatformTransactionManager transactions) {
    this.template = new TransactionTemplate(transactions);
  }

  void run(Runnable work) {
    template.executeWithoutResult(
        status -> {
          if (!status.isNewTransaction()) {
            throw new IllegalTransactionStateException(
                "the ledger was called within another transaction, whose rollback could forget a"
                    + " paid task");
          }
          work.run();
        });
  }
}
