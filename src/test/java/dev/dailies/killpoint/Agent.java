package dev.dailies.killpoint;

import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Brings the woven classes into a JVM. They are in the agent's own jar, so nothing is woven here.
 */
public final class Agent {

  private Agent() {}

  /**
   * Begins to watch, before the program does.
   *
   * @param arguments the output folder, the file for the trace, and where to die, separated by
   *     {@code |}
   */
  public static void premain(String arguments, Instrumentation jvm)
      throws IOException, UnmodifiableClassException {
    String[] parts = arguments.split("\\|", -1);
    Crossings crossings = new Crossings(new FileOutputStream(parts[1]), parts[2]);
    Watch.begin(crossings, Path.of(parts[0]));
    Woven woven = Woven.read();
    jvm.addTransformer(woven, true);
    jvm.retransformClasses(
        Arrays.stream(jvm.getAllLoadedClasses()).filter(woven::replaces).toArray(Class<?>[]::new));
  }
}
