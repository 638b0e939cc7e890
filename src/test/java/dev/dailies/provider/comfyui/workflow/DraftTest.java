package dev.dailies.provider.comfyui.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.TextWorkflow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workflow without a mapping is given, by what its nodes call their inputs. */
class DraftTest {

  /** Image to video by Wan 2.2, as people have it: two samplers, and one of them adds the noise. */
  private static final String WAN =
      """
      {
        "10": {"class_type": "UNETLoader", "_meta": {"title": "High noise"},
               "inputs": {"unet_name": "high.safetensors"}},
        "20": {"class_type": "LoadImage", "_meta": {"title": "INPUT_IMAGE"},
               "inputs": {"image": "pic1.png"}},
        "21": {"class_type": "CLIPTextEncode", "_meta": {"title": "CLIP Text Encode (Prompt)"},
               "inputs": {"clip": ["10", 0], "text": "a slow pan"}},
        "22": {"class_type": "CLIPTextEncode", "_meta": {"title": "CLIP Text Encode (Prompt)"},
               "inputs": {"clip": ["10", 0], "text": "static, blurred"}},
        "23": {"class_type": "WanImageToVideo", "_meta": {"title": "SIZE"},
               "inputs": {"positive": ["21", 0], "negative": ["22", 0], "width": 832, "height": 480,
                          "length": 81, "batch_size": 1, "start_image": ["20", 0]}},
        "30": {"class_type": "KSamplerAdvanced", "_meta": {"title": "First"},
               "inputs": {"add_noise": "enable", "noise_seed": 1, "positive": ["23", 0],
                          "negative": ["23", 1], "latent_image": ["23", 2], "model": ["10", 0]}},
        "31": {"class_type": "KSamplerAdvanced", "_meta": {"title": "Second"},
               "inputs": {"add_noise": "disable", "noise_seed": 0, "positive": ["23", 0],
                          "negative": ["23", 1], "latent_image": ["30", 0], "model": ["10", 0]}},
        "41": {"class_type": "CreateVideo", "_meta": {"title": "FPS"},
               "inputs": {"images": ["31", 0], "fps": 16.0}},
        "50": {"class_type": "SaveVideo", "_meta": {"title": "Save: it's out"},
               "inputs": {"video": ["41", 0], "filename_prefix": "video/x", "format": "mp4"}},
        "51": {"class_type": "PreviewImage", "inputs": {"images": ["31", 0]}}
      }
      """;

  @TempDir Path folder;

  private Template read(String workflow) throws IOException {
    return TemplateReader.read(Files.writeString(folder.resolve("film.json"), workflow), null);
  }

  private String draft(String workflow) throws IOException {
    Path file = Files.writeString(folder.resolve("film.json"), workflow);
    return TemplateReader.draft(Workflow.read(file));
  }

  private static List<Target> targets(Template template, String name) {
    return template.parameter(name).map(Parameter::targets).orElse(List.of());
  }

  private static @Nullable Target target(Template template, String name) {
    List<Target> all = targets(template, name);
    return all.isEmpty() ? null : all.get(0);
  }

  @Test
  void findsTheColumnsOfAnUsualWorkflow() throws IOException {
    Template film = read(WAN);

    assertThat(film.parameters())
        .extracting(Parameter::name)
        .containsExactly(
            "image", "prompt", "negative_prompt", "seed", "width", "height", "duration");
    assertThat(target(film, "image")).isEqualTo(Target.whole("20", "image"));
    assertThat(target(film, "prompt")).isEqualTo(Target.whole("21", "text"));
    assertThat(target(film, "negative_prompt")).isEqualTo(Target.whole("22", "text"));
    assertThat(targets(film, "seed")).containsExactly(Target.whole("30", "noise_seed"));
    assertThat(target(film, "width")).isEqualTo(Target.whole("23", "width"));
    assertThat(target(film, "duration")).isEqualTo(Target.whole("23", "length"));
    assertThat(film.parameter("duration").orElseThrow().linear())
        .isEqualTo(new LinearScale(new BigDecimal(16), BigDecimal.ONE));
    assertThat(film.parameter("negative_prompt").orElseThrow().required()).isFalse();
    assertThat(film.outputs()).containsExactly("50");
  }

  @Test
  void saysWhyOnEveryLine() throws IOException {
    assertThat(draft(WAN))
        .isEqualTo(
            """
            inputs:
              image: {target: INPUT_IMAGE.image, type: image}   # the column image; the workflow has "pic1.png"
              prompt: '#21.text'   # the column prompt; the text that reaches 'positive'
              negative_prompt: {target: '#22.text', type: string, required: false}   # the column options.negative_prompt; the text that reaches 'negative'
              seed: First.noise_seed   # the column seed; the workflow has 1
              width: SIZE.width   # the column ratio; the workflow has 832
              height: SIZE.height   # the column ratio; the workflow has 480
              duration: {target: SIZE.length, type: integer, times: 16, plus: 1}   # seconds × 16 + 1 frames; the workflow has 81
            output:
              node: 'Save: it''s out'
            """);
  }

  @Test
  void aPlanTellsWhatIsUsed() throws IOException {
    assertThat(read(WAN).assumptions())
        .startsWith(
            "film.json has no mapping, so this one is used; to change it, write it to"
                + " film.mapping.yaml",
            "  inputs:")
        .contains("    node: 'Save: it''s out'");
  }

  @Test
  void placeholdersAreEnough() throws IOException {
    Template text = read(TextWorkflow.JSON);

    assertThat(text.parameters()).extracting(Parameter::name).containsExactly("prompt");
    assertThat(text.assumptions()).isEmpty();
  }

