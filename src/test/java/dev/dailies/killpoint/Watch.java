package dev.dailies.killpoint;

import dev.dailies.ledger.Task;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives what the woven classes tell its name. A commit is named by the task's new state and the
 * task, a POST by the task, a change of a file by its name in the output folder.
 */
public final class Watch {

  /**
   * The system property by which the JDK's own classes reach this one, which they cannot see: it
   * takes what is done, and with what.
   */
  static final String BRIDGE = "killpoint";

  /** A file gets another name: with the old path, the new one, and the phase. */
  static final String RENAME = "rename";

  /** A request is sent: with the request, and the handler of its answer, which may be replaced. */
  static final String SEND = "send";

  private static final ThreadLocal<@Nullable String> MOVE = new ThreadLocal<>();
  private static final ThreadLocal<@Nullable String> COMMIT = new ThreadLocal<>();
  private static final ThreadLocal<String> TICKET = ThreadLocal.withInitial(() -> "");
  private static final ThreadLocal<String> TASK = ThreadLocal.withInitial(() -> "");

  private static @Nullable Crossings crossings;
  private static Path folder = Path.of("");

  private Watch() {}

  static void begin(Crossings into, Path outputFolder) {
    crossings = into;
    folder = outputFolder;
    BiConsumer<String, Object[]> bridge = Watch::tell;
    System.getProperties().put(BRIDGE, bridge);
  }

  /** The transaction of this thread moves a task. */
  public static void moving(Object task) {
    Task after = (Task) task;
    MOVE.set(after.state() + " " + after.name());
    TASK.set(after.name());
  }

  /** The next transaction of this thread keeps what has come of a task since it ended. */
  public static void cameLater(Object task) {
    MOVE.set("CAME_LATER " + ((Task) task).name());
  }

  /** The transaction of this thread plans a take that replaces another. */
  public static void retaking(String replaced) {
    MOVE.set("RETAKE " + replaced);
  }

  /** The next transaction of this thread withdraws tasks, if there are any in that state. */
  public static void withdrawing(String state) {
    MOVE.set("by withdrawing " + state);
  }

  /** The transaction of this thread keeps a ticket. */
  public static void accepted(String ticket) {
    TICKET.set(ticket);
  }

  /** The transaction of this thread is about to be committed. */
  public static void committing() {
    String move = MOVE.get();
    String name = "commit " + (move == null ? byThread() : move);
    COMMIT.set(name);
    cross(name, "before", TICKET.get());
  }

  /** The transaction was committed. */
  public static void committed() {
    cross(String.valueOf(COMMIT.get()), "after", TICKET.get());
    COMMIT.remove();
    MOVE.remove();
    TICKET.remove();
  }

  /** The database has written its log, and is about to bring it onto the disk. */
  public static void syncing() {
    String commit = COMMIT.get();
    cross(commit == null ? "sync " + byThread() : commit, "syncing", TICKET.get());
  }

  /** The database has brought its log onto the disk. */
  public static void synced() {
    String commit = COMMIT.get();
    cross(commit == null ? "sync " + byThread() : commit, "synced", TICKET.get());
  }

  /** The database gives one of its files another name. */
  public static void renaming(String from, String to, String phase) {
    file(RENAME, Path.of(to), phase, Path.of(from));
  }

  /** A provider's answer is complete, and was not looked at yet. */
  public static void answered(HttpRequest request) {
    if (request.method().equals("POST")) {
      cross("POST " + TASK.get(), "after", "");
    }
  }

  /** Anything else is a change of a file: with its path, if it has one, and the phase. */
  private static void tell(String what, Object[] with) {
    if (what.equals(SEND)) {
      with[1] = sending((HttpRequest) with[0], (BodyHandler<?>) with[1]);
    } else if (what.equals(RENAME)) {
      file(RENAME, (Path) with[1], (String) with[2], (Path) with[0]);
    } else if (with[0] instanceof String path) {
      file(what, Path.of(path), (String) with[1], Path.of(path));
    }
  }

  private static BodyHandler<?> sending(HttpRequest request, BodyHandler<?> handler) {
    if (!request.method().equals("POST")) {
      cross(request.method(), "before", request.uri().getPath());
      return handler;
    }
    String name = "POST " + TASK.get();
    cross(name, "before", "");
    return head -> {
      cross(name, "answered", "");
      return unchecked(handler).apply(head);
    };
  }

  @SuppressWarnings("unchecked") // Its type goes through the client unseen.
  private static BodyHandler<Object> unchecked(BodyHandler<?> handler) {
    return (BodyHandler<Object>) handler;
  }

  private static void file(String what, Path file, String phase, Path from) {
    if (file.startsWith(folder)) {
      String name = folder.relativize(file).toString();
      cross(what + " " + (name.isEmpty() ? "." : name), phase, folder.relativize(from).toString());
    }
  }

  private static String byThread() {
    return "by " + Thread.currentThread().getName();
  }

  private static void cross(String name, String phase, String detail) {
    if (crossings != null) {
      crossings.cross(name, phase, detail);
    }
  }
}
