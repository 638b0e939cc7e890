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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    return leftovers(onLost, saver(7, "SaveVideo"));
  }

  private static String saver(int id, String type, String... more) {
    return "\"%d\":{\"class_type\":\"%s\",\"inputs\":{%s\"filename_prefix\":\"dailies/cat-1-%%attempt%%\"}}"
        .formatted(id, type, String.join("", more));
  }

  /** What is delivered if the wanted nodes are 7 and, after it, 8. */
  private List<String> namesOfBoth(String nodes) {
    return names(leftovers(null, nodes, "\"7\",\"8\""));
  }

  private static List<String> names(Leftovers left) {
    return left.outputs().stream()
        .map(
            link ->
                link.replaceAll(".*filename=([^&]*).*", "$1").replace("cat-1-" + ID.value(), ""))
        .toList();
  }

  private static byte[] png() {
    return HexFormat.of().parseHex("89504e470d0a1a0a" + "0000000049454e44ae426082");
  }

  private Leftovers leftovers(@Nullable OnLost onLost, String nodes) {
    return leftovers(onLost, nodes, "\"7\"");
  }

  private Leftovers leftovers(@Nullable OnLost onLost, String nodes, String wanted) {
    String body =
        "{\"prompt\":{%s},\"extra_data\":{\"dailies\":{\"outputs\":[%s]}}}"
            .formatted(nodes, wanted);
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

  @ParameterizedTest
  @CsvSource({
    "SaveAnimatedPNG, _00001_.png, true",
    "SaveAnimatedWEBP, _00001_.png, false",
    "SaveImage, _00001_.png, false",
    "SaveNobodyKnows, _00001_.png, false",
  })
  void ofOtherKindsAreDeliveredIfTheNodeWritesOneFile(String type, String name, boolean isAll) {
    files.put(STEM + name, png());

    Leftovers left = leftovers(null, saver(7, type));

    assertThat(names(left)).isEqualTo(isAll ? List.of(name) : List.of());
    assertThat(left.trace()).contains(name);
  }

  @Test
  void ofSeveralNodesAreDeliveredInTheOrderOfTheMappingIfAllOfThemAreThere() {
    String nodes = saver(8, "SaveVideo") + "," + saver(7, "SaveAnimatedPNG");
    files.put(STEM + "_00001_.mp4", Mp4.clip(3000));
    assertThat(namesOfBoth(nodes)).as("the server has ended between the two").isEmpty();

    files.put(STEM + "_00002_.png", png());
    assertThat(namesOfBoth(nodes)).containsExactly("_00002_.png", "_00001_.mp4");
  }

  @Test
  void ofTwoNodesAreNotGuessedIfEitherMayHaveWrittenThem() {
    files.put(STEM + "_00001_.mp4", Mp4.clip(3000));
    files.put(STEM + "_00002_.mp4", Mp4.clip(3000));

    assertThat(namesOfBoth(saver(7, "SaveVideo") + "," + saver(8, "SaveVideo"))).isEmpty();
  }

  @Test
  void areNotAllIfANodeThatMayWriteMoreWasToSaveToo() {
    files.put(STEM + "_00001_.mp4", Mp4.clip(3000));

    Leftovers left = leftovers(null, saver(7, "SaveVideo") + "," + saver(8, "SaveImage"));

    assertThat(left.outputs()).isEmpty();
    assertThat(left.trace()).contains("_00001_.mp4");
  }

  /** VideoHelperSuite writes a silent clip first, and then another one with the sound. */
  @Test
  void areNotSilentWhereSoundBelongsToThem() {
    files.put(STEM + "_00001.mp4", Mp4.clip(3000));
    String silent = saver(7, "VHS_VideoCombine");
    String loud = saver(7, "VHS_VideoCombine", "\"audio\":[\"3\",0],");

    assertThat(names(leftovers(null, silent))).containsExactly("_00001.mp4");
    assertThat(names(leftovers(null, loud))).isEmpty();

    files.put(STEM + "_00001-audio.mp4", Mp4.clip(4000));
    assertThat(names(leftovers(null, loud))).containsExactly("_00001-audio.mp4");
  }

  @Test
  void areNamedIfTheClipIsNotWhole() {
    files.put(STEM + "_00001_.mp4", Arrays.copyOf(Mp4.clip(3000), 2000));
    assertThat(leftovers(null).outputs()).isEmpty();
    assertThat(leftovers(null).trace())
        .isEqualTo("its server has " + STEM + "_00001_.mp4, perhaps not whole, or not all of it");

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