  /** ComfyUI's own marks in a prefix are no placeholders of ours. */
  @Test
  void marksInAPrefixAreNoPlaceholders() throws IOException {
    assertThat(read(WAN.replace("video/x", "video/%width%x%height%")).assumptions()).isNotEmpty();
  }

  @Test
  void followsLinksToWhereAValueStands() throws IOException {
    Template film =
        read(
            WAN.replace("\"text\": \"a slow pan\"", "\"text\": [\"60\", 0]")
                .replace("\"noise_seed\": 1", "\"noise_seed\": [\"61\", 0]")
                .replace("\"fps\": 16.0", "\"fps\": [\"62\", 0]")
                .replace(
                    "\"10\": {",
                    """
                    "60": {"class_type": "PrimitiveStringMultiline", "inputs": {"value": "pan"}},
                    "61": {"class_type": "Seed (rgthree)", "inputs": {"seed": 12}},
                    "62": {"class_type": "PrimitiveFloat", "inputs": {"value": 24.0}},
                    "10": {\
                    """));

    assertThat(target(film, "prompt")).isEqualTo(Target.whole("60", "value"));
    assertThat(targets(film, "seed")).containsExactly(Target.whole("61", "seed"));
    assertThat(film.parameter("duration").orElseThrow().linear().times())
        .isEqualByComparingTo("24");
  }

  /** Flux: a guider, RandomNoise, and no negative. */
  @Test
  void findsTheTextOfAGuider() throws IOException {
    Template flux =
        read(
            """
            {"1": {"class_type": "CLIPTextEncodeFlux", "inputs": {"clip_l": "a", "t5xxl": "a", "clip": ["9", 0]}},
             "2": {"class_type": "FluxGuidance", "inputs": {"conditioning": ["1", 0], "guidance": 3.5}},
             "3": {"class_type": "BasicGuider", "inputs": {"conditioning": ["2", 0], "model": ["9", 0]}},
             "4": {"class_type": "RandomNoise", "inputs": {"noise_seed": 5}},
             "5": {"class_type": "EmptySD3LatentImage", "inputs": {"width": 1024, "height": 768, "batch_size": 1}},
             "6": {"class_type": "SamplerCustomAdvanced", "inputs": {"noise": ["4", 0], "guider": ["3", 0], "latent_image": ["5", 0]}},
             "7": {"class_type": "SaveImage", "inputs": {"images": ["6", 0], "filename_prefix": "f"}},
             "8": {"class_type": "ImageScale", "inputs": {"image": ["6", 0], "width": 64, "height": 64}},
             "9": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "flux"}}}
            """);

    assertThat(targets(flux, "prompt"))
        .containsExactly(Target.whole("1", "clip_l"), Target.whole("1", "t5xxl"));
    assertThat(target(flux, "width")).isEqualTo(Target.whole("5", "width"));
    assertThat(target(flux, "seed")).isEqualTo(Target.whole("4", "noise_seed"));
    assertThat(flux.outputs()).containsExactly("7");
  }

  @Test
  void namesASecondImageByItsUse() throws IOException {
    Template film =
        read(
            """
            {"1": {"class_type": "LoadImage", "inputs": {"image": "end.png"}},
             "2": {"class_type": "LoadImage", "inputs": {"image": "start.png"}},
             "3": {"class_type": "WanFirstLastFrameToVideo",
                   "inputs": {"start_image": ["2", 0], "end_image": ["1", 0]}},
             "4": {"class_type": "LoadAudio", "inputs": {"audio": "a.flac"}},
             "5": {"class_type": "SaveVideo", "inputs": {"video": ["3", 0], "audio": ["4", 0], "filename_prefix": "f"}}}
            """);

    assertThat(target(film, "image")).isEqualTo(Target.whole("2", "image"));
    assertThat(target(film, "end_image")).isEqualTo(Target.whole("1", "image"));
    assertThat(film.parameter("end_image").orElseThrow().required()).isFalse();
    assertThat(film.parameter("audio").orElseThrow().type()).isEqualTo(ParameterType.AUDIO);
  }

  @Test
  void leavesOpenWhichOfSeveralTextsIsThePrompt() throws IOException {
    String two =
        """
        {"1": {"class_type": "CLIPTextEncode", "_meta": {"title": "A"}, "inputs": {"text": "one"}},
         "2": {"class_type": "CLIPTextEncode", "_meta": {"title": "B"}, "inputs": {"text": "two"}},
         "3": {"class_type": "KSampler", "inputs": {"positive": ["1", 0], "seed": 1}},
         "4": {"class_type": "KSampler", "inputs": {"positive": ["2", 0], "seed": 1}},
         "5": {"class_type": "SaveImage", "inputs": {"a": ["3", 0], "b": ["4", 0], "filename_prefix": "f"}}}
        """;

    assertThat(draft(two)).contains("  # prompt: ", "A.text, B.text");
    assertThat(targets(read(two), "prompt")).isEmpty();
    assertThat(targets(read(two), "seed")).hasSize(2);
  }

  @Test
  void theSampleHasADraftToo() throws IOException {
    Template sample = TemplateReader.read(Path.of("sample-data/comfyui/slideshow.json"), null);

    assertThat(sample.parameters())
        .extracting(Parameter::name)
        .containsExactly("image", "width", "height", "duration");
    assertThat(target(sample, "duration")).isEqualTo(Target.whole("11", "amount"));
  }
}
