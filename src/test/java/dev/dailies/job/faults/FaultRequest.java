package dev.dailies.job.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request that has reached a {@link FaultServer}, and the connection that it came by. */
final class FaultRequest {

  private static final int DRIP_MILLIS = 50;

  private final FaultServer server;
  private final Socket socket;
  private final String head;
  private final String body;
  private int nth;
  private boolean over;

  private FaultRequest(FaultServer server, Socket socket, String head, String body) {
    this.server = server;
    this.socket = socket;
    this.head = head;
    this.body = body;
  }

  /** Waits for a request; null if the client has gone. */
  static @Nullable FaultRequest read(FaultServer server, Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.append((char) next);
    }
    String length = header(head.toString(), "Content-Length");
    byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new FaultRequest(server, socket, head.toString(), new String(body, UTF_8));
  }

  /** The request's method and path, without the query. */
  String target() {
    String[] words = head.split("[ ?]", 4);
    return words[0] + " " + words[1];
  }

  String query() {
    String address = head.split(" ", 3)[1];
    return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
  }

  String body() {
    return body;
  }

  /** True if the request carries the key. */
  boolean holdsTheKey() {
    return (head + body).contains(FaultTrial.KEY);
  }

  /** How many requests of its kind there were so far, this one included. */
  int nth() {
    return nth;
  }

  void number(int number) {
    nth = number;
  }

  private static String header(String head, String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }

  /** Answers as a provider does that has no faults. */
  void sane() throws IOException {
    server.behave(this);
  }

  /** Takes the task; an answer is still to follow. */
  void take() {
    server.take();
  }

  /** Answers well with this JSON. */
  void json(String text) throws IOException {
    answer(200, "application/json", filled(text).getBytes(UTF_8));
  }

  /**
   * Gives a well-formed answer. Its headers echo the key, as a careless server's might.
   *
   * @param headers whole lines, without their ends
   */
  void answer(int status, String type, byte[] bytes, String... headers) throws IOException {
    String more = Stream.of(headers).map(header -> header + "\r\n").collect(joining());
    send(
        "HTTP/1.1 %d So\r\nContent-Type: %s\r\nX-Request-Id: %s\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(status, type, "r-" + FaultTrial.KEY, more, bytes.length));
    send(bytes);
  }

  /** Sends text, one byte per character. */
  void send(String text) throws IOException {
    send(filled(text).getBytes(ISO_8859_1));
  }

  /** The text with what it names in braces: the key in several guises, and the server's own. */
  String filled(String text) {
    String key = FaultTrial.KEY;
    return text.contains("{")
        ? text.replace("{key}", key)
            .replace("{key64}", Base64.getEncoder().encodeToString(key.getBytes(UTF_8)))
            .replace("{keyUrl}", URLEncoder.encode(key, UTF_8))
            .replace("{keyJson}", key.replace("/", "\\/"))
            .replace("{base}", server.baseUrl())
            .replace("{link}", server.link())
            .replace("{ticket}", FaultServer.ticket(this))
            .replace("{signature}", FaultServer.SIGNATURE)
        : text;
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends the same again and again, slowly, until the client has gone. */
  void drip(String text) throws IOException {
    socket.setSoTimeout(DRIP_MILLIS);
    while (!hasGone()) {
      send(text);
    }
    over = true;
  }

  private boolean hasGone() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillThere) {
      return false;
    }
  }

  /** Says nothing more until the client has gone. */
  void stall() throws IOException {
    over = true;
    while (socket.getInputStream().read() >= 0) {}
  }

  /** Ends the connection with FIN. */
  void hangUp() {
    over = true;
  }

  /** Ends the connection with RST. */
  void reset() throws IOException {
    over = true;
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** True if no other request can come by this connection. */
  boolean isOver() {
    return over;
  }
}
