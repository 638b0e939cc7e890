package dev.dailies.job;

import static dev.dailies.ledger.TaskState.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What clips are called, in whole runs. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class OutputNameTest {

  private static final String HEADER = "id,prompt,image,takes";
  private static final String IMAGE = ",https://example.org/cat.jpg,";

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job(String template) {
    return new Rehearsal(folder, api.baseUrl()).set("output-name", template);
  }

  @Test
  void aSecondClipNeverReplacesTheFirst() {
    Rehearsal job =
        job("{prompt:20}")
            .manifest(
                HEADER,
                "one,a-cat" + IMAGE + "2",
                "two,A-CAT" + IMAGE + "1",
                "three,con" + IMAGE + "1")
            .set("download.concurrency", "1");
    api.looks("con", StubbedApi.succeededTwice());

    Ran ran = job.run();

    assertThat(ran.count(DELIVERED)).isEqualTo(4);
    assertThat(names(ran, "three")).containsExactly("_con.mp4", "_con~2.mp4");
    assertThat(List.of(names(ran, "one"), names(ran, "two")))
        .isIn(
            List.of(List.of("a-cat.mp4"), List.of("A-CAT-two.mp4")),
            List.of(List.of("a-cat-one.mp4"), List.of("A-CAT.mp4")));
    assertThat(names(ran, "one@2")).containsExactly("a-cat@2.mp4");
    ran.queries()
        .keySet()
        .forEach(name -> names(ran, name).forEach(file -> assertThat(job.file(file)).exists()));
  }

  @Test
  void aNameIsDecidedOnce() {
    api.clips("shot-01", StubbedApi.error(503, "down"));
    Ran first = job("first-{id}").rows(1).api("give-up-after", "1s").run();
    api.clips("shot-01", StubbedApi.clip(2_000));

    Ran second = job("second-{id}").rows(2).run();

    assertThat(first.count(DELIVERED)).isZero();
    assertThat(names(second, "shot-01")).containsExactly("first-shot-01.mp4");
    assertThat(names(second, "shot-02")).containsExactly("second-shot-02.mp4");
  }

  @Test
  void takesAndOutputsGoWhereTheTemplateWantsThem() {
    api.looks("cat", StubbedApi.succeededTwice());
    Ran ran = job("{id}_t{take}_{n}").manifest(HEADER, "one,cat" + IMAGE + "2").run();

    assertThat(names(ran, "one")).containsExactly("one_t1_1.mp4", "one_t1_2.mp4");
    assertThat(names(ran, "one@2")).containsExactly("one_t2_1.mp4", "one_t2_2.mp4");
  }

  @Test
  void aBadTemplateIsToldBeforeAnythingIsOpened() {
    assertThatThrownBy(() -> job("{id}/{shot}").rows(1).open())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("dailies.output-name")
        .hasMessageContaining("{id}/{shot}")
        .hasMessageContaining("use {id}, {take}");
  }

  private static List<String> names(Ran ran, String task) {
    return ran.view(task).outputs().stream()
        .map(Output::file)
        .map(Objects::requireNonNull)
        .map(DeliveredFile::name)
        .toList();
  }
}
