package dev.dailies.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dailies.Certificates;
import dev.dailies.OwnThread;
import dev.dailies.provider.http.network.FakeProxy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server of pictures, by https and under a name of its own, which a proxy leads to. */
final class PictureHost implements AutoCloseable {

  /** The leading bytes of a JPEG. */
  static final String JPEG = "\u00ff\u00d8\u00ff\u00e0 a picture";

  private static final String PLACE = "https://pictures.clips.invalid";

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final FakeProxy proxy = FakeProxy.to(door.getLocalPort());
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  PictureHost() throws IOException {
    OwnThread.begin(this::serve);
  }

  /** Has the job find it. */
  Rehearsal knownTo(Rehearsal job, Path folder) throws IOException {
    try {
      String authority = Base64.getMimeEncoder().encodeToString(Certificates.authority());
      Path file =
          Files.writeString(
              folder.resolve("company.pem"),
              "-----BEGIN CERTIFICATE-----\n" + authority + "\n-----END CERTIFICATE-----\n");
      return job.set("trusted-certificates", file.toString())
          .set("proxy", "http://" + proxy.address());
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  /** Puts something there. */
  String with(String path, String type, String body) {
    return answering(
        path,
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(type, body.length(), body));
  }

  String answering(String path, String answer) {
    answers.put(path, answer);
    return PLACE + path;
  }

  /** The first lines of all requests. */
  List<String> heard() {
    return heard;
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        OwnThread.begin(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (Socket socket = Certificates.enter(client, "wildcard")) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      String first = String.valueOf(in.readLine());
      for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {}
      heard.add(first);
      String path = first.split(" ", 3)[1].replaceFirst("\\?.*", "");
      String answer = answers.getOrDefault(path, "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
      String sent =
          first.startsWith("HEAD") ? answer.replaceFirst("(?s)\r\n\r\n.*", "\r\n\r\n") : answer;
      socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException gone) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    proxy.close();
  }
}
