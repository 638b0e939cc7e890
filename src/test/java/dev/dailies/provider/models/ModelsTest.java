package dev.dailies.provider.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.provider.Operation;
import dev.dailies.provider.cometapi.CometapiFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

  private final Path folder;

  ModelsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void keepsTheFormatsApart() throws IOException {
    Models models =
        with("{\"operation\":\"image_to_video\",\"format\":\"compat\",\"model\":\"m\"}");

    assertThat(models.in("compat").find(Operation.IMAGE_TO_VIDEO, "m")).isPresent();
    assertThat(models.in("official").find(Operation.IMAGE_TO_VIDEO, "m")).isEmpty();
    assertThat(models.in("official").usual(Operation.TEXT_TO_VIDEO)).isEmpty();
  }

  @Test
  void aModelWithoutAFormatIsInAllOfThem() throws IOException {
    Models models = with("{\"operation\":\"image_to_video\",\"model\":\"m\",\"usd\":1}");

    assertThat(models.in("compat").find(Operation.IMAGE_TO_VIDEO, "m")).isPresent();
    assertThat(models.in("official").find(Operation.IMAGE_TO_VIDEO, "m")).isPresent();
  }

  private Models with(String model) throws IOException {
    Path own = folder.resolve("own.json");
    Files.writeString(own, "{\"checked\":\"2026-11-20\",\"models\":[" + model + "]}");
    return Models.load(CometapiFactory.class, own);
  }
}
