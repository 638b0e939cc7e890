package dev.dailies.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.dailies.SmallHeap;
import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {

  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(ok()));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsFieldsAndAFileFromTheDisk(@TempDir Path folder) throws IOException {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("a.bin"), content);

    post(
        Multipart.form()
            .field("key", "up/Ünï ★")
            .file("file", "cat.mp4", MediaType.MP4, file)
            .build());

    server.verify(
        postRequestedFor(urlEqualTo("/"))
            .withRequestBodyPart(aMultipart("key").withBody(equalTo("up/Ünï ★")).build())
            .withRequestBodyPart(
                aMultipart("file")
                    .withHeader("Content-Type", equalTo("video/mp4"))
                    .withBody(binaryEqualTo(content))
                    .build()));
  }

  @Test
  void tellsItsLengthBeforeItIsSent() {
    post(Multipart.form().file("image", "é.png", MediaType.PNG, png(1, 2, 3)).build());

    LoggedRequest sent = server.findAll(postRequestedFor(anyUrl())).get(0);
    assertThat(sent.getHeader("Content-Length")).isEqualTo("" + sent.getBody().length);
    assertThat(sent.containsHeader("Transfer-Encoding")).isFalse();
    assertThat(new String(sent.getBody(), UTF_8))
        .contains("form-data; name=\"image\"; filename=\"é.png\"");
  }

  @Test
  void aNameBeginsNoHeader() {
    post(
        Multipart.form()
            .field("a\r\nX-Evil: 1", "v")
            .file("f", "x\r\nX-Evil: \"2\".png", MediaType.PNG, png(1))
            .build());

    assertThat(server.findAll(postRequestedFor(anyUrl())).get(0).getBodyAsString())
        .doesNotContain("\nX-Evil")
        .contains("name=\"a__X-Evil: 1\"", "filename=\"x__X-Evil: \\\"2\\\".png\"");
  }

  @Test
  void namesAFileThatIsNotThere(@TempDir Path folder) {
    Path gone = folder.resolve("gone.png");

    assertThatThrownBy(() -> Multipart.form().file("f", "gone.png", MediaType.PNG, gone))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read gone.png");
  }

  @Test
  void decodesAFileThatIsWrittenIntoARow() {
    byte[] content = new byte[100_001];
    new Random(1).nextBytes(content);

    post(
        Multipart.form()
            .file("file", "a.png", MediaType.PNG, DataUri.of(MediaType.PNG, content))
            .build());

    server.verify(
        postRequestedFor(urlEqualTo("/"))
            .withRequestBodyPart(aMultipart("file").withBody(binaryEqualTo(content)).build()));
  }

  /** In a process that can make the text of it, and has no room for the file besides. */
  @Test
  void holdsNoFileThatIsWrittenIntoARowASecondTime() throws Exception {
    SmallHeap.run(MultipartTest.class, 72, server.baseUrl());

    assertThat(server.findAll(postRequestedFor(anyUrl())).get(0).getBody().length)
        .isGreaterThan(15_000_000);
  }

  /** Sends 15 MB to the address. */
  public static void main(String[] address) {
    String text = DataUri.head(MediaType.MP4) + "A".repeat(20_000_000);
    DataUri data = DataUri.of(text).orElseThrow();
    post(address[0], Multipart.form().file("f", "a.mp4", MediaType.MP4, data).build());
    System.exit(0);
  }

  private static DataUri png(int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return DataUri.of(MediaType.PNG, content);
  }

  private void post(Multipart form) {
    post(server.baseUrl(), form);
  }

  private static void post(String address, Multipart form) {
    ProviderHttp http =
        new ProviderHttp(new ApiClient(Network.ofTheJvm()), Duration.ofSeconds(20), Secret.of(""));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/"))
            .header("Content-Type", form.contentType())
            .POST(form.body())
            .build();
    assertThat(http.send(request)).isInstanceOf(Exchange.Answer.class);
  }
}
