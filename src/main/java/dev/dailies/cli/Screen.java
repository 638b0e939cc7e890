package dev.dailies.cli;

import java.io.Console;
import java.lang.reflect.Method;

/** Whether somebody is watching. */
final class Screen {

  private Screen() {}

  /** True if standard input and output are a terminal that can rewrite a line. */
  @SuppressWarnings("SystemConsoleNull") // Null before 22; from 22 on isReal tells.
  static boolean isTerminal() {
    Console console = System.console();
    String term = System.getenv("TERM");
    return console != null && isReal(console) && term != null && !term.equals("dumb");
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
