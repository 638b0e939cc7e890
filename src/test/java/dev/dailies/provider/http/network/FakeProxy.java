package dev.dailies.provider.http.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy that leads everybody to one server on this machine, whatever name they ask for: it alone
 * knows the names.
 */
public final class FakeProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int target;
  private final String refusal;
  private final String password;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private FakeProxy(int target, String refusal, String password) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.refusal = refusal;
    this.password = password;
    start(this::serve);
  }

  public static FakeProxy to(int port) throws IOException {
    return new FakeProxy(port, "", "");
  }

  /** One that wants to hear this in {@code Proxy-Authorization}. */
  public static FakeProxy to(int port, String authorization) throws IOException {
    return new FakeProxy(port, "", authorization);
  }

  /** One that answers each request so. */
  public static FakeProxy refusing(String status) throws IOException {
    return new FakeProxy(0, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n", "");
  }

  public String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  /** What it was asked, without what went through its tunnels. */
  public List<String> heads() {
    return heads;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      while (!head.isEmpty()) {
        heads.add(head);
        if (!refusal.isEmpty()) {
          client.getOutputStream().write(refusal.getBytes(ISO_8859_1));
          return;
        }
        if (password.isEmpty() || head.contains("Proxy-Authorization: " + password)) {
          pass(head, client);
          return;
        }
        client
            .getOutputStream()
            .write(
                String.join(
                        "\r\n",
                        "HTTP/1.1 407 No",
                        "Proxy-Authenticate: Basic realm=\"x\"",
                        "Content-Length: 0",
                        "",
                        "")
                    .getBytes(ISO_8859_1));
        head = head(client.getInputStream());
      }
    } catch (IOException gone) {
      return;
    }
  }

  private void pass(String head, Socket client) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      if (head.startsWith("CONNECT ")) {
        client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
      } else {
        server
            .getOutputStream()
            .write(head.replaceFirst(" http://[^/ ]*", " ").getBytes(ISO_8859_1));
      }
      start(() -> copy(client, server));
      copy(server, client);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      return;
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int next;
    while ((next = in.read()) >= 0) {
      head.write(next);
      if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
