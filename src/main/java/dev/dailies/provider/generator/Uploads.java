package dev.dailies.provider.generator;

import dev.dailies.media.MediaType;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Input;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Multipart;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.StandIn;
import dev.dailies.provider.http.Upload;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/** {@code POST /api/upload}: gives the generator an image, and gets its address. */
final class Uploads {

  private final ProviderHttp http;
  private final URI route;
  private final Clock clock;

  Uploads(ProviderHttp http, String baseUrl, Clock clock) {
    this.http = http;
    this.route = StandIn.of(baseUrl + "/api/upload");
    this.clock = clock;
  }

  Upload send(Input.LocalFile file) {
    String name = "image." + file.type().extension();
    try {
      return send(Multipart.form().file("image", name, file.type(), file.path()).build());
    } catch (UncheckedIOException gone) {
      return new Upload.Failed(
          new Submission.Refused("input", "cannot read " + file.name(), Evidence.NONE));
    }
  }

  Upload send(Input.Inline inline) {
    Optional<MediaType> type =
        Arrays.stream(MediaType.values())
            .filter(known -> known.mediaName().equals(inline.data().mediaType()))
            .findFirst();
    return type.map(
            known -> {
              String name = "image." + known.extension();
              return send(Multipart.form().file("image", name, known, inline.data()).build());
            })
        .orElseGet(() -> new Upload.Failed(GeneratorReview.notTaken(inline.data().mediaType())));
  }

  private Upload send(Multipart form) {
    HttpRequest post =
        HttpRequest.newBuilder(route)
            .header("Content-Type", form.contentType())
            .POST(form.body())
            .build();
    return http.send(post)
        .fold(
            answer -> read(new JsonAnswer(answer, Secret.of(""))),
            broken -> new Upload.Failed(broken.asPreparation()));
  }

  private Upload read(JsonAnswer answer) {
    String address = answer.text(answer.root().path("imageUrl"));
    return answer.isSuccess() && address != null
        ? new Upload.Stored(address)
        : new Upload.Failed(failed(answer));
  }

  private Preparation failed(JsonAnswer answer) {
    String words = "the upload was answered " + GeneratorError.words(answer);
    return GeneratorError.proof(answer, clock)
        .orElseGet(() -> new Submission.NotNow(words, null, false, answer.evidence()));
  }
}
