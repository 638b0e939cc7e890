package dev.dailies.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dailies.delivery.Mp4;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.AttemptId;
import dev.dailies.provider.Leftovers;
import dev.dailies.provider.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of a prompt that its server has forgotten, as after "Clear history". */
class LostPromptsTest {

  private static final AttemptId ID = new AttemptId("642d561a-c9d0-4a5f-8fbe-91fc62a63eab");
  private static final String STEM = "dailies/cat-1-" + ID.value();

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private HttpServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/view", this::answer);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** As ComfyUI's {@code /view}. */
  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String folder = query.replaceAll(".*subfolder=([^&]*).*", "$1");
    byte[] file = files.get(folder + "/" + query.replaceAll("filename=([^&]*).*", "$1"));
    exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (file != null) {
        out.write(file);
      }
    }
  }

  private Leftovers leftovers(@Nullable OnLost onLost) {
    return leftovers(
        onLost, "\"7\":{\"inputs\":{\"filename_prefix\":\"dailies/cat-1-%attempt%\"}}");
  }

  private Leftovers leftovers(@Nullable OnLost onLost, String nodes) {
    String body =
        "{\"prompt\":{%s},\"extra_data\":{\"dailies\":{\"outputs\":[\"7\"]}}}".formatted(nodes);
    return new LostPrompts(Played.http(), onLost)
        .leftovers(new Attempt(ID, new Request(address, "/prompt", null, body, null), "t"));
  }

  @Test
  void areDeliveredIfTheClipIsWhole() {
    files.put(STEM + "_00001_.mp4", Mp4.clip(3000));

    assertThat(leftovers(null).outputs())
        .containsExactly(
            address
                + "/view?filename=cat-1-"
                + ID.value()
                + "_00001_.mp4&subfolder=dailies&type=output");
  }

  @Test
  void areNotAllIfAnotherNodeWasToSaveToo() {
    files.put(STEM + "_00001_.mp4", Mp4.clip(3000));
    String saver = "\"%d\":{\"inputs\":{\"filename_prefix\":\"dailies/cat-1-%%attempt%%\"}}";

    Leftovers left = leftovers(null, saver.formatted(7) + "," + saver.formatted(8));

    assertThat(left.outputs()).isEmpty();
    assertThat(left.trace()).contains("_00001_.mp4");
  }

  @Test
  void areNamedIfTheClipIsNotWhole() {
    files.put(STEM + "_00001_.mp4", Arrays.copyOf(Mp4.clip(3000), 2000));
    assertThat(leftovers(null).outputs()).isEmpty();
    assertThat(leftovers(null).trace())
        .isEqualTo("its server has " + STEM + "_00001_.mp4, perhaps not whole");

    files.put(STEM + "_00001_.mp4", Arrays.copyOf(Mp4.clip(3000), Mp4.clip(3000).length - 4));
    assertThat(leftovers(null).outputs()).as("cut near its end").isEmpty();
  }

  @Test
  void areNamedIfNobodyCanTell() {
    files.put(STEM + "_00001_.png", new byte[100]);
    assertThat(leftovers(null).trace()).contains("_00001_.png");
    assertThat(leftovers(null).outputs()).isEmpty();
  }

  @Test
  void areNothingIfThereIsNone() {
    assertThat(leftovers(null)).isEqualTo(Leftovers.NONE);
    assertThat(leftovers(OnLost.RESUBMIT).maySendAgain()).isTrue();
    assertThat(leftovers(OnLost.KEEP).maySendAgain()).isFalse();
  }
}
