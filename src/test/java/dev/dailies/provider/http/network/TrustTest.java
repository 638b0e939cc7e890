package dev.dailies.provider.http.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.Certificates;
import dev.dailies.OwnThread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

  @TempDir Path folder;

  @Test
  void trustsTheAuthorityOfTheFileBesidesThoseOfTheJvm() throws Exception {
    Path file = folder.resolve("company.pem");
    Files.writeString(
        file,
        "# our own\n-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(Certificates.authority())
            + "\n-----END CERTIFICATE-----\n");

    greet(Trust.with(file).context());
    assertThatThrownBy(() -> greet(SSLContext.getDefault()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void namesAFileThatHoldsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("company.pem"), "nothing");

    assertThatThrownBy(() -> Trust.with(file)).hasMessageContaining("company.pem");
    assertThatThrownBy(() -> Trust.with(folder.resolve("none.pem")))
        .hasMessageContaining("none.pem");
  }

  private static void greet(SSLContext client) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      OwnThread.begin(() -> serve(listener));
      try (SSLSocket socket =
          (SSLSocket)
              client.getSocketFactory().createSocket("localhost", listener.getLocalPort())) {
        socket.startHandshake();
        assertThat(socket.getSession().isValid()).isTrue();
      }
    }
  }

  private static void serve(ServerSocket listener) {
    try (Socket socket = Certificates.enter(listener.accept(), "good")) {
      socket.getOutputStream().write("x".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException untrusted) {
      return;
    }
  }
}
