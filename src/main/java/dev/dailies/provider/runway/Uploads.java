package dev.dailies.provider.runway;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Multipart;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.Upload;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a file to Runway in two requests, by its page "Uploads": one asks for a place, the other
 * stores the file there. A place is for one try; the next try asks for another.
 */
final class Uploads {

  private static final String ROUTE = "/v1/uploads";
  private static final JsonMapper JSON = new JsonMapper();

  private final RunwayHttp http;
  private final ProviderHttp storage;
  private final Refusal refusal;
  private final Clock clock;

  Uploads(RunwayHttp http, ProviderHttp storage, Clock clock) {
    this.http = http;
    this.storage = storage;
    this.refusal = new Refusal(clock);
    this.clock = clock;
  }

  /**
   * Uploads a file that has passed the review.
   *
   * @throws java.io.UncheckedIOException if it is no longer there
   */
  Upload send(FileToSend file) {
    Map<String, String> ask = Map.of("filename", file.uploadName(), "type", "ephemeral");
    Exchange exchange = http.post(http.baseUrl() + ROUTE, JSON.writeValueAsString(ask));
    return exchange.fold(
        answer -> placed(file, new JsonAnswer(answer, http.key())), Uploads::failed);
  }

  private Upload placed(FileToSend file, JsonAnswer json) {
    if (!json.isSuccess()) {
      return refusal
          .proof(json)
          .<Upload>map(Upload.Failed::new)
          .orElseGet(() -> failed(RunwayError.words(json), json.evidence()));
    }
    // What the answer says instead is not shown: it may hold what the storage takes for a key.
    return UploadPlace.in(json, String.valueOf(URI.create(http.baseUrl()).getScheme()))
        .map(place -> store(file, place))
        .orElseGet(() -> later("the answer names no place to upload to", json));
  }

  /** The address is somebody else's, so the key stays here. */
  private Upload store(FileToSend file, UploadPlace place) {
    Multipart.Form form = Multipart.form();
    place.fields().forEach(form::field);
    file.addTo(form);
    Multipart body = form.build();
    Exchange exchange =
        storage.send(
            HttpRequest.newBuilder(place.address())
                .header("Content-Type", body.contentType())
                .POST(body.body())
                .build());
    return exchange.fold(
        answer -> stored(new JsonAnswer(answer, http.key()), place), Uploads::failed);
  }

  private Upload stored(JsonAnswer answer, UploadPlace place) {
    if (answer.isSuccess()) {
      return new Upload.Stored(place.uri());
    }
    String reason = "the storage says HTTP " + answer.status() + ": " + answer.excerpt();
    return switch (answer.status()) {
      case 400, 413 ->
          new Upload.Failed(new Submission.Refused("upload_refused", reason, answer.evidence()));
      default -> later(reason, answer);
    };
  }

  private Upload later(String reason, JsonAnswer answer) {
    return new Upload.Failed(
        new Submission.NotNow(
            "upload: " + reason, answer.retryAfter(clock), false, answer.evidence()));
  }

  private static Upload failed(Exchange.Broken broken) {
    Submission outcome = broken.asSubmission();
    return outcome instanceof Submission.NothingCreated proof
        ? new Upload.Failed(proof)
        : failed(broken.reason(), outcome.evidence());
  }

  /** An answer that would leave a paid request in doubt only means that the file is sent again. */
  private static Upload failed(String reason, Evidence evidence) {
    return new Upload.Failed(new Submission.NotNow("upload: " + reason, null, false, evidence));
  }
}
