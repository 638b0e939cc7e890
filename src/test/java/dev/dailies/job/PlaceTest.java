package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.dailies.cli.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a person is sent to look for a task in doubt. */
class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.cometapi.com, 'Open https://www.cometapi.com/console and look for a task sent '",
    "https://gateway.example.org, 'Look in the task log of CometAPI''s console for a task sent '"
  })
  void isThePageOfTheServiceThatWasAsked(String address, String told, @TempDir Path folder) {
    try (StubbedApi api = new StubbedApi()) {
      api.creates(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
      Rehearsal job = new Rehearsal(folder, api.baseUrl()).shots("fox");
      job.run();

      Typed typed = job.api("base-url", address).type("explain", "fox");

      assertThat(typed.out()).contains("The clip may exist.\n        " + told);
    }
  }
}
