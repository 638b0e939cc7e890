package dev.dailies.killpoint;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiConsumer;
import net.bytebuddy.asm.Advice;

/**
 * What is woven into classes of the JDK. It becomes part of their methods, so it may name nothing
 * but the JDK, and reaches {@link Watch} through a system property.
 */
@SuppressWarnings({"unchecked", "UnusedVariable"})
final class InJdk {

  private InJdk() {}

  /** {@code FileChannelImpl.write} and {@code FileChannelImpl.force}. */
  static final class Change {

    private Change() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Origin("#m") String what, @Advice.FieldValue("path") String path) {
      ((BiConsumer<String, Object[]>)
              Objects.requireNonNull(System.getProperties().get(Watch.BRIDGE)))
          .accept(what, new Object[] {path, "before"});
    }

    @Advice.OnMethodExit
    static void after(@Advice.Origin("#m") String what, @Advice.FieldValue("path") String path) {
      ((BiConsumer<String, Object[]>)
              Objects.requireNonNull(System.getProperties().get(Watch.BRIDGE)))
          .accept(what, new Object[] {path, "after"});
    }
  }

  /** {@code Files.move}. */
  static final class Move {

    private Move() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(0) Path from, @Advice.Argument(1) Path to) {
      ((BiConsumer<String, Object[]>)
              Objects.requireNonNull(System.getProperties().get(Watch.BRIDGE)))
          .accept(Watch.RENAME, new Object[] {from, to, "before"});
    }

    @Advice.OnMethodExit
    static void after(@Advice.Argument(0) Path from, @Advice.Argument(1) Path to) {
      ((BiConsumer<String, Object[]>)
              Objects.requireNonNull(System.getProperties().get(Watch.BRIDGE)))
          .accept(Watch.RENAME, new Object[] {from, to, "after"});
    }
  }

  /** {@code HttpClient.sendAsync}. */
  static final class Send {

    private Send() {}

    @Advice.OnMethodEnter
    static void before(
        @Advice.Argument(0) HttpRequest request,
        @Advice.Argument(value = 1, readOnly = false) BodyHandler<?> handler) {
      Object[] with = {request, handler};
      ((BiConsumer<String, Object[]>)
              Objects.requireNonNull(System.getProperties().get(Watch.BRIDGE)))
          .accept(Watch.SEND, with);
      handler = (BodyHandler<?>) with[1];
    }
  }
}
