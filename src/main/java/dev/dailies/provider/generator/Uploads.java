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
    this.route = URI.create(baseUrl + "/api/upload");
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {

    /** It is there, under this address. */
    record Stored(String address) implements Outcome {}

    /** It is not there. */
    record Failed(Preparation why) implements Outcome {}
  }

  Outcome send(Input.LocalFile file) {
    String name = "image." + file.type().extension();
    try {
      return send(Multipart.form().file("image", name, file.type(), file.path()).build());
    } catch (UncheckedIOException gone) {
      return new Outcome.Failed(
          new Submission.Refused("input", "cannot read " + file.name(), Evidence.NONE));
    }
  }

  Outcome send(Input.Inline inline) {
    Optional<MediaType> type =
        Arrays.stream(MediaType.values())
            .filter(known -> known.mediaName().equals(inline.data().mediaType()))
            .findFirst();
    return type.map(
            known -> {
              String name = "image." + known.extension();
              byte[] content = inline.data().content();
              return send(Multipart.form().file("image", name, known, content).build());
            })
        .orElseGet(() -> new Outcome.Failed(GeneratorReview.notTaken(inline.data().mediaType())));
  }

  private Outcome send(Multipart form) {
    HttpRequest post =
        HttpRequest.newBuilder(route)
            .header("Content-Type", form.contentType())
            .POST(form.body())
            .build();
    return http.send(post)
        .fold(
            answer -> read(new JsonAnswer(answer, Secret.of(""))),
            broken -> new Outcome.Failed(broken.asPreparation()));
  }

  private Outcome read(JsonAnswer answer) {
    String address = answer.text(answer.root().path("imageUrl"));
    return answer.isSuccess() && address != null
        ? new Outcome.Stored(address)
        : new Outcome.Failed(failed(answer));
  }

  private Preparation failed(JsonAnswer answer) {
    String words = "the upload was answered " + GeneratorError.words(answer);
    return GeneratorError.proof(answer, clock)
        .orElseGet(() -> new Submission.NotNow(words, null, false, answer.evidence()));
  }
}
