package dev.dailies.provider.comfyui.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.provider.AShot;
import dev.dailies.provider.Shot;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a workflow and its mapping may be, and what becomes of a row in them. */
class TemplateTest {

  private static final String GRAPH =
      """
      {"1": {"class_type": "TextEncode", "inputs": {"text": "old", "clip": ["2", 0]},
             "_meta": {"title": "Words"}},
       "2": {"class_type": "Loader", "inputs": {"name": "m.safetensors"},
             "_meta": {"title": "Twin"}},
       "3": {"class_type": "Sampler", "inputs": {"seed": 1, "cfg": 1.5, "on": true, "w.h": 832,
             "tall": 480, "words": ["1", 0]}, "_meta": {"title": "Twin"}},
       "9": {"class_type": "Save", "inputs": {"video": ["3", 0], "filename_prefix": "x"},
             "_meta": {"title": "Out"}}}
      """;

  @TempDir Path folder;

  private Template read(String workflow, @Nullable String mapping) throws IOException {
    Path file = Files.writeString(folder.resolve("film.json"), workflow);
    return TemplateReader.read(
        file,
        mapping == null ? null : Files.writeString(folder.resolve("film.mapping.yaml"), mapping));
  }

  private Template mapped(String... inputs) throws IOException {
    return read(GRAPH, "inputs:\n  " + String.join("\n  ", inputs));
  }

  private static JsonNode filled(Template template, Shot shot) {
    Map<String, Object> given = ShotValues.of(shot, template);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    template
        .parameters()
        .forEach(one -> one.value(given).ifPresent(value -> values.put(one.name(), value)));
    return template.fill(values, "dailies/here");
  }

  private static AShot shot() {
    return AShot.imageToVideo().image(null);
  }

  @Test
  void fillsInByTitleAndById() throws IOException {
    Template template = mapped("prompt: Words.text", "seed: '#3.seed'", "width: '#3.w.h'");

    JsonNode graph =
        filled(template, shot().prompt("a \"cat\"\n%").seed(7).ratio("640:360").build());

    assertThat(graph.at("/1/inputs/text").asString()).isEqualTo("a \"cat\"\n%");
    assertThat(graph.at("/3/inputs/seed").asInt()).isEqualTo(7);
    assertThat(graph.at("/3/inputs/w.h").asInt()).isEqualTo(640);
    assertThat(graph.at("/9/inputs/filename_prefix").asString()).isEqualTo("dailies/here");
    assertThat(template.workflow().graph().at("/1/inputs/text").asString()).isEqualTo("old");
  }

  @Test
  void fillsInSeveralInputsAtOnce() throws IOException {
    JsonNode graph =
        filled(mapped("prompt: [Words.text, '#2.name']"), shot().prompt("cat").build());

    assertThat(graph.at("/1/inputs/text").asString()).isEqualTo("cat");
    assertThat(graph.at("/2/inputs/name").asString()).isEqualTo("cat");
  }

  @Test
  void keepsSeedsThatALongCannotHold() throws IOException {
    BigInteger largest = new BigInteger("18446744073709551615");
    Shot shot = shot().options(Map.of("seed", largest)).build();

    assertThat(filled(mapped("seed: Twin.seed"), shot).at("/3/inputs/seed").bigIntegerValue())
        .isEqualTo(largest);
    String big = GRAPH.replace("\"seed\": 1", "\"seed\": " + largest);
    assertThat(filled(read(big, "inputs: {prompt: Words.text}"), shot).toString())
        .contains("\"seed\":" + largest);
  }

  @Test
  void givesEachTakeASeedOfItsOwnAndTheSameOneEveryTime() throws IOException {
    Template template = mapped("seed: Twin.seed");

    long first = filled(template, shot().build()).at("/3/inputs/seed").asLong();

    assertThat(filled(template, shot().build()).at("/3/inputs/seed").asLong()).isEqualTo(first);
    assertThat(filled(template, take(2)).at("/3/inputs/seed").asLong()).isNotEqualTo(first);
  }

  private static Shot take(int take) {
    Shot s = shot().build();
    return new Shot(
        s.id(),
        take,
        s.operation(),
        s.prompt(),
        null,
        null,
        s.references(),
        null,
        null,
        null,
        null,
        null,
        null,
        s.options());
  }

  @Test
  void turnsSecondsIntoFrames() throws IOException {
    Template template = mapped("duration: {target: Twin.seed, type: integer, times: 16, plus: 1}");

    assertThat(filled(template, shot().duration(5).build()).at("/3/inputs/seed").asInt())
        .isEqualTo(81);
  }

