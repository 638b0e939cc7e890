package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.AnswerBody;
import dev.dailies.provider.http.Exchange;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateAnswerTest {

  private static final String KEY = "sk-a/b-secret";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  private final CreateAnswer reader = new CreateAnswer(Secret.of(KEY), NOON);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"3d957031-9a2a-45e2-9dc7-bc8513059c50\"} ~ 3d957031-9a2a-45e2-9dc7-bc8513059c50",
        "{\"id\":\"5b91e444-c232-deaf-a4d7-8aef3e57336b\"} ~ 5b91e444-c232-deaf-a4d7-8aef3e57336b",
        "{\"code\":200,\"message\":\"\",\"msg\":\"success\",\"data\":{\"task_id\":\"t1\"}} ~ t1",
        "{\"code\":200,\"msg\":\"成功\",\"data\":{\"task_id\":\"t2\"},\"exec_time\":0.12} ~ t2",
        "{\"code\":200,\"data\":{\"task_id\":\"t3\",\"state\":\"\",\"status\":\"0\",\"msg\":\"\"}}"
            + " ~ t3",
        "{\"task_id\":\"t4\"} ~ t4",
        "{\"code\":\"success\",\"message\":\"\",\"data\":\"t5\"} ~ t5",
        "{\"data\":{\"id\":\"t6\"}} ~ t6",
        "{\"code\":0,\"data\":{\"task_id\":\"t7\"}} ~ t7",
        "{\"id\":17} ~ 17",
        "{\"id\":\"\",\"task_id\":\"t8\"} ~ t8",
        "{\"id\":\"a/b\",\"error\":null} ~ a/b",
        "{\"id\":\"t9\",\"error\":\"\",\"estimatedCost\":{\"credits\":25}} ~ t9",
        "{\"id\":\"t10\"}{\"code\":\"insert_task_failed\",\"message\":\"x\",\"data\":null} ~ t10",
        "\uFEFF {\"id\":\"t11\"} <html> ~ t11",
      })
  void findsTheTicket(String body, String ticket) {
    assertThat(read(200, body))
        .isInstanceOfSatisfying(
            Submission.Accepted.class, task -> assertThat(task.ticket()).isEqualTo(ticket));
  }

  /** One body for each form that the recipe knows. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "K1 ~ {'code':200,'message':'','msg':'success','data':{'task_id':'t'}}",
        "K2 ~ {'code':200,'msg':'成功','data':{'task_id':'t'},'exec_time':0.12}",
        "K3 ~ {'code':200,'msg':'成功','data':{'task_id':'t','state':'','status':'0','prompt':'p','prompt_en':'p','video_url':'','last_frame':'','poster':'','msg':'','create_time':'2026-03-13"
            + " 09:52:46','update_time':'','raw_video_url':'','point':'1','refund':'0'},'exec_time':0.12}",
        "K4 ~ {'id':'t'}",
        "K4, the other name ~ {'task_id':'t'}",
      })
  void readsEveryForm(String form, String body) {
    assertThat(read(200, body.replace('\'', '"')))
        .isInstanceOfSatisfying(
            Submission.Accepted.class, task -> assertThat(task.ticket()).isEqualTo("t"));
  }

  @Test
  void findsTheTicketBeforeALongRest() {
    assertThat(read(200, "{\"id\":\"t\"}" + " [1]".repeat(50_000)))
        .isInstanceOf(Submission.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{}",
        "null",
        "[]",
        "17",
        "\"3d957031\"",
        "{\"id\":",
        "{\"id\":\"t1\",\"x\":",
        "{\"id\":null}",
        "{\"id\":\"\"}",
        "{\"id\":\"  \"}",
        "{\"id\":{}}",
        "{\"id\":[\"t1\"]}",
        "{\"id\":true}",
        "{\"id\":1.5}",
        "{\"id\":\"a\\r\\nb\"}",
        "{\"id\":\"a\\u0000\"}",
        "{\"id\":\"..\"}",
        "{\"code\":200,\"msg\":\"ok\",\"data\":null}",
        "{\"code\":0,\"msg\":\"ok\"}",
        "{\"code\":200,\"data\":\"system busy, try again later\"}",
        "{\"code\":\"success\",\"data\":\"upstream request timeout\"}",
        "{\"code\":0,\"data\":\"<html>\"}",
        "{\"data\":\"error\"}",
        "{\"code\":200,\"data\":\"系统繁忙\"}",
        "{\"status\":\"error\",\"message\":\"x\"}",
        "{\"status\":\"fail\",\"error_code\":1001}",
        "{\"status\":500,\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":504,\"message\":\"Endpoint request timed out\"}",
        "{\"message\":\"Endpoint request timed out\"}",
        "{\"ok\":false,\"description\":\"x\"}",
        "{\"errors\":[{\"message\":\"x\"}]}",
        "{\"detail\":\"Not Found\"}",
        "{\"success\":\"false\",\"data\":\"r-17 failed\"}",
        "{\"code\":500,\"data\":{\"task_id\":\"t1\"}}",
        "{\"id\":\"t1\",\"error\":{\"message\":\"but\"}}",
        "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}",
        "<!doctype html><html></html>"
      })
  void leavesOpenWhatA200WithoutAUsableIdMeans(String body) {
    assertThat(read(200, body)).isInstanceOf(Submission.Unknown.class);
  }

  @Test
  void leavesOpenWhatAnEndlessOrDeepAnswerMeans() {
    assertThat(read(200, "{\"id\":\"" + "x".repeat(201) + "\"}"))
        .isInstanceOf(Submission.Unknown.class);
    assertThat(read(200, "{\"a\":".repeat(100_000))).isInstanceOf(Submission.Unknown.class);
    assertThat(read(200, "[".repeat(100_000))).isInstanceOf(Submission.Unknown.class);
    assertThat(read(200, "{\"id\":" + "9".repeat(100_000) + "}"))
        .isInstanceOf(Submission.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "400 ~ {\"code\":\"prompt_image_empty\",\"message\":\"no image\"} ~ prompt_image_empty ~ no"
            + " image",
        "400 ~ {\"error\":\"Bad body\",\"issues\":[{\"message\":\"ratio\"}]} ~ http_400 ~ Bad body"
            + " (ratio)",
        "400 ~ {\"error\":{\"message\":\"bad\",\"code\":null}} ~ http_400 ~ bad",
        "400 ~ <html>Bad   Request</html> ~ http_400 ~ answered with a web page",
        "413 ~ `` ~ http_413 ~ no explanation",
        "400 ~ {\"code\":\"callback_url_empty\",\"message\":\"x\",\"data\":null} ~"
            + " callback_url_empty ~ x",
        "500 ~ {\"code\":\"callback_url_empty\",\"message\":\"x\",\"data\":null} ~"
            + " callback_url_empty ~ x",
        "500 ~ {\"code\":\"reference_images_empty\",\"message\":\"x\"} ~ reference_images_empty ~"
            + " x",
        "422 ~ {\"error\":{\"message\":\"bad\",\"code\":7}} ~ 7 ~ bad",
        "500 ~ {\"error\":{\"message\":\"field\",\"code\":\"invalid_request\"}} ~ invalid_request ~"
            + " field",
        "500 ~ {\"code\":\"invalid_request\",\"message\":\"field\"} ~ invalid_request ~ field",
        "200 ~ {\"code\":500,\"msg\":\"参数错误\",\"data\":\"\"} ~ 500 ~ 参数错误",
        "200 ~ {\"code\":400,\"msg\":\"no\",\"data\":\"some text\"} ~ 400 ~ no",
        "200 ~ {\"code\":\"400\",\"msg\":\"no\"} ~ 400 ~ no",
        "200 ~ {\"code\":422,\"msg\":\"no\"} ~ 422 ~ no",
        "200 ~ {\"code\":\"prompt_image_empty\",\"message\":\"x\"} ~ prompt_image_empty ~ x",
        "414 ~ `` ~ http_414 ~ no explanation",
        "415 ~ {\"error\":\"Unsupported\"} ~ http_415 ~ Unsupported",
        "400 ~ {\"error\":{\"message\":\"\",\"type\":\"\",\"error\":{\"message\":\"bad"
            + " ratio\"}}} ~ http_400 ~ bad ratio",
        "400 ~ {\"code\":\"x\",\"message\":\"\",\"data\":{\"fail_reason\":\"bad ratio\"}} ~ x ~ bad"
            + " ratio",
        "400 ~ {\"error\":{\"message\":\"\",\"errors\":[{\"detail\":\"bad ratio\"}]}} ~ http_400 ~"
            + " bad ratio",
        "400 ~ {\"error\":{\"message\":\"\"},\"message\":\"bad ratio\"} ~ http_400 ~ bad ratio",
      })
  void aRefusalIsAboutTheRow(int status, String body, String code, String reason) {
    assertThat(read(status, body))
        .isInstanceOfSatisfying(
            Submission.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.evidence().httpStatus()).isEqualTo(status);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504, 524, 529})
  void leavesOpenWhatAGatewaysFailureInsideA200Means(int number) {
    assertThat(read(200, "{\"code\":%d,\"msg\":\"x\",\"data\":null}".formatted(number)))
        .isInstanceOf(Submission.Unknown.class);
    assertThat(read(200, "{\"error\":{\"message\":\"x\",\"code\":%d}}".formatted(number)))
        .isInstanceOf(Submission.Unknown.class);
  }

  @Test
  void explainsTheWordsThatTheGatewayPutsBeforeOthers() {
    assertThat(read(429, "{\"code\":\"fail_to_fetch_task\",\"message\":\"当前分组上游负载已饱和，请稍后再试\"}"))
        .isInstanceOfSatisfying(
            Submission.NotNow.class, not -> assertThat(not.reason()).contains("are busy (当前分组"));
    assertThat(read(400, "{\"code\":\"fail_to_fetch_task\",\"message\":\"请求上游地址失败\"}"))
        .isInstanceOfSatisfying(
            Submission.Refused.class,
            refused ->
                assertThat(refused.reason())
                    .isEqualTo(
                        "the service behind the gateway failed, and its words are hidden"
                            + " (请求上游地址失败)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":500,\"msg\":\"upstream timeout\"}",
        "{\"error\":{\"message\":\"read timeout\",\"code\":\"do_request_failed\"}}",
        "{\"error\":{\"message\":\"x\",\"code\":\"insert_task_failed\"}}",
        "{\"code\":201,\"data\":\"3d957031\"}",
        "{\"code\":408,\"msg\":\"upstream request timeout\"}",
        "{\"code\":\"408\",\"msg\":\"upstream request timeout\",\"data\":\"r-17\"}",
        "{\"code\":408.0,\"msg\":\"timeout\",\"data\":\"r-17\"}",
        "{\"code\":-1,\"msg\":\"系统异常\"}",
        "{\"code\":\"-1\",\"msg\":\"系统繁忙，请稍后再试\",\"data\":null}",
        "{\"code\":1,\"msg\":\"error\"}",
        "{\"code\":404,\"msg\":\"no such thing\"}",
        "{\"code\":409,\"msg\":\"重复提交\"}",
        "{\"code\":499,\"msg\":\"client closed\"}",
        "{\"code\":500,\"msg\":\"上游请求超时\"}",
        "{\"code\":10001,\"msg\":\"参数\"}",
        "{\"code\":\"unknown_error\",\"message\":\"x\",\"data\":\"oops\"}",
        "{\"code\":\"upstream_error\",\"message\":\"context deadline exceeded\"}",
        "{\"error\":{\"message\":\"no\",\"code\":\"\"}}",
        "{\"error\":\"something went wrong\"}",
        "{\"error\":408}",
        "{\"error\":{\"error\":{\"code\":400,\"message\":\"bad\"}}}",
        "{\"error\":{\"type\":\"server_error\",\"message\":\"timeout\"}}",
        "{\"success\":false,\"message\":\"x\",\"data\":\"r-17\"}",
        "{\"code\":200,\"data\":{\"code\":500,\"msg\":\"x\",\"task_id\":\"\"}}"
      })
  void anErrorInsideA200ThatProvesNothingIsADoubt(String body) {
    assertThat(read(200, body)).isInstanceOf(Submission.Unknown.class);
  }

  /** The gateway gives a failure behind it whatever status it was told, 400 among them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"insert_task_failed\",\"message\":\"x\",\"data\":null}",
        "{\"code\":\"do_request_failed\",\"message\":\"x\"}",
        "{\"code\":\"unmarshal_response_body_failed\",\"message\":\"x\"}",
        "{\"code\":\"fail_to_fetch_task\",\"message\":\"context deadline exceeded\"}",
        "{\"error\":{\"message\":\"upstream request timeout\",\"code\":\"\"}}",
        "{\"error\":{\"message\":\"read tcp: i/o timeout\",\"code\":null}}",
        "{\"code\":400,\"msg\":\"上游请求超时\"}",
        "{\"code\":\"upstream_error\",\"message\":\"unexpected EOF\"}",
        "{\"error\":\"connection reset by peer\"}",
        "{\"error\":{\"message\":\"bad gateway\",\"code\":\"bad_response_status_code\"}}",
        "{\"error\":{\"message\":\"\",\"type\":\"upstream_error\",\"error\":{\"message\":\"bad\"}}}",
        "{\"error\":{\"message\":\"\",\"error\":{\"message\":\"i/o timeout\"}}}",
        "{\"error\":{\"message\":\"bad response\",\"type\":\"upstream_error\",\"code\":\"\"}}",
        "{\"error\":{\"message\":\"x\",\"type\":\"upstream_error\",\"code\":\"\"}}",
        "{\"error\":{\"message\":\"x\",\"type\":\"server_error\",\"code\":null}}",
        "{\"code\":\"fail_to_fetch_task\",\"message\":\"系统异常\"}",
        "{\"code\":\"fail_to_fetch_task\",\"message\":\"系统繁忙，请稍后再试\"}",
        "{\"code\":\"fail_to_fetch_task\",\"message\":\"{\\\"error\\\":\\\"Internal Server Error\\\"}\"}",
        "{\"code\":400,\"msg\":\"Internal Server Error\"}",
        "{\"error\":\"Internal Server Error\"}",
        "{\"error\":{\"message\":\"error code: 502\",\"code\":400}}",
        "{\"code\":400,\"msg\":\"x\",\"data\":{\"status\":504}}",
        "{\"code\":\"invalid_request\",\"message\":\"context canceled\"}",
        "{\"code\":\"invalid_request\",\"message\":\"Service temporarily unavailable\"}",
      })
  void leavesOpenWhatA400AboutAFailureBehindTheGatewayMeans(String body) {
    assertThat(read(500, body)).isInstanceOf(Submission.Unknown.class);
    assertThat(read(400, body)).isInstanceOf(Submission.Unknown.class);
    assertThat(read(422, body)).isInstanceOf(Submission.Unknown.class);
    assertThat(read(200, body)).isInstanceOf(Submission.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Internal Server Error", "{\"statusCode\":504,\"message\":\"x\"}"})
  void leavesOpenWhatARefusalThatIsAFailureMeans(String body) {
    for (int status : new int[] {400, 413, 414, 415, 422}) {
      assertThat(read(status, body)).isInstanceOf(Submission.Unknown.class);
    }
  }

  /** Whoever broke off may have sent it on: what is sent again of itself might be paid twice. */
  @Test
  void sendsNothingAgainAfterALimitThatIsATimeOut() {
    assertThat(read(429, "{\"error\":{\"message\":\"context deadline exceeded\"}}"))
        .isInstanceOf(Submission.Unknown.class);
    assertThat(read(404, "{\"error\":{\"message\":\"x\",\"type\":\"upstream_error\"}}"))
        .isInstanceOf(Submission.Unknown.class);
  }

  /** It speaks of what the row names, and not of the one who answers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"Failed to fetch asset: HTTP 503\"}",
        "{\"error\":\"Failed to download image: internal server error\"}",
        "{\"error\":\"Bad body\",\"issues\":[{\"message\":\"unexpected error in ratio\"}]}",
        "{\"error\":{\"message\":\"bad\",\"type\":\"comet_api_error\"},\"prompt\":\"bad gateway\"}",
      })
  void refusesARowForItsInputsWhateverTheWords(String body) {
    assertThat(read(400, body)).isInstanceOf(Submission.Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "401 ~ {\"error\":{\"message\":\"Invalid token (request id: x)\",\"code\":\"\"}} ~"
            + " CREDENTIALS",
        "401 ~ `` ~ CREDENTIALS",
        "402 ~ `` ~ ACCOUNT",
        "403 ~ {\"code\":\"quota_not_enough\",\"message\":\"x\"} ~ ACCOUNT",
        "403 ~ {\"code\":\"insufficient_user_quota\",\"message\":\"x\"} ~ ACCOUNT",
        "403 ~ {\"error\":{\"message\":\"x\",\"code\":\"pre_consume_token_quota_failed\"}} ~"
            + " ACCOUNT",
        "403 ~ {\"error\":{\"message\":\"You have no credits left\"}} ~ ACCOUNT",
        "403 ~ {\"error\":{\"message\":\"This token has no access\"}} ~ CREDENTIALS",
        "403 ~ <html> ~ CREDENTIALS",
        "404 ~ <html> ~ ACCOUNT",
        "405 ~ `` ~ ACCOUNT",
        "400 ~ {\"error\":\"You do not have enough credits to run this task.\"} ~ ACCOUNT",
        "400 ~ {\"code\":\"fail_to_fetch_task\",\"message\":\"用户额度不足\"} ~ ACCOUNT",
        "400 ~ {\"error\":{\"message\":\"Insufficient account balance\"}} ~ ACCOUNT",
        "400 ~ {\"error\":{\"message\":\"Your credit balance is too low\"}} ~ ACCOUNT",
        "400 ~ {\"code\":\"fail_to_fetch_task\",\"message\":\"积分不足\"} ~ ACCOUNT",
        "400 ~ {\"error\":{\"message\":\"账户已欠费，请充值\"}} ~ ACCOUNT",
        "401 ~ {\"error\":{\"message\":\"该令牌额度已用尽\"}} ~ ACCOUNT",
        "403 ~ {\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}} ~ ACCOUNT",
        "429 ~ {\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}} ~ ACCOUNT",
        "200 ~ {\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}} ~ ACCOUNT",
        "200 ~ {\"code\":-1,\"msg\":\"积分不足\"} ~ ACCOUNT",
        "200 ~ {\"error\":{\"message\":\"x\",\"code\":\"invalid_api_key\"}} ~ CREDENTIALS",
        "200 ~ {\"error\":{\"message\":\"无效的令牌\",\"code\":\"\"}} ~ CREDENTIALS",
        "400 ~ {\"error\":{\"message\":\"x\",\"code\":\"invalid_api_key\"}} ~ CREDENTIALS",
        "503 ~ {\"error\":{\"message\":\"no available channel\",\"code\":\"model_not_found\"}} ~"
            + " ACCOUNT",
        "200 ~ {\"code\":401,\"msg\":\"token\"} ~ CREDENTIALS",
        "200 ~ {\"error\":{\"message\":\"token\",\"code\":401}} ~ CREDENTIALS",
        "200 ~ {\"code\":402,\"msg\":\"x\",\"data\":null} ~ ACCOUNT",
        "200 ~ {\"code\":500,\"msg\":\"余额不足\"} ~ ACCOUNT",
        "200 ~ {\"error\":{\"message\":\"x\",\"code\":\"quota_not_enough\"}} ~ ACCOUNT",
        "200 ~ {\"code\":\"quota_not_enough\",\"message\":\"in a 200\"} ~ ACCOUNT",
        "200 ~ {\"code\":\"401\",\"message\":\"in a 200\"} ~ CREDENTIALS",
      })
  void aHaltIsAboutTheAccount(int status, String body, HaltCause cause) {
    assertThat(read(status, body))
        .isInstanceOfSatisfying(
            Submission.Halt.class, halt -> assertThat(halt.cause()).isEqualTo(cause));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        301, 307, 406, 408, 409, 410, 412, 423, 425, 431, 451, 499, 500, 502, 503, 504, 524, 529,
        599
      })
  void leavesOpenWhatAnyOtherStatusMeans(int status) {
    assertThat(read(status, "{\"error\":{\"message\":\"x\",\"code\":\"do_request_failed\"}}"))
        .isInstanceOf(Submission.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 499, 500, 502, 504, 524})
  void aRefusalThatPassesOnAFailureBehindTheGatewayIsADoubt(int number) {
    assertThat(read(400, "{\"code\":%d,\"msg\":\"upstream\"}".formatted(number)))
        .isInstanceOf(Submission.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "503 ~ {\"error\":{\"message\":\"当前分组 default 下对于模型 gen4 无可用渠道\"}}",
        "503 ~ {\"error\":{\"message\":\"No available channel for group default\"}}",
        "400 ~ {\"code\":\"channel_not_found\",\"message\":\"no available channel\"}",
        "200 ~ {\"code\":503,\"msg\":\"无可用渠道\"}",
        "200 ~ {\"code\":-1,\"msg\":\"当前分组上游负载已饱和，请稍后再试\"}",
      })
  void comesBackWhereNoServiceWasThereToBeAsked(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Submission.NotNow.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500})
  void leavesOpenWhatTaskNotExistMeansHere(int status) {
    assertThat(read(status, "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\"}"))
        .isInstanceOf(Submission.Unknown.class);
  }

  @Test
  void comesBackAfterARateLimit() {
    assertThat(read(429, "", Map.of("Retry-After", List.of("30"))))
        .isInstanceOfSatisfying(
            Submission.NotNow.class,
            not -> assertThat(not.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
    assertThat(read(200, "{\"code\":429,\"msg\":\"slow\"}")).isInstanceOf(Submission.NotNow.class);
    assertThat(read(200, "{\"error\":{\"message\":\"x\",\"code\":\"rate_limit_exceeded\"}}"))
        .isInstanceOf(Submission.NotNow.class);
  }

  @Test
  void tellsTheWaysARequestCanEndWithoutAnAnswer() {
    assertThat(reader.read(new Exchange.NotSent("refused")))
        .isInstanceOfSatisfying(
            Submission.NotNow.class, not -> assertThat(not.unreachable()).isTrue());
    assertThat(reader.read(new Exchange.Untrusted("expired")))
        .isInstanceOfSatisfying(
            Submission.Halt.class, halt -> assertThat(halt.cause()).isEqualTo(HaltCause.ACCOUNT));
    assertThat(reader.read(new Exchange.NoAnswer("reset"))).isInstanceOf(Submission.Unknown.class);
  }

  private Submission read(int status, String body) {
    return read(status, body, Map.of());
  }

  private Submission read(int status, String body, Map<String, List<String>> headers) {
    return reader.read(
        new Exchange.Answer(
            status, HttpHeaders.of(headers, (name, value) -> true), AnswerBody.of(body)));
  }
}
