package dev.dailies.simulator.cometapi;

import dev.dailies.simulator.Refusals;
import dev.dailies.simulator.http.Answer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The error answers of CometAPI's gateway, as its pages and its lineage's code have them. */
final class Errors implements Refusals {

  /** What the gateway says of an upstream that is busy: "saturated, try again later". */
  private static final String SATURATED = "当前分组上游负载已饱和，请稍后再试";

  /** What the gateway says instead of any message that names an address: "request failed". */
  private static final String MASKED = "请求上游地址失败";

  static Answer noKey(String requestId) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error
        .putObject("error")
        .put("message", "no valid token was sent (request id: " + requestId + ")")
        .put("type", "comet_api_error")
        .put("param", "")
        .put("code", "");
    return Answer.json(401, error);
  }

  static Answer refused(OrderFields.Refusal refusal) {
    return task(400, refusal.code(), refusal.message());
  }

  static Answer taskNotExist() {
    return task(400, "task_not_exist", "task_not_exist");
  }

  /**
   * The code and the status with which the lineage of the gateway refuses before it calls anybody.
   */
  static Answer noCredits() {
    return task(403, "quota_not_enough", "user quota is not enough");
  }

  @Override
  public Answer tooLarge() {
    return task(413, "invalid_request", "the body is too large");
  }

  @Override
  public Answer broken() {
    return task(500, "do_request_failed", MASKED);
  }

  @Override
  public Answer tooMany(long retryAfterSeconds) {
    return task(429, "fail_to_fetch_task", SATURATED)
        .with("Retry-After", Long.toString(retryAfterSeconds));
  }

  private static Answer task(int status, String code, String message) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    return Answer.json(status, error.put("code", code).put("message", message).putNull("data"));
  }
}