  @ParameterizedTest
  @CsvSource({"640:360,640,360", "16:9,848,480", "1:1,624,624", "9:16,480,848", "21:9,960,416"})
  void makesASizeOfARatio(String ratio, int width, int height) throws IOException {
    Template template = mapped("width: '#3.w.h'", "height: '#3.tall'");

    JsonNode graph = filled(template, shot().ratio(ratio).build());

    assertThat(graph.at("/3/inputs/w.h").asInt()).isEqualTo(width);
    assertThat(graph.at("/3/inputs/tall").asInt()).isEqualTo(height);
  }

  @Test
  void replacesWholePlaceholdersByTypedValuesAndOthersAsText() throws IOException {
    String graph =
        GRAPH
            .replace("\"old\"", "\"film: %prompt%, %tone%\"")
            .replace("\"seed\": 1", "\"seed\": \"%seed%\"")
            .replace("1.5", "\"%cfg%\"")
            .replace("true", "\"%on%\"");
    Shot shot =
        shot()
            .prompt("say \"hi\"")
            .seed(7)
            .options(Map.of("cfg", new BigDecimal("2.5"), "on", false, "tone", "warm"))
            .build();

    JsonNode filled = filled(read(graph, null), shot);

    assertThat(filled.at("/1/inputs/text").asString()).isEqualTo("film: say \"hi\", warm");
    assertThat(filled.at("/3/inputs/seed").isIntegralNumber()).isTrue();
    assertThat(filled.at("/3/inputs/cfg").asDouble()).isEqualTo(2.5);
    assertThat(filled.at("/3/inputs/on").isBoolean()).isTrue();
    assertThat(filled.toString()).doesNotContain("%");
  }

