package dev.dailies.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.dailies.ledger.TaskState.CANCELLED;
import static dev.dailies.ledger.TaskState.IN_DOUBT;
import static dev.dailies.ledger.TaskState.PLANNED;
import static dev.dailies.ledger.TaskState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.cli.Typed;
import dev.dailies.ledger.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The morning after: a person settles what a night has left in doubt, one after the other. */
@TestInstance(Lifecycle.PER_CLASS)
class DoubtWalkTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  private Rehearsal job;
  private Snapshot night;

  @BeforeAll
  void runOneNight(@TempDir Path folder) throws IOException {
    api.creates(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    job = new Rehearsal(folder, api.baseUrl()).keyFile().shots("fox", "owl", "hen");
    job.run();
    night = Snapshot.of(job.output());
  }

  @BeforeEach
  void wakeUpAfterIt() {
    night.restore();
    api.server.resetRequests();
  }

  @Test
  void settlesThemOneByOne() {
    api.looks("wrong", StubbedApi.notExist());

    Typed typed = job.answer("a\nwrong\nn\nA\nright\nwhat?\nn\ng\n", "resolve");

    assertThat(typed.code()).as("%s", typed).isZero();
    assertThat(states()).containsExactly(SUBMITTED, PLANNED, CANCELLED);
    assertThat(plain(typed.out()))
        .startsWith(
            """
            3 doubts to settle:
              a  it is there: adopt its ticket
              n  it is not there: the next run sends it again, and pays
              g  give it up, paid or not
              s  skip it
              q  leave

            1 of 3
            fox is in doubt: REASON
              Sent TIME to cometapi, perhaps $0.32: "fox"
              Look in the simulator's list of what it has taken
              Open API/simulator/journal
            fox is left as it was
            fox now follows ticket right (finished at cometapi; the next run fetches it).

            2 of 3
            owl is in doubt: REASON
              Sent TIME to cometapi, perhaps $0.32: "owl"
              Look in the simulator's list of what it has taken
              Open API/simulator/journal
              a  it is there: adopt its ticket
              n  it is not there: the next run sends it again, and pays
              g  give it up, paid or not
              s  skip it
              q  leave
            owl: to be sent again. This may pay twice: the provider may have taken it

            3 of 3
            """)
        .contains("hen: given up.", "\n\n3 of 3 doubts settled\nNext: dailies run ");
    assertThat(typed.err())
        .isEqualTo(
            "a, n, g, s or q: Its ticket: cometapi does not know the ticket 'wrong'. Adopt it for"
                + " fox all the same? [y/N] a, n, g, s or q: Its ticket: a, n, g, s or q: a, n, g,"
                + " s or q: a, n, g, s or q: ");
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void takesATicketThatIsPastedAfterOneWasRefused() {
    api.looks("wrong", StubbedApi.notExist());

    Typed typed = job.answer("a\nwrong\nn\n688B8161-0001-right\nq\n", "resolve");

    assertThat(typed.out()).contains("fox now follows ticket 688B8161-0001-right (");
    assertThat(states()).startsWith(SUBMITTED);
  }

  @Test
  void speaksOfNoMoneyWhereNoneIsAsked(@TempDir Path folder) throws IOException {
    String free =
        "{\"checked\": \"2026-11-30\", \"models\": [{\"operation\": \"image_to_video\", \"format\":"
            + " \"official\", \"model\": \"gen3a_turbo\", \"usual\": true, \"usd\": 0}]}";
    Path models = Files.writeString(folder.resolve("models.json"), free);
    Rehearsal rehearsal = new Rehearsal(folder, api.baseUrl()).keyFile().shots("fox");
    rehearsal.api("models-file", models.toString()).run();

    assertThat(rehearsal.answer("q\n", "resolve").out())
        .contains("the next run sends it again\n  g  give it up\n");
  }

  @Test
  void leavesWhatIsSkippedInDoubt() {
    Typed typed = job.answer("s\ng\nq\n", "resolve");

    assertThat(typed.code()).as("%s", typed).isEqualTo(12);
    assertThat(typed.out()).contains("1 of 3 doubts settled", "2 still in doubt: fox, hen");
    assertThat(states()).containsExactly(IN_DOUBT, CANCELLED, IN_DOUBT);
  }

  @Test
  void endsWithTheInputAndKeepsWhatWasDecided() {
    assertThat(job.answer("g\na\n", "resolve").code()).isEqualTo(12);
    assertThat(states()).containsExactly(CANCELLED, IN_DOUBT, IN_DOUBT);
  }

  @Test
  void asksAboutThoseThatAreNamed() {
    Typed typed = job.answer("g\n", "resolve", "owl");

    assertThat(typed.out()).contains("1 doubt to settle", "1 of 1\nowl is in doubt");
    assertThat(states()).containsExactly(IN_DOUBT, CANCELLED, IN_DOUBT);
  }

  @Test
  void listsThemWhereNobodyCanBeAsked() {
    Typed typed = job.type("resolve");

    assertThat(typed.code()).isEqualTo(12);
    assertThat(typed.out())
        .startsWith("3 doubts to settle:\n\nfox is in doubt")
        .containsPattern("    dailies resolve .* fox --adopt TICKET")
        .containsPattern("    dailies resolve .* fox --resubmit")
        .containsPattern("    dailies resolve .* hen --give-up");
    assertThat(states()).containsOnly(IN_DOUBT);
  }

  @Test
  void listsThemForPrograms() {
    Typed typed = job.type("resolve", "--json");

    JsonNode first = JsonMapper.shared().readTree(typed.out().lines().findFirst().orElseThrow());
    assertThat(typed.code()).isEqualTo(12);
    assertThat(typed.out().lines()).hasSize(3);
    assertThat(first.path("message_type").asString()).isEqualTo("doubt");
    assertThat(first.path("task").asString()).isEqualTo("fox");
    assertThat(first.path("look_at").asString()).startsWith(api.baseUrl());
    assertThat(first.path("commands").size()).isEqualTo(3);
  }

  /** Without what differs from night to night. */
  private String plain(String out) {
    return out.replace(api.baseUrl(), "API")
        .replaceAll("(?m)(is in doubt: ).*$", "$1REASON")
        .replaceAll("Sent .* to cometapi", "Sent TIME to cometapi");
  }

  private Stream<TaskState> states() {
    Ran planned = job.plan();
    return Stream.of("fox", "owl", "hen").map(planned::state);
  }
}
