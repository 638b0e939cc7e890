package dev.dailies.job;

import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers that a server gives one after the other, the last one again and again. */
final class InTurn {

  private InTurn() {}

  /**
   * @param request what is answered so; a new one at every call
   */
  static void stub(
      WireMockServer server,
      Supplier<MappingBuilder> request,
      ResponseDefinitionBuilder... answers) {
    String scenario = UUID.randomUUID().toString();
    for (int n = 0; n < answers.length; n++) {
      int next = Math.min(n + 1, answers.length - 1);
      server.stubFor(
          request
              .get()
              .inScenario(scenario)
              .whenScenarioStateIs(n == 0 ? STARTED : "answer " + n)
              .willSetStateTo(next == 0 ? STARTED : "answer " + next)
              .willReturn(answers[n]));
    }
  }
}
