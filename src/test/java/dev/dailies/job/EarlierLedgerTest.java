package dev.dailies.job;

import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.FAILED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.LOST;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.cli.Typed;
import dev.dailies.ledger.TaskState;
import dev.dailies.ledger.store.EmbeddedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A job that an earlier Dailies has left opens, is reported as it was then, and goes on. Its files
 * are beside this class, and so is what made them.
 */
class EarlierLedgerTest {

  /** Where the earlier Dailies sent its tasks. */
  private static final String FORMER = "http://127.0.0.1:18787";

  /** What the earlier Dailies counted: its one clip is of a row as it was before. */
  private static final String OTHERS =
      ", 1 at the provider, 1 to fetch, 2 failed, 2 cancelled, 1 in doubt,"
          + " 1 lost, 1 undelivered, 1 row with a mistake, and 1 earlier clip\n";

  /** What becomes of the tasks, however they were left, but for {@code waiting-1}. */
  private static final Map<String, TaskState> SETTLED =
      Map.ofEntries(
          Map.entry("delivered", DELIVERED),
          Map.entry("delivered+2", DELIVERED),
          Map.entry("failed", FAILED),
          Map.entry("unsafe", FAILED),
          Map.entry("cancelled", CANCELLED),
          Map.entry("given-up", CANCELLED),
          Map.entry("not_an_id", DELIVERED),
          // What is free is tried again, whoever had given it up.
          Map.entry("undelivered", DELIVERED),
          Map.entry("added", DELIVERED),
          Map.entry("doubt", IN_DOUBT),
          Map.entry("lost", LOST),
          Map.entry("submitted", DELIVERED),
          Map.entry("succeeded", DELIVERED),
          Map.entry("waiting-2", DELIVERED));

  @AutoClose private final StubbedApi api = new StubbedApi();
  private @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"closed, 3 not sent", "killed, '2 not sent, 1 being sent'"})
  void isReportedAsItWasThen(String left, String unsent) throws IOException {
    unpack(left);
    Rehearsal job = new Rehearsal(folder, FORMER);

    assertThat(said(job, "status")).contains("\n" + unsent + OTHERS);
    said(job, "report");

    assertThat(job.file("results.csv")).hasContent("\ufeff" + expected(left + "-results.csv"));
    assertThat(job.file("failures.csv")).hasContent("\ufeff" + expected("failures.csv"));
    assertThat(said(job, "explain", "doubt"))
        .startsWith("doubt is in doubt: ")
        .containsPattern("Attempt 1 at cometapi .*outcome unknown, no ticket")
        .contains("not sent -> being sent", "being sent -> in doubt");
    assertThat(said(job, "explain", "delivered"))
        .contains("delivered is delivered", "delivered+2 is not sent");
    assertThat(said(job, "explain", "withdrawn")).startsWith("withdrawn is withdrawn");
  }

  @Test
  void goesOnWhereItWasClosed() throws IOException {
    Ran ran = goOn("closed");

    assertThat(ran.states()).containsExactlyInAnyOrderEntriesOf(with("waiting-1", DELIVERED));
    assertThat(sent())
        .containsExactly("added", "delivered-again", "rejected", "waiting-1", "waiting-2");
  }

  @Test
  void goesOnWhereItWasKilled() throws IOException {
    Ran ran = goOn("killed");

    assertThat(ran.states()).containsExactlyInAnyOrderEntriesOf(with("waiting-1", IN_DOUBT));
    assertThat(sent()).containsExactly("added", "delivered-again", "rejected", "waiting-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed", "killed"})
  void paysForNothingAgainInAnotherRun(String left) throws IOException {
    goOn(left);
    List<String> before = sent();

    Ran again = job().run();

    assertThat(again.code()).isEqualTo(12);
    assertThat(sent()).isEqualTo(before);
    assertThat(said(job(), "verify")).isNotEmpty();
  }

  private Ran goOn(String left) throws IOException {
    unpack(left);
    readdress();
    api.looks("no-such-ticket", StubbedApi.notExist());
    // Another manifest is read, and every row of it held against its task.
    Files.writeString(folder.resolve("shots.csv"), Rehearsal.row("added") + "\n", APPEND);
    Ran ran = job().run();
    assertThat(ran.code()).isEqualTo(12);
    assertThat(api.polls("no-such-ticket")).isEqualTo(1);
    return ran;
  }

  private Rehearsal job() {
    return new Rehearsal(folder, api.baseUrl()).set("admission", "valid");
  }

  private static String said(Rehearsal job, String command, String... arguments) {
    Typed typed = job.type(command, arguments);
    assertThat(typed.code()).as("%s", typed).isZero();
    return typed.out();
  }

  private static Map<String, TaskState> with(String task, TaskState state) {
    Map<String, TaskState> states = new TreeMap<>(SETTLED);
    states.put(task, state);
    return states;
  }

  /** The prompts that were sent, one for every create. */
  private List<String> sent() {
    return api.posts().stream()
        .map(post -> post.getBodyAsString().replaceAll(".*\"promptText\":\"([^\"]*)\".*", "$1"))
        .sorted()
        .toList();
  }

  private void unpack(String left) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(resource(left + ".zip"))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.copy(zip, file);
        }
      }
    }
  }

  /** The tasks in flight are watched where they were sent: there stands the stub now. */
  private void readdress() throws IOException {
    Path database = folder.resolve("out/.dailies/db");
    boolean sealed = Files.exists(database.resolve("seal"));
    assertThat(api.baseUrl()).hasSameSizeAs(FORMER);
    try (Stream<Path> files = Files.list(database)) {
      for (Path file : files.toList()) {
        String content = Files.readString(file, ISO_8859_1);
        Files.writeString(file, content.replace(FORMER, api.baseUrl()), ISO_8859_1);
      }
    }
    if (sealed) {
      new EmbeddedDatabase(database.resolveSibling("")).seal();
    }
  }

  private static String expected(String name) throws IOException {
    try (InputStream content = resource(name)) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(EarlierLedgerTest.class.getResourceAsStream("earlier/" + name));
  }
}
