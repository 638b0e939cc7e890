package dev.dailies.killpoint;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.util.function.BiFunction;
import net.bytebuddy.asm.Advice;

/**
 * What is woven into classes of the JDK. It becomes part of their methods, so it may name nothing
 * but the JDK, and reaches {@link Watch} through a system property.
 */
@SuppressWarnings({"unchecked", "UnusedVariable"})
final class InJdk {

  private InJdk() {}

  /** {@code FileChannelImpl.write}. */
  static final class Write {

    private Write() {}

    @Advice.OnMethodEnter
    static void before(@Advice.FieldValue("path") String path) {
      ((BiFunction<String, Object[], Object>) System.getProperties().get("killpoint"))
          .apply("write", new Object[] {path, "before"});
    }

    @Advice.OnMethodExit
    static void after(@Advice.FieldValue("path") String path) {
      ((BiFunction<String, Object[], Object>) System.getProperties().get("killpoint"))
          .apply("write", new Object[] {path, "after"});
    }
  }

  /** {@code FileChannelImpl.force}. */
  static final class Force {

    private Force() {}

    @Advice.OnMethodEnter
    static void before(@Advice.FieldValue("path") String path) {
      ((BiFunction<String, Object[], Object>) System.getProperties().get("killpoint"))
          .apply("force", new Object[] {path, "before"});
    }

    @Advice.OnMethodExit
    static void after(@Advice.FieldValue("path") String path) {
      ((BiFunction<String, Object[], Object>) System.getProperties().get("killpoint"))
          .apply("force", new Object[] {path, "after"});
    }
  }

  /** {@code Files.move}. */
  static final class Move {

    private Move() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(0) Path from, @Advice.Argument(1) Path to) {
      ((BiFunction<String, Object[], Object>) System.getProperties().get("killpoint"))
          .apply("rename", new Object[] {from, to, "before"});
    }

    @Advice.OnMethodExit
    static void after(@Advice.Argument(0) Path from, @Advice.Argument(1) Path to) {
      ((BiFunction<String, Object[], Object>) System.getProperties().get("killpoint"))
          .apply("rename", new Object[] {from, to, "after"});
    }
  }

  /** {@code HttpClient.sendAsync}. */
  static final class Send {

    private Send() {}

    @Advice.OnMethodEnter
    static void before(
        @Advice.Argument(0) HttpRequest request,
        @Advice.Argument(value = 1, readOnly = false) BodyHandler<?> handler) {
      handler =
          (BodyHandler<?>)
              ((BiFunction<String, Object[], Object>)
                      System.getProperties().get("killpoint"))
                  .apply("send", new Object[] {request, handler});
    }
  }
}
