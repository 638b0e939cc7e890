package dev.dailies;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a run of {@code shots.csv} against a server that speaks CometAPI's format.
 */
public final class Cometapi {

  private static final String SETTINGS = "--dailies.providers.cometapi.";

  private Cometapi() {}

  /** Arguments for a command, with more of them at the end. */
  public static String[] command(String command, String output, String server, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "shots.csv",
                "--provider=cometapi",
                "--output=" + output,
                "--rate=20/s",
                SETTINGS + "base-url=" + server,
                SETTINGS + "poll-rate=50/s",
                SETTINGS + "poll-interval=300ms"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  static String[] run(String server, String... more) {
    return command("run", "out", server, more);
  }

  /** A setting of this provider as a flag. */
  public static String setting(String nameAndValue) {
    return SETTINGS + nameAndValue;
  }
}
