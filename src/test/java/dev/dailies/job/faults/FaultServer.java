package dev.dailies.job.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dailies.job.StubbedApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A provider that speaks CometAPI's official format over bare sockets, and misbehaves in one way at
 * one place until it is healed. A row's prompt is its ticket.
 */
final class FaultServer implements AutoCloseable {

  static final byte[] CLIP = StubbedApi.mp4(2_000);

  /** What signs its links. Nothing that people share may hold it. */
  static final String SIGNATURE = "sig-Canary-5Yt8Qw2Lm9";

  private static final Pattern PROMPT = Pattern.compile("\"promptText\":\"([^\"]+)\"");
  private static final String LOOK = "GET /runwayml/v1/tasks/";
  private static final String CLIPS = "GET /clips/";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<FaultRequest> lines = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger taken = new AtomicInteger();
  private final Fault fault;
  private final Place place;
  private final int port;
  private volatile boolean healed;
  private volatile ServerSocket listener;

  FaultServer(Fault fault, Place place) {
    this.fault = fault;
    this.place = place;
    this.listener = bind(0);
    this.port = listener.getLocalPort();
    openOrShut();
  }

  private static ServerSocket bind(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
      return socket;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void openOrShut() {
    if (fault.door() == TlsMode.REFUSED && isIll()) {
      shut();
    } else {
      ServerSocket from = listener;
      threads.execute(() -> accept(from));
    }
  }

  private void shut() {
    try {
      listener.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String baseUrl() {
    return fault.door().isEncrypted() ? "https://localhost:" + port : "http://127.0.0.1:" + port;
  }

  /** From here on it is as good as any. */
  void heal() {
    healed = true;
    if (listener.isClosed()) {
      listener = bind(port);
      openOrShut();
    }
  }

  /** True if the next connection is to meet the fault's door. */
  private boolean isIll() {
    return !healed
        && switch (place) {
          case CREATE -> true;
          case POLL -> count(Place.CREATE) > 0;
          case FILE -> count(Place.POLL) > 0;
        };
  }

  /** How many requests of a kind have reached it. */
  int count(Place kind) {
    return (int) lines.stream().filter(line -> kind == placeOf(line)).count();
  }

  /** How many tasks it has certainly taken. */
  int taken() {
    return taken.get();
  }

  /** How many requests it has had that no client has a reason for. */
  long strays() {
    return lines.stream().filter(line -> placeOf(line) == null).count();
  }

  private static @Nullable Place placeOf(FaultRequest line) {
    if (line.target().equals("POST " + StubbedApi.CREATE)) {
      return Place.CREATE;
    }
    return line.target().startsWith(LOOK)
        ? Place.POLL
        : line.target().startsWith(CLIPS) ? Place.FILE : null;
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket socket = from.accept();
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket plain) {
    try (Socket socket = fault.door().enter(plain, isIll())) {
      if (fault.door() == TlsMode.PLAIN && isIll()) {
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        return;
      }
      FaultRequest line = FaultRequest.read(this, socket);
      while (line != null) {
        take(line);
        line =
            line.isOver() || fault.door() != TlsMode.OPEN ? null : FaultRequest.read(this, socket);
      }
    } catch (IOException gone) {
      // The client has hung up, as most faults make it.
    }
  }

  private void take(FaultRequest line) throws IOException {
    lines.add(line);
    Place kind = placeOf(line);
    if (kind != null) {
      line.number(count(kind));
    }
    if (fault.door() == TlsMode.REFUSED && isIll()) {
      shut();
    }
    if (kind == place && !healed) {
      fault.misdeed().answer(line);
    } else {
      behave(line);
    }
  }

  /** Answers as a provider does that has no faults. */
  void behave(FaultRequest line) throws IOException {
    Place kind = placeOf(line);
    if (kind == Place.CREATE) {
      Matcher prompt = PROMPT.matcher(line.body());
      take();
      line.json("{\"id\":\"%s\"}".formatted(prompt.find() ? prompt.group(1) : "no prompt"));
    } else if (kind == Place.POLL) {
      line.json(
          "{\"id\":\"%s\",\"status\":\"SUCCEEDED\",\"output\":[\"{link}\"]}"
              .formatted(ticket(line)));
    } else if (kind == Place.FILE && line.query().contains(SIGNATURE)) {
      line.answer(200, "video/mp4", CLIP);
    } else {
      Misbehaviour.status(404, "{}").answer(line);
    }
  }

  /** Takes a task. */
  void take() {
    taken.incrementAndGet();
  }

  /** The ticket that is asked for; empty if none is. */
  static String ticket(FaultRequest line) {
    return line.target().startsWith(LOOK)
        ? URLDecoder.decode(line.target().substring(LOOK.length()), UTF_8)
        : "";
  }

  /** Where its clip is. */
  String link() {
    return baseUrl() + "/clips/1.mp4?_jwt=" + SIGNATURE;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
