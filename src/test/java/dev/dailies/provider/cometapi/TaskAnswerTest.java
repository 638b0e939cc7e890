package dev.dailies.provider.cometapi;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Request;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.AnswerBody;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.UnknownStatusLog;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class TaskAnswerTest {

  private static final Attempt ATTEMPT =
      new Attempt(
          AttemptId.random(),
          new Request(
              "https://api.example",
              "/x",
              null,
              "{\"promptImage\":\"https://a.example/in.jpg\",\"v\":\"https:\\/\\/a.example\\/in.mp4\"}",
              null),
          "t");

  private final TaskAnswer reader = new TaskAnswer(Secret.of("sk-secret"), Clock.systemUTC());

  @ParameterizedTest
  @CsvSource({
    "NOT_START, Waiting",
    "SUBMITTED, Waiting",
    "QUEUED, Waiting",
    "UNKNOWN, Waiting",
    "'', Waiting",
    "PENDING, Waiting",
    "THROTTLED, Waiting",
    "IN_PROGRESS, Running",
    "RUNNING, Running",
    "SUCCESS, Succeeded",
    "SUCCEEDED, Succeeded",
    "succeed, Succeeded",
    "completed, Succeeded",
    "FAILURE, Failed",
    "FAILED, Failed",
    "error, Failed",
    "CANCELLED, Cancelled",
    "CANCELED, Cancelled",
    "task_not_exist, NotVisible",
    "0, Waiting",
    "1, Waiting",
    "2, Failed",
    "3, Succeeded",
    "RESTING, Waiting"
  })
  void knowsEveryWordInAnyCaseAndForm(String word, String outcome) {
    for (String status :
        List.of(
            word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT), " " + word + " ")) {
      assertOutcome("{\"id\":\"t\",\"status\":\"%s\"}".formatted(status), outcome);
      assertOutcome(
          "{\"code\":\"success\",\"message\":\"\",\"data\":{\"task_id\":\"t\",\"status\":\"%s\"}}"
              .formatted(status),
          outcome);
    }
  }

  /** One body for each form that the recipe knows, with what it must come to. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "T1 ~ {'id':'t','status':'SUCCEEDED','createdAt':'2026-05-01T12:47:47.351Z','output':['https://a.example/1']}"
            + " ~ Succeeded ~ https://a.example/1",
        "T1, throttled ~ {'id':'t','status':'THROTTLED','createdAt':'2026-05-01T12:47:47.351Z'} ~"
            + " Waiting ~ ``",
        "T1, failed ~ {'id':'t','status':'FAILED','failure':'x','failureCode':'ASSET.INVALID'} ~"
            + " Failed ~ ``",
        "T2, queued ~"
            + " {'code':'success','message':'','data':{'task_id':'t','action':'IMAGE_TO_VIDEO','status':'QUEUED','fail_reason':'','submit_time':1773366766,'start_time':0,'finish_time':0,'progress':'0%','data':{'id':'t','status':'PENDING','createdAt':'2026-03-13T09:52:46+08:00'}}}"
            + " ~ Waiting ~ ``",
        "T2, done ~"
            + " {'code':'success','message':'','data':{'task_id':'t','status':'SUCCESS','progress':'100%','data':{'id':'t','status':'SUCCEEDED','output':['https://a.example/1'],'createdAt':'2026-03-13T09:52:46+08:00'}}}"
            + " ~ Succeeded ~ https://a.example/1",
        "T2, from an old row ~"
            + " {'code':'success','data':{'task_id':'t','status':'SUCCESS','fail_reason':'https://a.example/1','data':null}}"
            + " ~ Succeeded ~ https://a.example/1",
        "F1 ~ {'task_id':'t','action':'x','status':'SUCCESS','fail_reason':'','result_url':'https://a.example/1','submit_time':1773366766,'start_time':1,'finish_time':2,'progress':'100%','data':{}}"
            + " ~ Succeeded ~ https://a.example/1",
        "F1, failed ~ {'task_id':'t','status':'FAILURE','fail_reason':'task"
            + " failed','progress':'100%','data':null} ~ Failed ~ ``",
        "F2 ~ {'code':'success','message':'','data':{'task_id':'t','status':'IN_PROGRESS','progress':'50%','data':{'status':'RUNNING'}}}"
            + " ~ Running ~ ``",
        "F3 ~ {'code':200,'msg':'成功','data':{'task_id':'t','state':'succeeded','status':'3','prompt':'p','prompt_en':'p','video_url':'https://a.example/1','raw_video_url':'https://a.example/2','poster':'https://a.example/3','last_frame':'https://a.example/4','msg':'','point':'1','refund':'0','create_time':'2026-03-13"
            + " 09:52:46','update_time':''},'exec_time':0.1,'ip':'1.2.3.4'} ~ Succeeded ~"
            + " https://a.example/1 https://a.example/2",
        "F3, waiting ~"
            + " {'code':200,'msg':'成功','data':{'task_id':'t','state':'','status':'0','video_url':'','msg':''},'exec_time':0.1}"
            + " ~ Waiting ~ ``",
        "F3, stopped ~"
            + " {'code':200,'msg':'成功','data':{'task_id':'t','state':'','status':'2','video_url':'','msg':'no'},'exec_time':0.1}"
            + " ~ Failed ~ ``",
        "F3, digits swapped ~"
            + " {'code':200,'msg':'成功','data':{'task_id':'t','state':'','status':2,'video_url':'https://a.example/1'}}"
            + " ~ Succeeded ~ https://a.example/1",
        "F4 ~ {'task_id':'t'} ~ Waiting ~ ``",
        "F5 ~ {'id':'t','status':'RUNNING','progress':0.4} ~ Running ~ ``",
        "a reseller's ~"
            + " {'code':0,'data':{'task_id':'t','task_status':'succeed','video_url':'https://a.example/1'}}"
            + " ~ Succeeded ~ https://a.example/1",
        "a reseller's, waiting ~ {'code':0,'data':{'task_id':'t','task_status':'submitted'}} ~"
            + " Waiting ~ ``",
      })
  void readsEveryForm(String form, String body, String outcome, String outputs) {
    Progress progress = read(body.replace('\'', '"'));

    assertThat(progress.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(progress instanceof Progress.Succeeded done ? done.outputs() : List.of())
        .isEqualTo(outputs.isEmpty() ? List.of() : List.of(outputs.split(" ")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "thrice ~"
            + " {'code':'success','data':{'task_id':'t','status':'SUCCESS','data':{'data':{'id':'t','status':'SUCCEEDED','output':['https://a.example/1']}}}}"
            + " ~ https://a.example/1",
        "an envelope twice ~"
            + " {'code':200,'msg':'ok','data':{'code':200,'msg':'ok','data':{'task_id':'t','state':'succeeded','status':'3','video_url':'https://a.example/1'}}}"
            + " ~ https://a.example/1",
        "an envelope with a word of its own ~"
            + " {'status':'success','data':{'data':{'task_id':'t','status':'SUCCESS','result_url':'https://a.example/1'}}}"
            + " ~ https://a.example/1",
        "metadata ~"
            + " {'id':'t','object':'video','status':'completed','progress':100,'metadata':{'url':'https://a.example/1'}}"
            + " ~ https://a.example/1",
        "an object ~ {'id':'t','status':'SUCCEEDED','output':[{'url':'https://a.example/1'}]} ~"
            + " https://a.example/1",
        "anywhere ~"
            + " {'id':'t','status':'SUCCEEDED','resources':{'list':[{'video':{'href':'https://a.example/1'}}]}}"
            + " ~ https://a.example/1",
        "but no input ~"
            + " {'id':'t','status':'SUCCEEDED','echo':{'i':'https://a.example/in.jpg','v':'https://a.example/in.mp4'},'r':'https://a.example/1'}"
            + " ~ https://a.example/1",
        "nor what is beside it ~"
            + " {'id':'t','status':'SUCCEEDED','last_frame':'https://a.example/2','posters':['https://a.example/3'],'docUrl':'https://a.example/4','urls':{'get':'https://a.example/5','r':'https://a.example/1'}}"
            + " ~ https://a.example/1",
        "the clip first ~"
            + " {'id':'t','status':'SUCCEEDED','x':'https://a.example/1.png','y':'https://a.example/1.mp4?s=1'}"
            + " ~ https://a.example/1.mp4?s=1",
      })
  void findsTheResultsWhereverTheyStand(String form, String body, String outputs) {
    assertThat(outputs(body.replace('\'', '"'))).containsExactly(outputs.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finished",
        "DONE",
        "complete",
        "ready",
        "successful",
        "已完成",
        "baked",
        "expired",
        "Timed out"
      })
  void takesAResultUnderAnyWordForAnEnd(String word) {
    assertOutcome(
        "{\"id\":\"t\",\"status\":\"%s\",\"output\":[\"https://a.example/1\"]}".formatted(word),
        "Succeeded");
    assertOutcome(
        "{\"code\":200,\"data\":{\"task_id\":\"t\",\"state\":\"%s\",\"video_url\":\"https://a.example/1\"}}"
            .formatted(word),
        "Succeeded");
  }

  @Test
  void takesAResultThatStandsAnywhereUnderAPlainWordOnly() {
    String body =
        "{\"id\":\"t\",\"status\":\"%s\",\"video\":{\"href\":\"https://a.example/1.mp4\"}}";

    assertOutcome(body.formatted("finished"), "Succeeded");
    assertOutcome(body.formatted("baked"), "Waiting");
    assertOutcome(body.formatted("expired"), "Failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "processing",
        "GENERATING",
        "in_queue",
        "in progress",
        "created",
        "started",
        "生成中",
        "preview",
        "queue",
        "accepted",
        "post-processing"
      })
  void waitsWhileAWordSpeaksOfWork(String word) {
    assertOutcome(
        "{\"id\":\"t\",\"status\":\"%s\",\"output\":[\"https://a.example/1\"]}".formatted(word),
        "Waiting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'t','status':'finished'}",
        "{'id':'t','status':'ready','output':[]}",
        "{'id':'t','status':'baked','progress':40,'output':['https://a.example/1']}",
        "{'id':'t','status':'baked','output':['https://a.example/in.mp4']}",
        "{'data':{'task_id':'t','status':'QUEUED','data':{'status':'baked','output':['https://a.example/1']}}}",
      })
  void waitsWhereAWordIsAllThatSpeaksOfAnEnd(String body) {
    assertOutcome(body.replace('\'', '"'), "Waiting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "EXPIRED", "rejected", "timeout", "timed out", "nsfw", "失败"})
  void knowsOtherServicesWordsForAFailure(String word) {
    assertOutcome("{\"id\":\"t\",\"status\":\"%s\"}".formatted(word), "Failed");
    assertThat(read("{\"status\":\"%s\"}".formatted(word))).isInstanceOf(Progress.Unreadable.class);
  }

  /** What stands in a place for results, and how it is to be fetched. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "['https://a.example/1\\n'] ~ https://a.example/1",
        "['  https://a.example/1\\t'] ~ https://a.example/1",
        "['\\u00a0https://a.example/1'] ~ https://a.example/1",
        "['https://a.example/my clip.mp4?s=1'] ~ https://a.example/my clip.mp4?s=1",
        "['https://a.example/my clip'] ~ https://a.example/my clip",
        "'https://a.example/1.mp4 is ready' ~ https://a.example/1.mp4",
        "'https://a.example/1,https://a.example/2' ~ https://a.example/1|https://a.example/2",
        "'https://a.example/1\\nhttps://a.example/2' ~ https://a.example/1|https://a.example/2",
        "'https://a.example/1?u=https://b.example/2' ~ https://a.example/1?u=https://b.example/2",
        "'Done: https://a.example/1.' ~ https://a.example/1",
        "'链接：https://a.example/1' ~ https://a.example/1",
        "'[video](https://a.example/1_(2).mp4)' ~ https://a.example/1_(2).mp4",
        "'<video src=\\\"https://a.example/1\\\" controls>' ~ https://a.example/1",
        "'{\\\"resultUrls\\\":[\\\"https:\\\\/\\\\/a.example\\\\/1?a=1\\\\u0026b=2\\\"]}' ~ https://a.example/1?a=1&b=2",
        "['[\\\"https://a.example/1\\\"]'] ~ https://a.example/1",
        "'/c.mp4' ~ https://api.example/c.mp4",
        "['/files/c'] ~ https://api.example/files/c",
        "'//a.example/1' ~ https://a.example/1",
        "'https:/a.example/1' ~ https://a.example/1",
        "'HTTPS://a.example/1' ~ HTTPS://a.example/1",
        "['ftp://a.example/1','data:video/mp4;base64,AAAA','file:///c.mp4','c.mp4'] ~ ``",
      })
  void fetchesALinkHoweverItIsWritten(String output, String links) {
    String body = "{'id':'t','status':'SUCCEEDED','output':%s}".formatted(output);

    assertThat(String.join("|", outputs(body.replace('\'', '"')))).isEqualTo(links);
  }

  @Test
  void takesASourceForAResultWhereNoVideoWasSent() {
    String source = "{'id':'t','status':'SUCCEEDED','video':{'source':'https://a.example/1.mp4'}}";
    String path = "{'id':'t','status':'SUCCEEDED','r':'/1.mp4','source_url':'/2.mp4'}";

    assertThat(outputs(source.replace('\'', '"'))).isEmpty();
    assertThat(outputs(path.replace('\'', '"'))).containsExactly("https://api.example/1.mp4");
    Attempt image =
        new Attempt(
            ATTEMPT.id(),
            new Request("https://api.example", "/x", null, "{\"promptImage\":\"i.jpg\"}", null),
            "t");
    assertThat(read(200, source.replace('\'', '"'), image))
        .isInstanceOfSatisfying(
            Progress.Succeeded.class,
            done -> assertThat(done.outputs()).containsExactly("https://a.example/1.mp4"));
  }

  @Test
  void takesNoLinkInWordsForAResult() {
    assertThat(
            outputs(
                "{\"id\":\"t\",\"status\":\"SUCCEEDED\",\"note\":\"see https://a.example/terms\","
                    + "\"fail_reason\":\"see https://a.example/why\"}"))
        .isEmpty();
    assertThat(
            outputs(
                "{\"id\":\"t\",\"status\":\"SUCCEEDED\",\"note\":\"see https://a.example/1.mp4\"}"))
        .containsExactly("https://a.example/1.mp4");
  }

  @Test
  void showsAFinishedAnswerInWhichNothingIsFound() {
    assertThat(read("{\"id\":\"t\",\"status\":\"SUCCEEDED\",\"where\":\"ask support\"}"))
        .isInstanceOfSatisfying(
            Progress.Succeeded.class, done -> assertThat(done.told()).contains("ask support"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{'id':'t','status':'failed','error':{'code':'INTERNAL.X','message':'no luck'}} ~"
            + " INTERNAL.X ~ no luck",
        "{'id':'t','status':'failed','error':'no luck'} ~ failed ~ no luck",
        "{'id':'t','status':'failed','message':'no luck'} ~ failed ~ no luck",
        "{'data':{'task_id':'t','status':'FAILURE','data':{'data':{'failureCode':'SAFETY.X','failure':'no"
            + " luck'}}}} ~ SAFETY.X ~ no luck",
        "{'id':'t','status':'failed','error':{'message':'','error':{'message':'no"
            + " luck'}},'msg':'ok'} ~ failed ~ no luck",
        "{'id':'t','status':'failed','error':{'message':' ','reason':'no luck'}} ~ failed ~ no"
            + " luck",
        "{'id':'t','status':'failed','error':{'message':'','details':[{'msg':'no luck'}]}} ~ failed"
            + " ~ no luck",
        "{'id':'t','status':'failed','error':{'message':''},'message':'no luck'} ~ failed ~ no"
            + " luck",
        "{'id':'t','status':'failed','x':'no luck'} ~ failed ~ the provider gives no reason:"
            + " {\"id\":\"t\",\"status\":\"failed\",\"x\":\"no luck\"}",
      })
  void findsTheReasonWhereverItStands(String body, String code, String reason) {
    assertThat(read(body.replace('\'', '"')))
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(code);
              assertThat(failed.reason()).isEqualTo(reason);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'u','status':'SUCCEEDED','output':['https://a.example/1']}",
        "{'id':'u','status':'FAILED','failure':'x'}",
        "{'data':{'task_id':'u','status':'SUCCESS','result_url':'https://a.example/1'}}",
        "{'code':200,'data':{'task_id':'u','state':'failed'}}",
        "{'status':'error','message':'database is locked'}",
        "{'status':'failed','error':{'message':'x'}}",
        "{'code':-1,'status':'ERROR','msg':'x','data':null}",
        "{'status':'error','error':{'code':'internal_error','message':'database is locked'}}",
        "{'status':'failed','error':{'code':500,'message':'x'}}",
        "{'status':'cancelled','message':'client closed the request'}",
        "{'taskId':'u','status':'SUCCEEDED','output':['https://a.example/1']}",
        "{'taskId':'u','status':'FAILED','failureCode':'X'}",
        "{'taskID':'u','status':'SUCCEEDED','output':['https://a.example/1']}",
        "{'task-id':'u','status':'SUCCEEDED','output':['https://a.example/1']}",
        "{'video_id':'u','status':'SUCCEEDED','output':['https://a.example/1']}",
        "{'data':{'videoId':'u','status':'SUCCESS','result_url':'https://a.example/1'}}",
        "{'data':{'taskId':'u','status':'SUCCESS','result_url':'https://a.example/1'}}",
        "{'task':{'id':'u'},'status':'SUCCEEDED','output':['https://a.example/1']}",
        "{'data':{'task':{'id':'u','status':'FAILED'}},'status':'FAILED','failureCode':'X'}",
        "{'status':'success','message':'ok','data':[{'id':'u','status':'SUCCESS','result_url':'https://a.example/1'}]}",
      })
  void anAnswerAboutSomethingElseSaysNothingAboutTheTask(String body) {
    assertThat(read(body.replace('\'', '"'))).isInstanceOf(Progress.Unreadable.class);
  }

  @Test
  void knowsTheTaskByEitherOfItsIds() {
    assertOutcome("{\"taskId\":\"t\",\"status\":\"FAILED\"}", "Failed");
    assertOutcome("{\"id\":\"T\",\"status\":\"FAILED\"}", "Failed");
    assertOutcome("{\"data\":{\"id\":17,\"task_id\":\"t\",\"status\":\"SUCCESS\"}}", "Succeeded");
    assertOutcome(
        "{\"data\":{\"task_id\":\"g\",\"status\":\"FAILURE\",\"data\":{\"id\":\"t\"}}}", "Failed");
  }

  /** A look has an id of its own, and so may a clip. */
  @Test
  void doesNotTakeAnotherThingsIdForAnotherTasks() {
    assertOutcome("{\"request_id\":\"u\",\"status\":\"SUCCEEDED\"}", "Succeeded");
    assertOutcome("{\"video_id\":\"v-17\",\"status\":\"SUCCEEDED\"}", "Succeeded");
    assertOutcome("{\"id\":\"t\",\"video_id\":\"u\",\"status\":\"SUCCEEDED\"}", "Succeeded");
    assertOutcome("{\"TaskID\":\"t\",\"status\":\"FAILED\"}", "Failed");
  }

  @Test
  void readsNumbersThatJsonDoesNotHave() {
    assertOutcome("{\"id\":\"t\",\"status\":\"RUNNING\",\"progress\":NaN}", "Running");
    assertOutcome(
        "{\"id\":\"t\",\"x\":[Infinity,-Infinity],\"status\":\"SUCCEEDED\"}", "Succeeded");
  }

  @Test
  void readsTheWrappedFormAsPublished() {
    assertThat(
            read(
                """
                {"code":"success","message":"","data":{"task_id":"t","action":"IMAGE_TO_VIDEO","status":"QUEUED",
                 "fail_reason":"","submit_time":1773366766,"start_time":0,"finish_time":0,"progress":"0%",
                 "data":{"id":"t","status":"PENDING","createdAt":"2026-03-13T09:52:46+08:00"}}}
                """))
        .isInstanceOfSatisfying(
            Progress.Waiting.class, w -> assertThat(w.status()).isEqualTo("QUEUED"));
  }

  @Test
  void readsTheFlatFormAsPublished() {
    String body =
        """
        {"id":"t","status":"%s","createdAt":"2026-05-01T12:47:47.351Z",
         "output":["https://a.example/1.mp4"],"failure":"Broken","failureCode":"INTERNAL.BAD_OUTPUT.CODE01","progress":0.4}
        """;

    assertThat(read(body.formatted("RUNNING")))
        .isInstanceOfSatisfying(
            Progress.Running.class, r -> assertThat(r.fraction()).isEqualTo(0.4));
    assertThat(outputs(body.formatted("SUCCEEDED"))).containsExactly("https://a.example/1.mp4");
    assertThat(read(body.formatted("FAILED")))
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("INTERNAL.BAD_OUTPUT.CODE01");
              assertThat(failed.reason()).isEqualTo("Broken");
              assertThat(failed.retryable()).isTrue();
            });
  }

  @Test
  void trustsWhicheverLayerIsFurther() {
    assertOutcome(wrapped("IN_PROGRESS", "\"status\":\"SUCCEEDED\""), "Succeeded");
    assertOutcome(wrapped("QUEUED", "\"status\":\"RUNNING\""), "Running");
    assertOutcome(wrapped("SUCCESS", "\"status\":\"RUNNING\""), "Succeeded");
    assertOutcome(wrapped("FAILURE", "\"status\":\"CANCELLED\""), "Cancelled");
    assertOutcome(wrapped("FAILURE", "\"status\":\"SUCCEEDED\""), "Succeeded");
  }

  @Test
  void collectsTheLinksOfBothLayersInOrder() {
    assertThat(
            outputs(
                """
                {"code":"success","data":{"task_id":"t","status":"SUCCESS","result_url":"https://a.example/3",
                 "video_url":"https://a.example/4","raw_video_url":"https://a.example/5","output":["https://a.example/2"],
                 "fail_reason":"https://a.example/6","data":{"output":["https://a.example/1","https://a.example/2"]}}}
                """))
        .containsExactly(
            "https://a.example/1",
            "https://a.example/2",
            "https://a.example/3",
            "https://a.example/4",
            "https://a.example/5");
  }

  @Test
  void takesALinkInTheFailReasonOfASuccessOnly() {
    String body =
        "{\"data\":{\"task_id\":\"t\",\"status\":\"%s\",\"fail_reason\":\"https://a.example/1\"}}";

    assertThat(outputs(body.formatted("SUCCESS"))).containsExactly("https://a.example/1");
    assertOutcome(body.formatted("FAILURE"), "Failed");
    assertOutcome(body.formatted("QUEUED"), "Waiting");
  }

  @Test
  void isDoneWithoutALink() {
    assertThat(outputs(wrapped("SUCCESS", "\"output\":[]"))).isEmpty();
    assertThat(outputs(wrapped("SUCCESS", "\"output\":{\"a\":1}"))).isEmpty();
    assertThat(outputs(wrapped("SUCCESS", "\"output\":[null,1,{},\"https://a b\"]"))).isEmpty();
  }

  @Test
  void readsTheFlatFormOfTheFeed() {
    String body =
        """
        {"task_id":"t","action":"x","status":"SUCCESS","fail_reason":"","result_url":"https://a.example/1",
         "submit_time":1773366766,"progress":"100%","data":{"status":"PENDING"}}
        """;

    assertThat(outputs(body)).containsExactly("https://a.example/1");
  }

  @Test
  void trustsTheStateWordBeforeTheDigit() {
    String body =
        "{\"code\":200,\"msg\":\"成功\",\"data\":{\"task_id\":\"t\",\"state\":\"%s\",\"status\":\"%s\","
            + "\"video_url\":\"%s\",\"msg\":\"nope\"},\"exec_time\":0.1,\"ip\":\"1.2.3.4\"}";

    assertOutcome(body.formatted("", "1", ""), "Waiting");
    assertOutcome(body.formatted("succeeded", "3", "https://a.example/1"), "Succeeded");
    assertOutcome(body.formatted("succeeded", "2", ""), "Succeeded");
    assertOutcome(body.formatted("failed", "3", ""), "Failed");
    assertOutcome(body.formatted("processing", "3", ""), "Waiting");
    assertOutcome(body.formatted("", "3", "https://a.example/1"), "Succeeded");
    assertOutcome(body.formatted("", "2", ""), "Failed");
    assertThat(outputs(body.formatted("", "2", "https://a.example/1"))).hasSize(1);
    assertThat(read(body.formatted("", "2", "")))
        .isInstanceOfSatisfying(
            Progress.Failed.class, f -> assertThat(f.reason()).isEqualTo("nope"));
  }

  @Test
  void waitsWhenTheFeedOnlyEchoesTheId() {
    assertOutcome("{\"task_id\":\"t\"}", "Waiting");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"37%\"', 0.37",
    "'\"0%\"', 0.0",
    "'\"1%\"', 0.01",
    "'\"100 %\"', 1.0",
    "'\"37\"', 0.37",
    "0.4, 0.4",
    "1, 1.0",
    "37, 0.37",
    "100, 1.0",
    "250,",
    "-1,",
    "1e400,",
    "'\"soon\"',",
    "null,",
    "'{}',"
  })
  void readsProgressInAllItsForms(String progress, Double fraction) {
    assertThat(read("{\"id\":\"t\",\"status\":\"RUNNING\",\"progress\":%s}".formatted(progress)))
        .isInstanceOfSatisfying(
            Progress.Running.class, r -> assertThat(r.fraction()).isEqualTo(fraction));
  }

  @ParameterizedTest
  @CsvSource({
    "SAFETY.INPUT.TEXT, false",
    "SAFETY.OUTPUT.VIDEO, false",
    "INPUT_PREPROCESSING.SAFETY.TEXT, false",
    "INPUT_PREPROCESSING.INTERNAL, true",
    "ASSET.INVALID, false",
    "INTERNAL, true",
    "internal.bad_output.code01, true",
    "INTERNALISH, false",
    "THIRD_PARTY.UNAVAILABLE, true",
    "SOMETHING.NEW, false"
  })
  void paysAgainOnlyForWhatMayPass(String code, boolean retryable) {
    assertThat(read(wrapped("FAILURE", "\"failureCode\":\"%s\"".formatted(code))))
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(code);
              assertThat(failed.retryable()).isEqualTo(retryable);
            });
  }

  @Test
  void paysNotAgainForAFailureWithoutACode() {
    assertThat(
            read("{\"data\":{\"task_id\":\"t\",\"status\":\"FAILURE\",\"fail_reason\":\"任务超时\"}}"))
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo("任务超时");
              assertThat(failed.retryable()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "400 ~ {\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}",
        "200 ~ {\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}",
        "404 ~ {\"code\":\"TASK_NOT_EXIST\"}",
        "500 ~ {\"error\":{\"message\":\"x\",\"code\":\"task_not_exist\"}}",
        "400 ~ {\"message\":\"task_not_exist (request id: 2026)\"}",
        "400 ~ {\"error\":{\"message\":\"task_not_exist (request id: 2026)\",\"code\":\"\"}}",
        "200 ~ {\"code\":400,\"msg\":\"task_not_exist\",\"data\":null}",
        "404 ~ {\"error\":\"Task not found\"}",
        "404 ~ {\"error\":\"Could not find task with ID t\"}",
        "404 ~ {\"error\":\"Not found.\"}",
      })
  void theTaskIsNotVisible(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Progress.NotVisible.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "404 ~ {\"error\":{\"message\":\"Invalid URL (GET /x)\",\"code\":\"\"}}",
        "404 ~ <html>",
        "404 ~ {\"error\":\"no healthy upstream\"}",
        "404 ~ {\"error\":\"route not found\"}",
        "404 ~ {\"error\":\"Cannot GET /runwayml/v1/tasks/t\"}",
        "400 ~ {\"code\":\"invalid_request\",\"message\":\"x\"}",
        "429 ~ ``",
        "500 ~ {\"code\":\"get_task_failed\"}",
        "524 ~ <html>",
        "200 ~ ``",
        "200 ~ {}",
        "200 ~ {\"error\":{\"message\":\"in a 200\"}}",
        "200 ~ {\"code\":500,\"msg\":\"oops\",\"data\":null}",
        "200 ~ {\"code\":\"success\",\"data\":[]}",
        "200 ~ {\"status\":\"SUCCEEDED\"",
        "200 ~ [{\"status\":\"SUCCEEDED\"}]",
      })
  void theLookFailed(int status, String body) {
    assertThat(read(status, body)).isInstanceOf(Progress.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"t\",\"status\":{}}",
        "{\"id\":\"t\",\"status\":null,\"data\":\"x\"}",
        "{\"id\":[],\"status\":[\"SUCCEEDED\"],\"data\":{\"status\":true}}",
        "{\"id\":\"t\",\"status\":\"QUEUED\",\"progress\":[],\"output\":7,\"failure\":{}}"
      })
  void waitsWhateverTheTypes(String body) {
    assertOutcome(body, "Waiting");
  }

  @ParameterizedTest
  @CsvSource({"401, CREDENTIALS", "402, ACCOUNT", "403, CREDENTIALS"})
  void stopsLookingWhenTheAccountIsRefused(int status, HaltCause cause) {
    for (Progress look : List.of(read(status, "{}"), read("{\"code\":%d}".formatted(status)))) {
      assertThat(look)
          .isInstanceOfSatisfying(
              Progress.Halt.class, halt -> assertThat(halt.cause()).isEqualTo(cause));
    }
  }

  @Test
  void waitsAsLongAsTheAnswerAsks() {
    HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of("9")), (n, v) -> true);

    assertThat(reader.read(new Exchange.Answer(503, headers, AnswerBody.of("")), ATTEMPT))
        .isInstanceOfSatisfying(
            Progress.Unreadable.class,
            look -> assertThat(look.retryAfter()).isEqualTo(Duration.ofSeconds(9)));
  }

  @Test
  void notesAnUnknownWordOnce() {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    Logger log = (Logger) LoggerFactory.getLogger(UnknownStatusLog.class);
    log.addAppender(said);

    read("{\"id\":\"t\",\"status\":\"DREAMING\"}");
    read("{\"id\":\"t\",\"status\":\"DREAMING\"}");

    log.detachAppender(said);
    assertThat(said.list).singleElement().asString().contains("unknown task status 'DREAMING'");
  }

  private void assertOutcome(String body, String outcome) {
    assertThat(read(body).getClass().getSimpleName()).as(body).isEqualTo(outcome);
  }

  private List<String> outputs(String body) {
    Progress progress = read(body);
    assertThat(progress).isInstanceOf(Progress.Succeeded.class);
    return ((Progress.Succeeded) progress).outputs();
  }

  private static String wrapped(String status, String inner) {
    return "{\"code\":\"success\",\"data\":{\"task_id\":\"t\",\"status\":\"%s\",\"data\":{%s}}}"
        .formatted(status, inner);
  }

  private Progress read(String body) {
    return read(200, body);
  }

  private Progress read(int status, String body) {
    return read(status, body, ATTEMPT);
  }

  private Progress read(int status, String body, Attempt attempt) {
    return reader.read(
        new Exchange.Answer(
            status, HttpHeaders.of(Map.of(), (name, value) -> true), AnswerBody.of(body)),
        attempt);
  }
}
