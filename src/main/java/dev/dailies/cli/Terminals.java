package dev.dailies.cli;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;

/** Whether somebody is watching. */
final class Terminals {

  private Terminals() {}

  /** True if standard input and output are a terminal that can rewrite a line. */
  static boolean isTerminal() {
    return terminal().isPresent();
  }

  /** What can be kept up to date on the screen; empty if nobody is watching. */
  static Optional<LiveBlock> liveBlock() {
    return terminal().flatMap(console -> LiveBlock.open(console.charset()));
  }

  @SuppressWarnings("SystemConsoleNull") // Null before 22; from 22 on isReal tells.
  private static Optional<Console> terminal() {
    String term = System.getenv("TERM");
    return Optional.ofNullable(System.console())
        .filter(console -> isReal(console) && term != null && !term.equals("dumb"));
  }

  /** From 22 on there is a console even without a terminal, and only then a way to ask. */
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
