package dev.dailies.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every connection by a script that may break any rule of HTTP. */
final class RawServer implements AutoCloseable {

  /** Writes what it likes; the request's head has been read. */
  interface Script {
    void answer(Socket socket) throws IOException;
  }

  private final ServerSocket server;
  private final Script script;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  RawServer(Script script) {
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    this.script = script;
    threads.execute(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/clip?signature=secret";
  }

  /** Answers the first connection by the first script and so on; the last one is for all others. */
  static Script inTurn(Script... scripts) {
    AtomicInteger next = new AtomicInteger();
    return socket -> scripts[Math.min(next.getAndIncrement(), scripts.length - 1)].answer(socket);
  }

  /** The requests so far, without their bodies. */
  List<String> heads() {
    return heads;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      heads.add(readHead(socket));
      script.answer(socket);
      socket.getOutputStream().flush();
    } catch (IOException gone) {
      // The client has hung up, as most scripts expect.
    }
  }

  private static String readHead(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = 0; next >= 0 && head.indexOf("\r\n\r\n") < 0; ) {
      next = socket.getInputStream().read();
      head.append((char) next);
    }
    return head.toString();
  }

  /** Sends text, CR LF and all. */
  static void send(Socket socket, String text) throws IOException {
    send(socket, text.getBytes(ISO_8859_1));
  }

  static void send(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Says nothing more until the client hangs up. */
  static void stall(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {}
  }

  /** Ends the connection with RST instead of FIN. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
