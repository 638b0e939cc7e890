package dev.dailies.job;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Gives every create a ticket of its own: its prompt, and a number from the second one on. */
final class Tickets implements ResponseDefinitionTransformerV2 {

  static final String NAME = "ticket";

  private final Map<String, Integer> creates = new ConcurrentHashMap<>();

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    String body = event.getRequest().getBodyAsString();
    String prompt = JsonMapper.shared().readTree(body).path("promptText").asString("");
    int create = creates.merge(prompt, 1, Integer::sum);
    String ticket = create == 1 ? prompt : prompt + "_" + create;
    return ResponseDefinitionBuilder.like(event.getResponseDefinition())
        .withBody(JsonMapper.shared().writeValueAsString(Map.of("id", ticket)))
        .build();
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }
}
