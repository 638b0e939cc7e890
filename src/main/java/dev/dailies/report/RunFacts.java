package dev.dailies.report;

import dev.dailies.ledger.TaskView;
import dev.dailies.ledger.budget.CapUse;
import dev.dailies.text.ShellWord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about the run, beside what the ledger knows.
 *
 * @param job the UUID of the output folder
 * @param run counts the runs of the job, from 1
 * @param manifest the plain name of the file that asked for the newest tasks
 * @param list the plain name of the job's own list, of which that file may be a part
 * @param zone whose clock the page shows; the other files are in UTC
 * @param spending what the settings say of money
 * @param places where a person finds out what became of a task in doubt, by the provider's name
 * @param version of Dailies
 */
public record RunFacts(
    String job,
    long run,
    String manifest,
    String list,
    Instant startedAt,
    Instant endedAt,
    ZoneId zone,
    Spending spending,
    Verdict verdict,
    CommandLine commandLine,
    Function<String, Place> places,
    String version) {

  /**
   * What the settings say of money.
   *
   * @param zone in which days begin
   * @param caps what is used of each cap
   */
  public record Spending(ZoneId zone, List<CapUse> caps) {

    public Spending {
      caps = List.copyOf(caps);
    }
  }

  /**
   * How the run ended, or how it stands.
   *
   * @param running true while nobody knows yet how it ends
   * @param exitCode that it ends with; of no meaning while it runs
   * @param meaning of the exit code, in words
   * @param stopReasons why something was not sent or not waited for; empty if all was
   * @param waits what had failed until the end, and would have been tried again
   */
  public record Verdict(
      boolean running, int exitCode, String meaning, List<String> stopReasons, List<Waited> waits) {

    public Verdict {
      stopReasons = List.copyOf(stopReasons);
      waits = List.copyOf(waits);
    }
  }

  /**
   * What a provider kept the run waiting for.
   *
   * @param address where it failed; null where nothing was taken
   * @param cause a sentence for people
   * @param tries how often, one after the other
   * @param since when it failed first
   */
  public record Waited(
      String provider, @Nullable String address, String cause, int tries, Instant since) {}

  /**
   * How people call Dailies on this folder, for commands that they can copy.
   *
   * @param program as in {@code java -jar dailies.jar}
   * @param folder the output folder, as people name it
   */
  public record CommandLine(String program, String folder) {

    /** The words to type for a command; {@code arguments} may be empty. */
    String of(String command, String arguments) {
      return words(command, folder) + (arguments.isEmpty() ? "" : " " + arguments);
    }

    /** The words to type for a command about {@code rejects.csv}, once that is in the folder. */
    String onRejects(String command) {
      return words(command, folder + "/rejects.csv");
    }

    /** The words to type for picks that were exported, once they are in the folder. */
    String onPicks() {
      return of("picks", ShellWord.of(folder + "/picks.json"));
    }

    private String words(String command, String target) {
      return program + " " + command + " " + ShellWord.of(target);
    }
  }

  /** What can be done about a task of that name, on any clock. */
  Advice adviceOn(TaskView view, String name) {
    return adviceOn(view, name, "");
  }

  /**
   * The same of a task whose row may have several takes.
   *
   * @param takes what becomes of them if the row is edited
   */
  Advice adviceOn(TaskView view, String name, String takes) {
    return Advice.onAnyClock(view, name, commandLine::of, places, takes);
  }

  Duration wallTime() {
    return Duration.between(startedAt, endedAt);
  }
}
