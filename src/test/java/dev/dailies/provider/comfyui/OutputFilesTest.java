package dev.dailies.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In which order the files of a prompt are delivered: the first is the main one. */
class OutputFilesTest {

  /** In the order in which the nodes have ended. */
  private static final JsonNode OUTPUTS =
      JsonMapper.shared()
          .readTree(
              """
              {
                "9": {"images": [{"filename": "late.webm"}]},
                "4": {"images": [{"filename": "still.png"}], "gifs": [{"filename": "first.mp4"}]},
                "6": {"images": [{"filename": "a.png"}, {"filename": "b.png"}]}
              }
              """);

  @Test
  void isThatOfTheMapping() {
    assertThat(names("4", "6", "9"))
        .containsExactly("first.mp4", "still.png", "a.png", "b.png", "late.webm");
    assertThat(names("6", "9", "4"))
        .containsExactly("a.png", "b.png", "late.webm", "first.mp4", "still.png");
  }

  @Test
  void hasClipsFirstWhereNobodyHasNamedANode() {
    assertThat(names()).containsExactly("late.webm", "first.mp4", "still.png", "a.png", "b.png");
  }

  /**
   * VideoHelperSuite and SaveAudio in one workflow: the clip is the main one, whoever ended first.
   */
  @Test
  void hasAClipBeforeItsSound() {
    JsonNode made =
        JsonMapper.shared()
            .readTree(
                """
                {
                  "7": {"audio": [{"filename": "a.flac", "subfolder": "", "type": "output"}]},
                  "9": {"images": [{"filename": "a.mp4", "subfolder": "", "type": "output"}], "animated": [true]}
                }
                """);

    assertThat(names(made)).containsExactly("a.mp4", "a.flac");
    assertThat(names(made, "7", "9")).containsExactly("a.flac", "a.mp4");
  }

  @Test
  void areNamedByTexts() {
    JsonNode made =
        JsonMapper.shared()
            .readTree(
                """
                {"9": {"images": [{"filename": 5}, {"filename": true}, {"filename": null}, {"filename": "5"}]}}
                """);

    assertThat(names(made)).containsExactly("5");
    assertThat(names(JsonMapper.shared().readTree("{\"9\":{\"images\":[{\"filename\":5}]}}")))
        .isEmpty();
  }

  private static List<String> names(String... wanted) {
    return names(OUTPUTS, wanted);
  }

  private static List<String> names(JsonNode outputs, String... wanted) {
    return new OutputFiles("http://server")
        .addresses(outputs, List.of(wanted)).stream()
            .map(address -> address.replaceAll(".*filename=|&.*", ""))
            .toList();
  }
}
