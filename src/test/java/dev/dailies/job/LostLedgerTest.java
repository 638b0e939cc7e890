package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.dailies.ledger.TaskState.DELIVERED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.zaxxer.hikari.HikariDataSource;
import dev.dailies.cli.Typed;
import dev.dailies.ledger.store.UntrustedLedgerException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A ledger that was put back, cut or lost pays for nothing a second time. */
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class LostLedgerTest {

  /** In bytes: the least that a disk loses. */
  private static final int SECTOR = 512;

  private static final String REFUSED = "refused";
  private static final String RIGHT = "right";

  private interface Harm {
    void doTo(Path database) throws IOException;
  }

  @AutoClose private final StubbedApi api = new StubbedApi();
  private @TempDir Path folder;
  private Rehearsal job;
  private Path database;

  @BeforeEach
  void prepare() {
    job = new Rehearsal(folder, api.baseUrl()).createsItsLedger();
    database = job.file(".dailies/db");
  }

  @Test
  void paysForNothingAgainAfterAnOlderCopyWasPutBack() throws IOException {
    job.rows(2).run();
    api.creates("shot-04", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(job.rows(4).run().in(IN_DOUBT)).containsExactly("shot-04");
    putBack("copy-2");

    Ran ran = job.rows(5).run();

    assertThat(ran.in(DELIVERED)).containsExactly("shot-01", "shot-02", "shot-03", "shot-05");
    assertThat(ran.in(IN_DOUBT)).containsExactly("shot-04");
    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.reason("shot-04")).contains("the journal knows it");
    assertThat(ran.view("shot-03").task().shot()).isNotNull();
    assertThat(Rehearsal.shots(5)).allMatch(shot -> api.posts(shot) == 1);

    api.creates("shot-04", StubbedApi.accepted());
    Typed typed = job.type("resolve", "shot-04", "--resubmit");
    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(job.run().in(DELIVERED)).hasSize(5);
    assertThat(api.posts("shot-04")).isEqualTo(2);
  }

  @Test
  void paysForNothingAgainWhenTheLedgerIsGone() throws IOException {
    job.rows(3).run();
    FileSystemUtils.deleteRecursively(database);

    Typed refused = job.type("plan");
    assertThat(refused.code()).as("%s", refused).isEqualTo(1);
    assertThat(refused.err()).contains("it is new, but there were runs").contains("copy-1");
    FileSystemUtils.deleteRecursively(database);
    FileSystemUtils.deleteRecursively(job.file(".dailies/copy-1"));

    Ran ran = job.rows(4).set("on-doubt", "resubmit").run();

    assertThat(ran.in(DELIVERED)).hasSize(4);
    assertThat(ran.code()).isZero();
    assertThat(Rehearsal.shots(4)).allMatch(shot -> api.posts(shot) == 1);
  }

  @Test
  void refusesALedgerThatKnowsLessThanTheClipsBesideIt() throws IOException {
    job.rows(1).run();
    Path old = folder.resolve("old");
    FileSystemUtils.copyRecursively(job.file(".dailies"), old);
    job.rows(3).run();

    // All that was known is gone, but for the copies.
    FileSystemUtils.deleteRecursively(database);
    Files.delete(job.file(".dailies/journal"));
    for (int again = 1; again <= 2; again++) {
      Typed gone = job.type("run");
      assertThat(gone.code()).as("%s", gone).isEqualTo(1);
      assertThat(gone.err()).contains("there were runs in this folder", "copy-1");
    }

    // An old one was put back, and one that knows nothing at all.
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    FileSystemUtils.copyRecursively(old, job.file(".dailies"));
    assertThatItKnowsTooLittle("it does not know 2 clips", "shot-02.json, shot-03.json");
    FileSystemUtils.deleteRecursively(job.file(".dailies"));
    assertThatItKnowsTooLittle("it does not know 3 clips", "shot-01.json");
    assertThat(api.posts()).hasSize(3);

    // Who wants to pay again says so by moving them away.
    FileSystemUtils.deleteRecursively(job.output());
    assertThat(job.run().in(DELIVERED)).hasSize(3);
  }

  private void assertThatItKnowsTooLittle(String... words) {
    for (String command : List.of("run", "plan", "run")) {
      Typed typed = job.type(command);
      assertThat(typed.code()).as("%s", typed).isEqualTo(1);
      assertThat(typed.err()).contains(words).contains("were paid for", "Put back the .dailies");
    }
  }

  @Test
  void aLedgerThatWasNeverFinishedIsMadeAnew() throws IOException {
    job.rows(1).plan();
    FileSystemUtils.deleteRecursively(job.file(".dailies/copy-1"));
    for (Map.Entry<String, Harm> harm : harms().entrySet()) {
      Files.deleteIfExists(database.resolve("seal"));
      harm.getValue().doTo(database);

      Typed typed = job.type("plan");

      assertThat(typed.code()).as("%s: %s", harm.getKey(), typed).isZero();
    }
    assertThat(job.run().in(DELIVERED)).hasSize(1);
  }

  @Test
  void saysSoWhenALedgerIsMadeAnew() throws IOException {
    job.rows(1).plan();
    FileSystemUtils.deleteRecursively(job.file(".dailies/copy-1"));
    Files.deleteIfExists(database.resolve("seal"));
    Files.writeString(database.resolve("ledger.script"), "SET DATA\n");

    Typed typed = job.type("plan");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.err()).contains("was never finished, and nothing was sent from it");
  }

  @Test
  void aJobThatHasForgottenItsNameIsToldByTheLedger() throws IOException {
    job.rows(1).run();
    Path name = job.file(".dailies/job");
    String known = Files.readString(name);
    for (String said : List.of("", "no-uuid", "\u0000\u0000")) {
      Files.writeString(name, said);
      assertThat(job.run().code()).isZero();
      assertThat(name).hasContent(known);
    }
    Files.delete(name);
    assertThat(job.run().code()).isZero();
    assertThat(name).hasContent(known);
    assertThat(api.posts()).hasSize(1);
  }

  @Test
  void sendsNothingThatItCannotKnowWhenTheLedgerIsGone() throws IOException {
    api.creates("shot-01", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    job.rows(1).run();
    FileSystemUtils.deleteRecursively(database);
    FileSystemUtils.deleteRecursively(job.file(".dailies/copy-1"));

    Ran ran = job.set("on-doubt", "resubmit").run();

    assertThat(ran.in(IN_DOUBT)).containsExactly("shot-01");
    assertThat(api.posts("shot-01")).isEqualTo(1);
  }

  @Test
  void asksWhatTheLedgerKnowsOverNoMoreConnectionsThanItGivesBack() {
    job.rows(1).run();

    try (JobContext context = job.open()) {
      context.openToSettle();

      HikariDataSource connections = Rehearsal.bean(context, HikariDataSource.class);
      assertThat(connections.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }

  @Test
  void refusesFilesThatWereHarmed() throws IOException {
    job.rows(2).run();
    Path whole = folder.resolve("whole");
    FileSystemUtils.copyRecursively(database, whole);
    for (Map.Entry<String, Harm> harm : harms().entrySet()) {
      FileSystemUtils.deleteRecursively(database);
      FileSystemUtils.copyRecursively(whole, database);
      harm.getValue().doTo(database);

      Typed typed = job.type("plan");

      assertThat(typed.code()).as("%s: %s", harm.getKey(), typed).isEqualTo(1);
      assertThat(typed.err().lines())
          .as(harm.getKey())
          .singleElement()
          .asString()
          .contains("cannot use the ledger in ", "db: ", "Nothing more was sent", "copy-1");
    }
    putBack("copy-1");
    assertThat(job.rows(3).run().in(DELIVERED)).hasSize(3);
    assertThat(api.posts()).hasSize(3);
  }

  private static Map<String, Harm> harms() {
    Map<String, Harm> harms = new LinkedHashMap<>();
    harms.put("script cut", db -> cut(db.resolve("ledger.script"), 2));
    harms.put("script lost", db -> Files.delete(db.resolve("ledger.script")));
    harms.put("data cut", db -> cut(db.resolve("ledger.data"), 2));
    harms.put("data zeroed", db -> zero(db.resolve("ledger.data"), 4096));
    harms.put("data lost", db -> Files.delete(db.resolve("ledger.data")));
    harms.put("properties lost", db -> Files.delete(db.resolve("ledger.properties")));
    return harms;
  }

  @Test
  void paysForNothingAgainWhenTheLogOfAKilledRunWasCut() throws IOException {
    leaveAsKilled(3);
    cut(database.resolve("ledger.log"), 2);

    Ran ran = job.rows(4).run();

    assertThat(ran.in(DELIVERED)).as("%s", ran.states()).hasSize(4);
    assertThat(Rehearsal.shots(4)).allMatch(shot -> api.posts(shot) == 1);
  }

  @Test
  void refusesTheLogOfAKilledRunThatWasHarmed() throws IOException {
    leaveAsKilled(3);
    Path log = database.resolve("ledger.log");
    zero(log, 300);

    Typed typed = job.type("plan");

    assertThat(typed.code()).as("%s", typed).isEqualTo(1);
    assertThat(typed.err()).contains("ledger.log is harmed at byte");
  }

  /** HSQLDB itself does not miss such rows, and they would be planned and paid for again. */
  @Test
  void refusesTheDataOfAKilledRunThatWasHarmed() throws IOException {
    job.rows(30).run();
    leaveAsKilled(31);
    Path data = database.resolve("ledger.data");
    List<Long> places = sectorsWith("shot-1", data);
    assertThat(places).hasSizeGreaterThan(3);
    int refused = 0;
    for (long place : places.subList(0, 3)) {
      zero(data, place, SECTOR);

      Typed typed = job.type("run");

      if (typed.code() == 0) {
        // On a busy machine some sectors hold nothing but what the log brings back.
        assertThat(typed.out()).containsPattern("31 (were )?delivered");
      } else {
        refused++;
        assertThat(typed.code()).as("%s", typed).isEqualTo(1);
        assertThat(typed.err()).contains("cannot use the ledger in ", "Nothing more was sent");
      }
      assertThat(api.posts()).hasSize(31);
      leaveAsBefore();
    }
    assertThat(refused).isPositive();
    assertThat(job.type("run").code()).isZero();
    assertThat(api.posts()).hasSize(31);
  }

  /** Whatever sector is lost: the run is refused, or it is right. */
  @Test
  @Tag("chaos")
  @Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void isRightOrRefusesWhateverSectorOfAKilledRunWasHarmed() throws IOException {
    job.rows(20).run();
    api.looks("shot-21", StubbedApi.running());
    job.api("deadline", "300ms");
    leaveAsKilled(21);
    api.looks("shot-21", StubbedApi.succeeded(""));
    job.api("deadline", "20s").rows(22);
    Path data = database.resolve("ledger.data");
    Path before = folder.resolve("before");
    FileSystemUtils.copyRecursively(job.output(), before);
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    List<Long> places = sectorsWith("", data);
    for (long place : places) {
      api.server.resetRequests();
      zero(data, place, SECTOR);

      String outcome = outcome();

      refused += outcome.equals(REFUSED) ? 1 : 0;
      List<String> paidAgain =
          Rehearsal.shots(21).stream().filter(shot -> api.posts(shot) > 0).toList();
      if (!paidAgain.isEmpty() || !List.of(REFUSED, RIGHT).contains(outcome)) {
        wrong.add("%n%d: %s paid again, %s".formatted(place, paidAgain, outcome));
      }
      FileSystemUtils.deleteRecursively(job.output());
      FileSystemUtils.copyRecursively(before, job.output());
    }
    System.out.printf("%d sectors harmed, %d refused%n", places.size(), refused);
    assertThat(wrong).isEmpty();
  }

  private String outcome() {
    try {
      Ran ran = job.run();
      return ran.in(DELIVERED).size() == 22 && ran.code() == 0 ? RIGHT : ran.states().toString();
    } catch (UntrustedLedgerException refused) {
      return REFUSED;
    } catch (RuntimeException unexplained) {
      return unexplained.toString();
    }
  }

  private static List<Long> sectorsWith(String text, Path data) throws IOException {
    byte[] content = Files.readAllBytes(data);
    return LongStream.iterate(0, start -> start < content.length, start -> start + SECTOR)
        .filter(start -> new String(content, (int) start, SECTOR, ISO_8859_1).contains(text))
        .filter(start -> !isEmpty(content, start))
        .boxed()
        .toList();
  }

  private static boolean isEmpty(byte[] content, long start) {
    return IntStream.range((int) start, (int) start + SECTOR).allMatch(at -> content[at] == 0);
  }

  /** The files as a SIGKILL would leave them after a run that has sent everything. */
  private void leaveAsKilled(int rows) throws IOException {
    Path killed = folder.resolve("killed");
    job.rows(rows).plan();
    try (JobContext context = job.open()) {
      job.run(context);
      FileSystemUtils.copyRecursively(database, killed);
    }
    leaveAsBefore();
    assertThat(database.resolve("ledger.log")).isNotEmptyFile();
  }

  private void leaveAsBefore() throws IOException {
    FileSystemUtils.deleteRecursively(database);
    FileSystemUtils.copyRecursively(folder.resolve("killed"), database);
  }

  @Test
  void keepsTwoCopiesForItsOwnerAlone() throws IOException {
    for (int run = 1; run <= 3; run++) {
      job.rows(run).run();
    }
    job.plan();

    try (var names = Files.list(job.file(".dailies"))) {
      assertThat(names.map(name -> String.valueOf(name.getFileName())))
          .filteredOn(name -> name.startsWith("copy"))
          .containsExactlyInAnyOrder("copy-1", "copy-2");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(job.file(".dailies/copy-1/ledger.script"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aCopyThatCannotBeMadeIsNoFailure() throws IOException {
    Files.createDirectories(job.file(".dailies"));
    Files.writeString(job.file(".dailies/copy-1"), "in the way");

    assertThat(job.rows(1).run().code()).isZero();
    assertThat(job.rows(2).run().code()).isZero();
  }

  private void putBack(String copy) throws IOException {
    FileSystemUtils.deleteRecursively(database);
    FileSystemUtils.copyRecursively(job.file(".dailies/" + copy), database);
  }

  private static void cut(Path file, int parts) throws IOException {
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(cut.length() / parts);
    }
  }

  private static void zero(Path file, int bytes) throws IOException {
    zero(file, Files.size(file) / 3, bytes);
  }

  private static void zero(Path file, long start, int bytes) throws IOException {
    try (RandomAccessFile zeroed = new RandomAccessFile(file.toFile(), "rw")) {
      zeroed.seek(start);
      zeroed.write(new byte[bytes]);
    }
  }
}
