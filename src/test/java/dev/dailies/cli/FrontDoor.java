package dev.dailies.cli;

import dev.dailies.cli.ask.Confirmation;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Objects;
import picocli.CommandLine;

/** The front door for tests of other packages: commands as people type them. */
public final class FrontDoor {

  private FrontDoor() {}

  /** Runs a command in this process, as if it had been typed. */
  public static Typed type(String... words) {
    return type(Dailies.commandLine(words), new StringWriter(), new StringWriter(), words);
  }

  /** The same at a terminal, where a person gives these answers, a line each. */
  public static Typed answer(String answers, String... words) {
    StringWriter err = new StringWriter();
    CommandLine commands = Dailies.commandLine(words);
    Object command = Objects.requireNonNull(commands.getSubcommands().get(words[0])).getCommand();
    Confirmation person = new Confirmation(new StringReader(answers), new PrintWriter(err));
    if (command instanceof ResolveCommand resolve) {
      resolve.askAt(person);
    } else if (command instanceof InitCommand init) {
      init.askAt(person);
    } else if (command instanceof RunCommand run) {
      run.askAt(person);
    }
    return type(commands, new StringWriter(), err, words);
  }

  private static Typed type(
      CommandLine commands, StringWriter out, StringWriter err, String... words) {
    int code = commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(words);
    return new Typed(code, out.toString(), err.toString());
  }
}
