package dev.dailies.killpoint;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/**
 * Makes the agent's jar: its few classes, and the woven ones, made here once so that no JVM that
 * carries the agent spends time on weaving.
 */
public final class Weaver {

  private static final ClassFileLocator CLASSES =
      ClassFileLocator.ForClassLoader.of(Weaver.class.getClassLoader());
  private static final TypePool TYPES = TypePool.Default.of(CLASSES);

  private static final List<Class<?>> OWN =
      List.of(Agent.class, Woven.class, Watch.class, Crossings.class);

  private static final String FILE_CHANNEL = "sun.nio.ch.FileChannelImpl";

  private static final List<Seam> SEAMS =
      List.of(
          new Seam(FILE_CHANNEL, "write", 1, InJdk.Change.class),
          new Seam(FILE_CHANNEL, "write", 2, InJdk.Change.class),
          new Seam(FILE_CHANNEL, "write", 3, InJdk.Change.class),
          new Seam(FILE_CHANNEL, "force", 1, InJdk.Change.class),
          new Seam("java.nio.file.Files", "move", 3, InJdk.Move.class),
          new Seam("jdk.internal.net.http.HttpClientFacade", "sendAsync", 2, InJdk.Send.class),
          new Seam("org.hsqldb.jdbc.JDBCConnection", "commit", 0, InProduct.Commit.class),
          new Seam("org.hsqldb.lib.FileUtil$FileSync", "sync", 0, InProduct.Sync.class),
          new Seam("org.hsqldb.lib.FileUtil", "renameElement", 2, InProduct.Rename.class),
          new Seam("dev.dailies.ledger.TaskWrites", "update", 3, InProduct.Moving.class),
          new Seam("dev.dailies.ledger.RevisionRows", "replace", 4, InProduct.Moving.class),
          new Seam("dev.dailies.ledger.Ledger", "cameLater", 2, InProduct.Later.class),
          new Seam("dev.dailies.ledger.Retakes", "match", 3, InProduct.Retake.class),
          new Seam("dev.dailies.ledger.Plans", "withdrawUnseen", 3, InProduct.Withdraw.class),
          new Seam("dev.dailies.ledger.AttemptWrites", "keepTicket", 4, InProduct.KeepTicket.class),
          new Seam("dev.dailies.provider.http.ProviderHttp", "send", 1, InProduct.Answer.class));

  private Weaver() {}

  /** One method, told by its name and its number of arguments, and what is woven into it. */
  private record Seam(String type, String method, int arguments, Class<?> advice) {

    ElementMatcher.Junction<MethodDescription> matcher() {
      return named(method)
          .and(takesArguments(arguments))
          .and(not(isSynthetic()))
          .and(not(isAbstract()));
    }

    AsmVisitorWrapper wrapper(TypeDescription described) {
      if (described.getDeclaredMethods().filter(matcher()).isEmpty()) {
        throw new IllegalStateException(type + " has no " + method + " any more");
      }
      return Advice.to(advice).on(matcher());
    }
  }

  /** Writes the jar. */
  public static void write(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Agent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (Class<?> own : OWN) {
        add(jar, pathOf(own), bytesOf(own));
      }
      jar.putNextEntry(new JarEntry(Woven.FILE));
      new Woven(woven()).write(jar);
      jar.closeEntry();
    }
  }

  private static Map<String, byte[]> woven() {
    Map<String, byte[]> woven = new HashMap<>();
    SEAMS.stream()
        .collect(Collectors.groupingBy(Seam::type))
        .forEach((type, seams) -> woven.put(type.replace('.', '/'), woven(type, seams)));
    return woven;
  }

  private static byte[] woven(String name, List<Seam> seams) {
    TypeDescription described = TYPES.describe(name).resolve();
    List<AsmVisitorWrapper> wrappers = seams.stream().map(seam -> seam.wrapper(described)).toList();
    return new ByteBuddy()
        .decorate(described, CLASSES)
        .visit(new AsmVisitorWrapper.Compound(wrappers))
        .make()
        .getBytes();
  }

  private static void add(JarOutputStream jar, String path, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(path));
    jar.write(bytes);
    jar.closeEntry();
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    try (InputStream bytes = type.getResourceAsStream("/" + pathOf(type))) {
      return Objects.requireNonNull(bytes, type.getName()).readAllBytes();
    }
  }

  private static String pathOf(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }
}