  @Test
  void aMappingMayBeJson() throws IOException {
    assertThat(read(GRAPH, "{\"inputs\": {\"prompt\": \"Words.text\"}}").parameters()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[] ~ film.json ~ Export (API)",
        "{} ~ film.json ~ Export (API)",
        "{\"nodes\":[],\"links\":[]} ~ film.json ~ as the editor saves it",
        "{\"1\":{\"inputs\":{}}} ~ node #1 ~ class_type",
        "{\"1\":{\"class_type\":\"A\"}} ~ A #1 ~ has no inputs",
        "{\"1\":{\"class_type\":\"A\",\"inputs\":{\"x\":[\"8\",0]}}} ~ A #1.x ~ node #8",
        "{\"1\": ~ film.json ~ not JSON",
        "{\"1\":{},\"1\":{}} ~ film.json ~ not JSON"
      })
  void refusesWhatIsNoWorkflow(String workflow, String where, String what) {
    assertThatThrownBy(() -> read(workflow, "inputs: {prompt: A.x}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(where)
        .hasMessageContaining(what)
        .hasMessageContaining("film.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "inputs: {prompt: Wrods.text} ~ inputs.prompt: 'Wrods.text' ~ TextEncode #1 (Words)",
        "inputs: {prompt: Words.txt} ~ names no input of TextEncode #1 (Words) ~ text, clip",
        "inputs: {prompt: Words.clip} ~ is linked ~ holds a value",
        "inputs: {prompt: Words} ~ names a node, TextEncode #1 (Words), and none ~ 'Words.text'",
        "inputs: {prompt: Nix} ~ inputs.prompt ~ names no node",
        "inputs: {prompt: Twin.seeds} ~ names no input ~ name",
        "inputs: {prompt: {type: string}} ~ inputs.prompt has no target ~ TITLE.input",
        "inputs: {prompt: {target: Words.text, type: txt}} ~ type is 'txt' ~ string, integer",
        "inputs: {prompt: {target: Words.text, typ: string}} ~ has no 'typ' ~ required, target",
        "inputs: {n: {target: Twin.seed, times: x}} ~ inputs.n.times is no number ~ number",
        "input: {prompt: Words.text} ~ has no 'input' ~ inputs, output",
        "inputs: {prompt: Words.text, n: Words.text} ~ two values ~ TextEncode #1 (Words).text",
        "inputs: {n: Out.filename_prefix} ~ two values ~ Save #9 (Out).filename_prefix",
        "{inputs: {prompt: Words.text}, output: {node: Twin}} ~ several nodes ~ '#2' or '#3'",
        "{inputs: {prompt: Words.text}, output: {node: Nix}} ~ output.node ~ names no node",
        "{inputs: {prompt: Words.text}, output: {prefix: Out.nix}} ~ output.prefix ~ video",
        "inputs: {prompt: #1.text} ~ film.mapping.yaml ~ quote",
        "inputs: [a] ~ inputs ~ not a list of names",
        "just words ~ the mapping ~ not a list of names",
        "output: {node: Out} ~ nothing of a row ~ %prompt%"
      })
  void refusesAMappingThatDoesNotFit(String mapping, String what, String fix) {
    assertThatThrownBy(() -> read(GRAPH, mapping))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("film.mapping.yaml: ")
        .hasMessageContaining(what)
        .hasMessageContaining(fix);
  }

  /** After # all is a comment, so there is no target. */
  @Test
  void saysToQuoteATargetThatBeginsLikeAComment() {
    assertThatThrownBy(() -> mapped("prompt: #1.text"))
        .hasMessageContaining("inputs.prompt has no target; put one that begins with # in quotes");
  }

  @Test
  void refusesATitleThatSeveralNodesHaveWithThatInput() {
    String twins = GRAPH.replace("\"name\":", "\"seed\":");

    assertThatThrownBy(() -> read(twins, "inputs: {seed: Twin.seed}"))
        .hasMessageContaining("Loader #2 (Twin), Sampler #3 (Twin)")
        .hasMessageContaining("'#2.input' or '#3.input'");
  }

  @ParameterizedTest
  @CsvSource({
    "1.text, /1/inputs/text",
    "TextEncode.text, /1/inputs/text",
    "textencode.text, /1/inputs/text",
    "words.text, /1/inputs/text",
    "WORDS.text, /1/inputs/text",
    "3.w.h, /3/inputs/w.h",
    "Sampler.w.h, /3/inputs/w.h",
  })
  void takesIdsAndClassesThatAreUnique(String target, String place) throws IOException {
    JsonNode graph =
        filled(
            mapped("x: {target: " + target + ", type: string}"),
            shot().options(Map.of("x", "new")).build());

    assertThat(graph.at(place).asString()).isEqualTo("new");
  }

  /** A title is what the user has chosen: it goes before an id or a class of the same letters. */
  @Test
  void aTitleGoesBeforeAnIdOrAClass() throws IOException {
    String named = GRAPH.replace("\"title\": \"Words\"", "\"title\": \"3\"");

    assertThat(read(named, "inputs: {prompt: 3.text}").parameters().get(0).targets())
        .containsExactly(Target.whole("1", "text"));
  }

  @Test
  void refusesAClassThatSeveralNodesHaveWithThatInput() {
    String twins = GRAPH.replace("\"class_type\": \"Loader\"", "\"class_type\": \"Sampler\"");

    assertThatThrownBy(() -> read(twins, "{inputs: {prompt: Words.text}, output: {node: Sampler}}"))
        .hasMessageContaining("'#2' or '#3'");
  }

  @Test
  void savesWhatSaversKeepAndNoPreview() throws IOException {
    String ends =
        GRAPH.replace(
            "{\"1\":",
            "{\"8\":{\"class_type\":\"PreviewImage\",\"inputs\":{}},"
                + "\"7\":{\"class_type\":\"VHS_VideoCombine\",\"inputs\":"
                + "{\"filename_prefix\":\"p\",\"save_output\":false}},\"6\":{\"class_type\":\"SaveAudio\",\"inputs\":{\"filename_prefix\":\"p\"}},"
                + " \"1\":");

    assertThat(read(ends, "inputs: {prompt: Words.text}").outputs()).containsExactly("6", "9");
    assertThat(read(ends, "{inputs: {prompt: Words.text}, output: {node: Out}}").outputs())
        .containsExactly("9");
  }

  @Test
  void refusesAWorkflowWithSeveralEndsOfWhichNoneSaves() {
    String two =
        GRAPH
            .replace("{\"1\":", "{\"8\":{\"class_type\":\"Preview\",\"inputs\":{}}, \"1\":")
            .replace("filename_prefix", "name");

    assertThatThrownBy(
            () -> read(two, "{inputs: {prompt: Words.text}, output: {prefix: Out.name}}"))
        .hasMessageContaining("Preview #8, Save #9 (Out)")
        .hasMessageContaining("output.node");
  }

  @Test
  void refusesAWorkflowWhoseFilesCannotBeNamed() {
    assertThatThrownBy(
            () -> read(GRAPH.replace("filename_prefix", "name"), "inputs: {prompt: Words.text}"))
        .hasMessageContaining("filename_prefix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"film.json", "film.mapping.yaml"})
  void namesTheFileThatIsNotThere(String missing) throws IOException {
    Path workflow = folder.resolve("film.json");
    Path mapping = folder.resolve("film.mapping.yaml");
    Files.writeString(workflow, GRAPH);
    Files.writeString(mapping, "inputs: {prompt: Words.text}");
    Files.delete(folder.resolve(missing));

    assertThatThrownBy(() -> TemplateReader.read(workflow, mapping))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(missing);
  }

  @Test
  void theSampleIsAWorkflowWithAMapping() {
    Path folder = Path.of("sample-data/comfyui");

    Template sample =
        TemplateReader.read(
            folder.resolve("slideshow.json"), folder.resolve("slideshow.mapping.yaml"));

    assertThat(sample.parameters())
        .extracting(Parameter::name)
        .containsExactly("image", "width", "height", "duration", "fps");
    assertThat(sample.outputs()).containsExactly("31");
    assertThat(sample.usualSize()).isEqualTo(new Size(480, 272));
  }
}
