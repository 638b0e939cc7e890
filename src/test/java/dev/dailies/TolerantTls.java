package dev.dailies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dailies.delivery.Mp4;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Servers of one certificate each, in a JVM of their own. It does not look at the name that a
 * client says it wants: Java's servers, unlike all others, refuse one with an underscore. A GET is
 * answered with a clip, all else with an empty object.
 */
public final class TolerantTls implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+\\.invalid");

  private final Process process;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final int records;

  /** Starts a server for each certificate. */
  public TolerantTls(String... certificates) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djdk.tls.server.disableExtensions=server_name",
                "-cp",
                System.getProperty("java.class.path"),
                TolerantTls.class.getName()));
    command.addAll(List.of(certificates));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(UTF_8);
    records = Integer.parseInt(String.valueOf(out.readLine()));
    for (String certificate : certificates) {
      ports.put(certificate, Integer.parseInt(String.valueOf(out.readLine())));
    }
  }

  public int port(String certificate) {
    return Objects.requireNonNull(ports.get(certificate));
  }

  /** The heads of all requests, each after the name that the client had said it wants. */
  public List<String> heard() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), records)) {
      String all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return all.isEmpty() ? List.of() : List.of(all.split("\0"));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Serves until it is ended from without. */
  public static void main(String[] certificates) throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    ServerSocket records = listener();
    say(records);
    for (String certificate : certificates) {
      ServerSocket listener = listener();
      say(listener);
      OwnThread.begin(() -> serve(listener, certificate, heard));
    }
    while (true) {
      try (Socket socket = records.accept()) {
        socket.getOutputStream().write(String.join("\0", heard).getBytes(ISO_8859_1));
      }
    }
  }

  private static ServerSocket listener() throws IOException {
    return new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
  }

  private static void say(ServerSocket listener) {
    System.out.println(listener.getLocalPort());
  }

  private static void serve(ServerSocket listener, String certificate, List<String> heard) {
    while (true) {
      try {
        Socket socket = listener.accept();
        OwnThread.begin(() -> answer(socket, certificate, heard));
      } catch (IOException gone) {
        return;
      }
    }
  }

  private static void answer(Socket plain, String certificate, List<String> heard) {
    try {
      byte[] hello = hello(plain.getInputStream());
      Matcher name = NAME.matcher(new String(hello, ISO_8859_1));
      answer(plain, hello, certificate, name.find() ? name.group() : "", heard);
    } catch (IOException noTerms) {
      return;
    }
  }

  private static void answer(
      Socket plain, byte[] hello, String certificate, String told, List<String> heard)
      throws IOException {
    try (Socket socket = Certificates.enter(plain, new ByteArrayInputStream(hello), certificate)) {
      byte[] head = new byte[8192];
      int count = Math.max(0, socket.getInputStream().read(head));
      heard.add(told + " " + new String(head, 0, count, ISO_8859_1));
      byte[] body = head[0] == 'G' ? Mp4.clip(10) : "{}".getBytes(ISO_8859_1);
      String status = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n";
      socket.getOutputStream().write(status.getBytes(ISO_8859_1));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  /** The first record of a connection. */
  private static byte[] hello(InputStream in) throws IOException {
    byte[] head = in.readNBytes(5);
    if (head.length < 5) {
      throw new IOException("nothing came");
    }
    int length = ((head[3] & 0xff) << 8) | (head[4] & 0xff);
    byte[] record = new byte[5 + length];
    System.arraycopy(head, 0, record, 0, 5);
    in.readNBytes(record, 5, length);
    return record;
  }
}
