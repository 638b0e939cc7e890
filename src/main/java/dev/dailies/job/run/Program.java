package dev.dailies.job.run;

import java.io.File;
import java.nio.file.Path;

/** How people start Dailies, for commands that they can copy. */
public final class Program {

  private Program() {}

  /** As it was typed: {@code java -jar target/dailies.jar}. */
  public static String shown() {
    String classPath = System.getProperty("java.class.path", "");
    return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
        ? "java -jar " + classPath
        : "dailies";
  }

  /** The same without a folder that is nobody else's business. */
  public static String plain() {
    return plain(shown());
  }

  /**
   * The file's name alone starts nothing; and who has Dailies elsewhere mostly has a word for it.
   */
  static String plain(String shown) {
    Path jar = Path.of(shown.substring(shown.lastIndexOf(' ') + 1));
    return jar.isAbsolute() ? "dailies" : shown;
  }
}
