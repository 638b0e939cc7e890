package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dailies.cli.Typed;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Keepers are handed to whoever cuts them, and nothing that is there is overwritten. */
@TestInstance(Lifecycle.PER_CLASS)
class DeliverTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private Path folder;
  private Path target;
  private Rehearsal job;
  private Snapshot before;

  @BeforeAll
  void runOnce(@TempDir Path folder) throws IOException {
    this.folder = folder;
    target = folder.resolve("for the editor");
    // A ticket is the prompt, unless it is said otherwise; these could not stand in an address.
    api.creates("an <i>owl</i>", StubbedApi.json("{\"id\":\"owl\"}"));
    api.creates("=a cat", StubbedApi.json("{\"id\":\"cat\"}"));
    api.clips("owl", StubbedApi.playable("owl"));
    job =
        new Rehearsal(folder, api.baseUrl())
            .manifest(
                "id,prompt,image,takes,Scene,Notes",
                Rehearsal.row("fox") + ",2,7,=closer",
                Rehearsal.row("owl", "an <i>owl</i>") + ",1,8,",
                Rehearsal.row("cat", "=a cat") + ",1,8,");
    job.run();
    pick("fox@2 keep", "fox reject", "owl keep");
    before = Snapshot.of(job.output());
  }

  @BeforeEach
  void begin() throws IOException {
    before.restore();
    FileSystemUtils.deleteRecursively(target);
  }

  private void pick(String... picks) throws IOException {
    List<String> all =
        Stream.of(picks)
            .map(pick -> pick.split(" ", -1))
            .map(
                pick ->
                    "{\"task\":\"%s\",\"pick\":\"%s\",\"at\":\"2026-11-29T08:00:00Z\"}"
                        .formatted(pick[0], pick[1]))
            .toList();
    String id = Files.readString(job.file(".dailies/job")).strip();
    Path file = folder.resolve("picks.json");
    Files.writeString(file, "{\"job\":\"%s\",\"picks\":[%s]}".formatted(id, String.join(",", all)));
    assertThat(job.type("picks", file.toString()).code()).isZero();
  }

  @Test
  void asksWhereToIfNobodySaysIt() {
    Typed typed = job.type("deliver");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .startsWith("dailies: say where to, as in: dailies deliver ")
        .contains(" --to editor");
  }

  private Typed deliver(String... more) {
    return job.type(
        "deliver",
        Stream.concat(Stream.of("--to", target.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> there() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void copiesKeepersWithASheetAndLists() throws IOException {
    int sent = api.posts().size();

    Typed typed = deliver();

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(typed.out())
        .contains("Copied 2 clips to ", "contact-sheet.html", "keepers.csv", "keepers.edl (at 24 ");
    assertThat(there())
        .containsExactly(
            "contact-sheet.html", "fox@2.mp4", "keepers.csv", "keepers.edl", "owl.mp4");
    assertThat(target.resolve("owl.mp4")).hasSameBinaryContentAs(job.file("owl.mp4"));
    assertThat(Files.readAllLines(target.resolve("keepers.csv")))
        .satisfiesExactly(
            head -> assertThat(head).endsWith("task,sha256,Scene,Notes"),
            fox -> assertThat(fox).startsWith("fox@2.mp4,fox,2,,").endsWith(",7,'=closer"),
            owl -> assertThat(owl).startsWith("owl.mp4,owl,1,5,").endsWith(",8,"));
    assertThat(Files.readString(target.resolve("keepers.edl")))
        .contains("* FROM CLIP NAME: owl.mp4\r\n");
    assertThat(Files.readString(target.resolve("contact-sheet.html")))
        .contains("2 clips", "src=\"fox%402.mp4#t=0.001\"", "an &lt;i&gt;owl", " · 5 s")
        .contains("<p dir=\"auto\">Scene: 7</p><p dir=\"auto\">Notes: &#x3D;closer</p></li>")
        .contains("<p dir=\"auto\">Scene: 8</p></li>");
    assertThat(api.posts()).hasSize(sent);
  }

  @Test
  void overwritesNothing() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("owl.mp4"), "my own cut");
    Files.writeString(target.resolve("contact-sheet.html"), "mine");

    Typed typed = deliver();

    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.out())
        .contains(
            "Left out: another owl.mp4 is in that folder, and stays; add --name, or name another"
                + " --to",
            "Copied 1 clip");
    assertThat(target.resolve("owl.mp4")).hasContent("my own cut");
    assertThat(target.resolve("contact-sheet.html")).hasContent("mine");
    assertThat(there()).contains("contact-sheet-2.html");
    assertThat(typed.out()).contains("  contact-sheet-2.html: the current one");
  }

  @Test
  void typedAgainItChangesNothing() throws IOException {
    deliver();
    List<String> names = there();

    Typed again = deliver();

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Nothing is new in ", ": 2 clips are there already");
    assertThat(there()).isEqualTo(names);
  }

  @Test
  void theNewestListsHaveTheNamesWithoutANumber() throws IOException {
    deliver();
    String earlier = Files.readString(target.resolve("keepers.csv"));

    Typed all = deliver("--all");

    assertThat(all.out())
        .contains(
            "  keepers.csv\n",
            "These are current; the earlier ones: contact-sheet-1.html, keepers-1.csv\n");
    assertThat(Files.readString(target.resolve("keepers.csv"))).contains("cat.mp4");
    assertThat(target.resolve("keepers-1.csv")).hasContent(earlier);
    Files.writeString(target.resolve("keepers.csv"), "my own notes");
    assertThat(deliver().out()).contains("  keepers-2.csv: the current one");
    assertThat(target.resolve("keepers.csv")).hasContent("my own notes");
  }

  @Test
  void namesAndLinksThemAsWished() throws IOException {
    assertThat(deliver("--name", "{prompt:5}_{take}", "--link").out()).contains("Linked 2 clips");

    assertThat(there()).contains("fox_2.mp4", "an-i_1.mp4");
    assertThat(Files.getAttribute(target.resolve("fox_2.mp4"), "unix:nlink")).isEqualTo(2);
    assertThat(deliver("--name", "{shot}").err())
        .contains("--name: there is no {shot}", "and {date}, your columns {Scene}, {Notes}, and");
    assertThat(deliver("--name", "{date}_{take}", "--all").err())
        .contains("--name: owl and cat would both be ", "add {id} to it");
  }

  @Test
  void namesThemByOwnColumnsToo() throws IOException {
    assertThat(deliver("--name", "{scene}-{id} {Notes:4}").code()).isZero();

    assertThat(there()).contains("7-fox clos@2.mp4", "8-owl.mp4");
  }

  /** Where Linux has a disk in memory, it is another one. */
  @Test
  void copiesToAnotherDiskInPlaceOfALink() throws IOException {
    FileStore here = Files.getFileStore(job.output());
    List<Path> folders =
        List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")));
    Path another = null;
    for (Path folder : folders) {
      if (Files.isWritable(folder) && !Files.getFileStore(folder).equals(here)) {
        another = folder;
      }
    }
    assumeTrue(another != null);
    Path other = Files.createTempDirectory(another, "dailies");
    try {
      Typed typed = job.type("deliver", "--to", other.toString(), "--link");

      assertThat(typed.out()).contains("Copied 2 clips", "A link leads to no other disk");
      assertThat(other.resolve("owl.mp4")).hasSameBinaryContentAs(job.file("owl.mp4"));
    } finally {
      FileSystemUtils.deleteRecursively(other);
    }
  }

  @Test
  void namesWhatIsGoneOrDamagedAndHowToBringItBack() throws IOException {
    Files.delete(job.file("fox@2.mp4"));
    byte[] changed = Files.readAllBytes(job.file("owl.mp4"));
    changed[changed.length - 1]++;
    Files.write(job.file("owl.mp4"), changed);

    Typed typed = deliver();

    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.out())
        .contains(
            "Left out: fox@2.mp4 is missing",
            "Left out: owl.mp4 has other bytes than when it was delivered",
            "Next: dailies fetch ",
            " fox@2 owl");
    assertThat(deliver("--link").out()).contains("Left out: owl.mp4 has other bytes");
    assertThat(there()).isEmpty();
    assertThat(job.type("fetch", "fox@2", "owl").code()).isZero();
    assertThat(deliver().out()).contains("Copied 2 clips");
  }

  @Test
  void removesWhatAKilledDeliveryHasLeft() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve(".owl.mp4.tmp"), "half of it");

    deliver();

    assertThat(there()).doesNotContain(".owl.mp4.tmp").contains("owl.mp4");
  }

  @Test
  void stopsBeforeTheDiskIsFull() throws IOException {
    Typed typed = deliver("--dailies.download.keep-free=8000TB");

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out())
        .contains("Stopped: the disk of ", " is full: ", "Next: free some space, then");
    assertThat(there()).isEmpty();
  }

  @Test
  void leavesOutWhatWasRejectedOrReplaced() throws IOException {
    new Rehearsal(folder, api.baseUrl())
        .from("out/rejects.csv")
        .manifest("id,prompt,image,replaces", Rehearsal.row("fox") + ",fox@2")
        .run();

    Typed kept = deliver();
    assertThat(kept.code()).isEqualTo(3);
    assertThat(kept.out()).contains("Left out: fox@2 was replaced by fox@3", "Copied 1 clip");

    assertThat(deliver("--all").code()).isZero();
    assertThat(there())
        .contains("cat.mp4", "fox@3.mp4", "owl.mp4")
        .doesNotContain("fox.mp4", "fox@2.mp4");
    assertThat(Files.readString(target.resolve("keepers.csv"))).contains("'=a cat");
  }

  @Test
  void saysHowToKeepSomething() throws IOException {
    pickNothing();

    Typed typed = deliver();

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .contains("nothing is kept yet; press Export picks on the page, then: dailies picks ");
    assertThat(target).doesNotExist();
    assertThat(job.type("deliver", "--to", job.output().toString(), "--all").err())
        .contains("is where the clips are; name another folder");
    assertThat(job.type("deliver", "--to", job.manifest().toString(), "--all").err())
        .contains("cannot make the folder ", ": it is a file");
  }

  private void pickNothing() throws IOException {
    String id = Files.readString(job.file(".dailies/job")).strip();
    Path file = folder.resolve("picks.json");
    String none = "{\"task\":\"%s\",\"pick\":\"none\",\"at\":\"2026-11-29T09:00:00Z\"}";
    Files.writeString(
        file,
        "{\"job\":\"%s\",\"picks\":[%s,%s]}"
            .formatted(id, none.formatted("fox@2"), none.formatted("owl")));
    job.type("picks", file.toString());
  }
}
