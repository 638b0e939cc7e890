package dev.dailies.killpoint;

import java.net.http.HttpRequest;
import net.bytebuddy.asm.Advice;

/** What is woven into classes of the product and of its database. */
final class InProduct {

  private InProduct() {}

  /**
   * {@code TaskWrites.update} and {@code RevisionRows.replace}: from here on it is known what the
   * transaction is about.
   */
  static final class Moving {

    private Moving() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(1) Object after) {
      Watch.moving(after);
    }
  }

  /** {@code Ledger.cameLater}, which moves no task. */
  static final class Later {

    private Later() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(0) Object task) {
      Watch.cameLater(task);
    }
  }

  /** {@code Retakes.match}, whose commit is the plan's. */
  static final class Retake {

    private Retake() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(2) String replaced) {
      Watch.retaking(replaced);
    }
  }

  /** {@code Plans.withdrawUnseen}. */
  static final class Withdraw {

    private Withdraw() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(0) String state) {
      Watch.withdrawing(state);
    }
  }

  /** {@code AttemptWrites.keepTicket}. */
  static final class KeepTicket {

    private KeepTicket() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(1) String ticket) {
      Watch.accepted(ticket);
    }
  }

  /** {@code JDBCConnection.commit}. */
  static final class Commit {

    private Commit() {}

    @Advice.OnMethodEnter
    static void before() {
      Watch.committing();
    }

    @Advice.OnMethodExit
    static void after() {
      Watch.committed();
    }
  }

  /** Where the database calls {@code FileDescriptor.sync}, which is native. */
  static final class Sync {

    private Sync() {}

    @Advice.OnMethodEnter
    static void before() {
      Watch.syncing();
    }

    @Advice.OnMethodExit
    static void after() {
      Watch.synced();
    }
  }

  /** {@code FileUtil.renameElement}. */
  static final class Rename {

    private Rename() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(0) String from, @Advice.Argument(1) String to) {
      Watch.renaming(from, to, "before");
    }

    @Advice.OnMethodExit
    static void after(@Advice.Argument(0) String from, @Advice.Argument(1) String to) {
      Watch.renaming(from, to, "after");
    }
  }

  /** {@code ProviderHttp.send}. */
  static final class Answer {

    private Answer() {}

    @Advice.OnMethodExit
    static void after(@Advice.Argument(0) HttpRequest request) {
      Watch.answered(request);
    }
  }
}
