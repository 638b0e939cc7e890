package dev.dailies.cli.ask;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks a person at a terminal. */
public final class Confirmation {

  private static final Set<String> YES = Set.of("y", "yes");

  private final BufferedReader answers;
  private final PrintWriter questions;

  /** Asks on the one, and reads from the other. */
  public Confirmation(Reader answers, PrintWriter questions) {
    this.answers = new BufferedReader(answers);
    this.questions = questions;
  }

  /** Reads the answer from the terminal. */
  public static Confirmation ofTerminal(PrintWriter questions) {
    return new Confirmation(new InputStreamReader(System.in, Charset.defaultCharset()), questions);
  }

  /** True only if the answer is a plain yes. */
  public boolean isGivenTo(String question) {
    return answerTo(question + " [y/N] ")
        .map(answer -> answer.toLowerCase(Locale.ROOT))
        .filter(YES::contains)
        .isPresent();
  }

  /** The line that is typed, without blanks around it; empty at the end of the input. */
  Optional<String> answerTo(String question) {
    questions.print(question);
    questions.flush();
    try {
      return Optional.ofNullable(answers.readLine()).map(String::strip);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
