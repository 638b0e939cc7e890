package dev.dailies.job.doctor.link;

import dev.dailies.media.MediaType;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.StandIn;
import dev.dailies.provider.http.network.Network;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a server says of a file before anybody fetches it, by a HEAD without redirects. */
final class LinkHead {

  private final ProviderHttp http;

  LinkHead(Network network, Duration patience) {
    this.http = new ProviderHttp(new ApiClient(network), patience, Secret.of(""));
  }

  /**
   * What is odd about it, as a clause; null if nothing is, or if nobody can tell.
   *
   * @param type that the file has
   */
  @Nullable String oddity(String url, MediaType type) {
    try {
      HttpRequest head =
          HttpRequest.newBuilder(StandIn.of(url)).method("HEAD", BodyPublishers.noBody()).build();
      return http.send(head).fold(answer -> oddity(answer, type), LinkHead::oddity);
    } catch (IllegalArgumentException unusual) {
      return null;
    }
  }

  private static @Nullable String oddity(Exchange.Broken broken) {
    return broken instanceof Exchange.Redirected ? "redirects to another address" : null;
  }

  private static @Nullable String oddity(Exchange.Answer answer, MediaType type) {
    if (answer.status() / 100 != 2) {
      return "answers a HEAD with " + answer.status();
    }
    String told = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String kind = type.mediaName().replaceFirst("/.*", "/");
    if (!told.startsWith(kind)) {
      return told.isEmpty()
          ? "is served without a type"
          : "is served as %s, and is %s".formatted(told, type.mediaName());
    }
    return answer.headers().firstValue("Content-Length").isEmpty()
        ? "is served without its length"
        : null;
  }
}
