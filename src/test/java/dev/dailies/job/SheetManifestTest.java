package dev.dailies.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dailies.cli.Typed;
import dev.dailies.manifest.table.Sheets;
import dev.dailies.settings.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose manifest is an Excel workbook. */
class SheetManifestTest {

  @AutoClose private final StubbedApi api = new StubbedApi();
  @TempDir Path folder;

  private Rehearsal job() throws IOException {
    return new Rehearsal(folder, api.baseUrl()).keyFile();
  }

  private Sheets shots(String... rows) {
    String[] table = new String[rows.length + 1];
    table[0] = "id,prompt,image";
    System.arraycopy(rows, 0, table, 1, rows.length);
    return new Sheets().table("Shots", table);
  }

  @Test
  void paysForNothingAgainWhereOnlyTheFormatChanges() throws IOException {
    Typed csv = job().shots("fox", "owl").type("run");
    shots(Rehearsal.row("fox"), Rehearsal.row("owl")).write(folder.resolve("shots.xlsx"));

    Typed sheet = job().from("shots.xlsx").type("run");

    assertThat(csv.code()).as("%s", csv).isZero();
    assertThat(sheet.code()).as("%s", sheet).isZero();
    assertThat(sheet.out()).contains("Nothing to do");
    assertThat(api.posts()).hasSize(2);
  }

  @Test
  void namesTheRowOfAProblem() throws IOException {
    shots("fox,,https://example.org/cat.jpg", "owl,owl,cat").write(folder.resolve("shots.xlsx"));

    Typed plan = job().from("shots.xlsx").type("plan");

    assertThat(plan.code()).isEqualTo(2);
    assertThat(plan.out()).contains("shots.xlsx:3: error");
  }

  @Test
  void sendsNothingOfAWorkbookThatCannotBeRead() throws IOException {
    shots("fox,fox,").table("Old", "id,prompt", "owl,owl").write(folder.resolve("shots.xlsx"));

    Typed run = job().from("shots.xlsx").type("run");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("shots.xlsx has rows on 2 sheets: Shots, Old;");
    assertThat(api.posts()).isEmpty();
  }

  @Test
  void isFoundWithoutItsName() throws IOException {
    shots("fox,fox,").write(folder.resolve("Night.XLSX"));
    Files.writeString(folder.resolve("~$Night.xlsx"), "Jo");

    assertThat(Target.of("", folder).name()).isEqualTo("Night.XLSX");

    Files.writeString(folder.resolve("b.jsonl"), "{}");
    assertThatThrownBy(() -> Target.of("", folder)).hasMessageContaining("Night.XLSX, b.jsonl");
  }
}
