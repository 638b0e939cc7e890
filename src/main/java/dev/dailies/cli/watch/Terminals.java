package dev.dailies.cli.watch;

import dev.dailies.cli.words.Paint;
import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;

/** Finds out whether a person is watching. */
public final class Terminals {

  private Terminals() {}

  /** True if standard input and output are a terminal that can rewrite a line. */
  public static boolean isTerminal() {
    return terminal().isPresent();
  }

  /** A block of lines that is kept up to date; empty if nobody is watching. */
  public static Optional<LiveBlock> liveBlock(Paint paint) {
    return terminal().flatMap(console -> LiveBlock.open(console.charset(), paint));
  }

  @SuppressWarnings("SystemConsoleNull") // Null before Java 22; from 22 on isReal tells.
  private static Optional<Console> terminal() {
    String term = System.getenv("TERM");
    return Optional.ofNullable(System.console())
        .filter(console -> isReal(console) && term != null && !term.equals("dumb"));
  }

  /** From Java 22 on there is a console even without a terminal, and a method that tells. */
  private static boolean isReal(Console console) {
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (Boolean) isTerminal.invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException impossible) {
      return false;
    }
  }
}
