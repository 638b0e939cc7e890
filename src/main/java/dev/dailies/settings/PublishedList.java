package dev.dailies.settings;

import dev.dailies.files.AtomicFile;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.ApiClient;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.ProviderHttp;
import dev.dailies.provider.http.StandIn;
import dev.dailies.provider.http.network.Network;
import dev.dailies.web.WebAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list on the web. It is read once, and what came is kept as a file beside the ledger. */
public final class PublishedList {

  private static final int MB = 1024 * 1024;
  private static final int MOST = 16 * MB;
  private static final int MOST_REDIRECTS = 20;
  private static final int BEGINNING = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Answers that another hour may change. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;
  private static final String GOOGLE = "docs.google.com";

  private final ListAddress address;
  private final Supplier<Network> network;
  private byte @Nullable [] content;
  private boolean kept;

  PublishedList(ListAddress address, Supplier<Network> network) {
    this.address = address;
    this.network = network;
  }

  /** The address for people to read: without its query. */
  public String shown() {
    return address.shown();
  }

  /**
   * Reads the list, unless that was done.
   *
   * @throws UnreadListException if it cannot be read
   */
  public synchronized void read() {
    if (content == null && !kept) {
      content = fetched();
    }
  }

  /**
   * Reads the list, unless that was done, and puts it where the manifest is looked for.
   *
   * @throws UnreadListException if it cannot be read
   */
  public synchronized void keepAt(Path manifest) {
    read();
    if (content == null) {
      return;
    }
    Path folder = manifest.resolveSibling("");
    try {
      Files.createDirectories(folder);
      AtomicFile.replace(manifest, content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + manifest, unwritable);
    }
    content = null;
    kept = true;
  }

  private byte[] fetched() {
    try {
      Path file = Files.createTempFile("dailies", ".part");
      try {
        return fetched(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write a temporary file", unwritable);
    }
  }

  private byte[] fetched(Path file) throws IOException {
    var http = new ProviderHttp(new ApiClient(network.get()), PATIENCE, Secret.of(""));
    WebAddress at = address.web();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Exchange exchange = http.fetch(request(at), MOST, file);
      if (exchange instanceof Exchange.Broken broken) {
        throw broken(broken);
      }
      Exchange.Answer answer = (Exchange.Answer) exchange;
      String location = answer.headers().firstValue("Location").orElse("");
      if (answer.status() / 100 != 3 || location.isEmpty()) {
        return content(answer, file);
      }
      WebAddress next = at.resolve(location);
      if (next == null || !ListAddress.mayLead(at, next)) {
        throw unread("leads to an address that is not https; give the list's own", false);
      }
      at = next;
    }
    throw unread(
        "redirects more than %d times; give the list's own".formatted(MOST_REDIRECTS), false);
  }

  private HttpRequest request(WebAddress at) {
    try {
      return HttpRequest.newBuilder(StandIn.of(at.toString()))
          .header("Accept", "text/csv, */*;q=0.5")
          .GET()
          .build();
    } catch (IllegalArgumentException unusable) {
      throw unread("is no address that can be asked; correct it", false);
    }
  }

  private UnreadListException broken(Exchange.Broken broken) {
    if (broken instanceof Exchange.NoAnswer cut && cut.isTooLarge()) {
      return unread("has more than %d MB; save its rows as a file".formatted(MOST / MB), false);
    }
    boolean passing = broken instanceof Exchange.NotSent || broken instanceof Exchange.NoAnswer;
    String why = broken instanceof Exchange.Untrusted other ? other.what() : broken.reason();
    return unread("cannot be read: " + why, passing);
  }

  private byte[] content(Exchange.Answer answer, Path file) throws IOException {
    int status = answer.status();
    if (status == OK) {
      byte[] bytes = Files.readAllBytes(file);
      if (isPage(answer, bytes)) {
        throw unread("answers with a web page, not with a list; " + advice(), false);
      }
      return bytes;
    }
    boolean passing = PASSING.contains(status) || status >= SERVER_ERROR;
    throw unread("answers with HTTP " + status + (passing ? "" : "; " + advice()), passing);
  }

  private static boolean isPage(Exchange.Answer answer, byte[] bytes) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String start =
        new String(bytes, 0, Math.min(BEGINNING, bytes.length), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .stripLeading();
    return start.startsWith("<") || type.toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  private String advice() {
    return address.web().host().equals(GOOGLE)
        ? "in Google Sheets choose File, Share, Publish to web, CSV, and give that address"
        : "give one that everybody with the link can download as CSV";
  }

  private UnreadListException unread(String why, boolean passing) {
    return new UnreadListException("the list at " + shown() + " " + why, passing);
  }
}
