package dev.dailies.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The front door for tests of other packages: commands as people type them. */
public final class FrontDoor {

  private FrontDoor() {}

  /** Runs a command in this process, as if it had been typed. */
  public static Typed type(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Dailies.commandLine(words)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Typed(code, out.toString(), err.toString());
  }
}
