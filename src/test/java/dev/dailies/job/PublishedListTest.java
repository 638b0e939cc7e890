package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.cli.FrontDoor;
import dev.dailies.cli.Typed;
import dev.dailies.job.folder.SnapshotAnswers;
import dev.dailies.manifest.table.Sheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A job whose list is published on the web. */
class PublishedListTest {

  private static final String PLACE = "/sheets/shots.csv";
  private static final String SIGNED = "?output=csv&key=s3cr3t";
  private static final String HEADER = "id,prompt,image\n";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;
  private Rehearsal job;

  @BeforeEach
  void publish() throws IOException {
    job = new Rehearsal(folder, api.baseUrl()).keyFile();
    serve(csv(Rehearsal.row("fox"), Rehearsal.row("owl")));
  }

  private void serve(ResponseDefinitionBuilder answer) {
    api.server.stubFor(get(urlPathEqualTo(PLACE)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder csv(String... rows) {
    return aResponse()
        .withHeader("Content-Type", "text/csv")
        .withBody(HEADER + String.join("\n", rows) + "\n");
  }

  private String address() {
    return api.baseUrl() + PLACE + SIGNED;
  }

  private Typed type(String command, String... more) {
    return typeAbout(address(), command, more);
  }

  private Typed typeAbout(String target, String command, String... more) {
    return FrontDoor.type(job.wordsAbout(target, command, more));
  }

  private int reads() {
    return api.server.findAll(getRequestedFor(urlPathEqualTo(PLACE))).size();
  }

  @Test
  void isReadOncePerRunAndKeptBesideTheLedger() {
    Typed plan = type("plan");
    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(reads()).isEqualTo(1);

    Typed run = type("run");

    assertThat(run.code()).as("%s", run).isZero();
    assertThat(reads()).isEqualTo(2);
    assertThat(api.posts()).hasSize(2);
    assertThat(job.output().resolve(".dailies/list/shots.csv"))
        .hasContent(HEADER + Rehearsal.row("fox") + "\n" + Rehearsal.row("owl"));
    assertThat(run.err()).contains(": " + api.baseUrl() + PLACE + " into ");
  }

  @Test
  void isRememberedByTheFolder() {
    type("run");
    serve(csv(Rehearsal.row("fox"), Rehearsal.row("owl"), Rehearsal.row("hen")));

    Typed run = FrontDoor.type("run", job.output().toString());

    assertThat(run.code()).as("%s", run).isZero();
    assertThat(api.posts()).hasSize(3);
    assertThat(api.server.findAll(getRequestedFor(urlPathEqualTo(PLACE))))
        .allSatisfy(request -> assertThat(request.getUrl()).endsWith(SIGNED));
    assertThat(FrontDoor.type("explain", job.output().toString(), "hen").code()).isZero();
  }

  @Test
  void leavesTheNextCommandToTheFolderThatRemembersIt() {
    type("run", "--limit=1");

    Typed plan = FrontDoor.type("plan", job.output().toString(), "--rate=5/s");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).contains("Next: dailies run " + job.output() + " --rate=5/s");
  }

  @Test
  void saysThatAServerDoesNotEncrypt() {
    Typed run = typeAbout(api.baseUrl().replace("http:", "https:") + PLACE, "plan");

    assertThat(run.code()).as("%s", run).isEqualTo(2);
    assertThat(run.out())
        .endsWith("cannot be read: it speaks http where the address says https.\n");
  }

  @Test
  @SuppressWarnings("try") // Others may look while it is open.
  void isReadByWhoOnlyLooksIntoAFileOfHisOwn() throws IOException {
    type("run");
    Path list = job.file(".dailies/list/shots.csv");
    String before = Files.readString(list);
    serve(csv(Rehearsal.row("fox"), Rehearsal.row("owl"), Rehearsal.row("hen")));

    try (JobContext run = job.open();
        SnapshotAnswers.Answering others = Rehearsal.bean(run, SnapshotAnswers.class).begin()) {
      Typed plan = type("plan");

      assertThat(plan.code()).as("%s", plan).isZero();
      assertThat(plan.out()).contains("3 rows");
      assertThat(list).hasContent(before);
    }
  }

  @Test
  void showsNobodyWhatItsQueryHolds() throws IOException {
    serve(csv("fox,,", Rehearsal.row("owl")));
    StringBuilder said = new StringBuilder();
    for (String command : List.of("plan", "run", "status", "config")) {
      Typed typed = type(command, command.equals("run") ? "--limit=1" : "--dailies.admission=all");
      said.append(typed.out()).append(typed.err());
    }

    assertThat(said).contains(api.baseUrl() + PLACE).doesNotContain("s3cr3t");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).filter(this::holdsTheSecret))
          .containsExactly(job.output().resolve(".dailies/last-run.json"));
    }
  }

  private boolean holdsTheSecret(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains("s3cr3t");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(aResponse().withStatus(404), 2, "answers with HTTP 404; give one that"),
        Arguments.of(aResponse().withStatus(403), 2, "answers with HTTP 403; give one that"),
        Arguments.of(aResponse().withStatus(429), 5, "answers with HTTP 429."),
        Arguments.of(aResponse().withStatus(503), 5, "answers with HTTP 503."),
        Arguments.of(
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            5,
            "cannot be read: the connection was closed"),
        Arguments.of(
            aResponse().withBody("\n<!DOCTYPE html><title>Sign in</title>"),
            2,
            "answers with a web page, not with a list; give one that"),
        Arguments.of(
            aResponse().withBody("Sign in").withHeader("Content-Type", "text/html"),
            2,
            "answers with a web page"),
        Arguments.of(
            aResponse().withBody(new byte[16 * 1024 * 1024 + 1]), 2, "has more than 16 MB; save"),
        Arguments.of(
            aResponse().withStatus(302).withHeader("Location", "http://example.org/shots.csv"),
            2,
            "leads to an address that is not https"),
        Arguments.of(
            aResponse().withStatus(302).withHeader("Location", PLACE),
            2,
            "redirects more than 20"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("failures")
  void sendsNothingIfItCannotBeRead(ResponseDefinitionBuilder failure, int code, String why) {
    type("plan");
    serve(failure);

    Typed run = type("run");

    assertThat(run.code()).as("%s", run).isEqualTo(code);
    assertThat(run.out()).contains(api.baseUrl() + PLACE + " " + why).contains("Next: ");
    assertThat(run.out()).doesNotContain("s3cr3t");
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void goesOnOnceItCanBeReadAgain() {
    type("run", "--limit=1");
    serve(aResponse().withStatus(503));
    assertThat(FrontDoor.type("run", job.output().toString()).code()).isEqualTo(5);
    serve(csv(Rehearsal.row("fox"), Rehearsal.row("owl")));

    Typed run = FrontDoor.type("run", job.output().toString());

    assertThat(run.code()).as("%s", run).isZero();
    assertThat(run.out()).contains("2 delivered");
    assertThat(api.posts()).hasSize(2);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("failures")
  void leavesNoFolderWhereNothingWasRead(ResponseDefinitionBuilder failure, int code, String why) {
    serve(failure);

    Typed plan = type("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(code);
    assertThat(plan.out()).contains(why);
    assertThat(job.output()).doesNotExist();
  }

  @Test
  void sendsNothingWithoutANetwork() {
    Typed run = typeAbout("http://127.0.0.1:9/shots.csv", "run");

    assertThat(run.code()).as("%s", run).isEqualTo(5);
    assertThat(run.out()).contains("http://127.0.0.1:9/shots.csv cannot be read: cannot connect");
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void followsARedirect() {
    api.server.stubFor(
        get(urlPathEqualTo("/pub"))
            .willReturn(aResponse().withStatus(307).withHeader("Location", PLACE + "?x=1")));

    Typed plan = typeAbout(api.baseUrl() + "/pub", "plan");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).contains("2 rows");
  }

  @Test
  void mayBeAWorkbook() throws IOException {
    Path sheet = new Sheets().table("Shots", "id,prompt", "fox,fox").write(folder.resolve("x"));
    serve(aResponse().withBody(Files.readAllBytes(sheet)));

    assertThat(type("plan").out()).contains("1 row");
  }

  @Test
  void mayBeNamedInAJobFile() throws IOException {
    Path file = folder.resolve("night.yaml");
    Files.writeString(file, "dailies:\n  manifest: " + address() + "\n");

    Typed plan = typeAbout(file.toString(), "plan");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).contains("2 rows");
  }

  @Test
  void namesNoFilesOfThisMachine() throws IOException {
    Files.writeString(folder.resolve("a.png"), "x");
    serve(csv("fox,fox,../../../a.png"));

    Typed plan = type("plan");

    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.out()).contains("a list on the web names no files here; give a link");
  }

  @Test
  void isNotReadUnencryptedNorWithAName() {
    assertThat(typeAbout("http://example.org/shots.csv?a=b", "plan").err())
        .isEqualTo(
            "dailies: http://example.org/shots.csv would be read unencrypted, and could be changed"
                + " on its way; write https://\n");
    assertThat(typeAbout("https://jo:pass@example.org/shots.csv", "plan").err())
        .contains("without a user name")
        .doesNotContain("pass");
  }
}
