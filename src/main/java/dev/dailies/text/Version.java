package dev.dailies.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version that the build has written into the jar. */
public final class Version {

  private static final String VERSION = read();

  private Version() {}

  /** As in {@code 0.1.0}; {@code unknown} where the build left no trace. */
  public static String current() {
    return VERSION;
  }

  private static String read() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read the build's properties", unreadable);
    }
    return build.getProperty("build.version", "unknown");
  }
}
