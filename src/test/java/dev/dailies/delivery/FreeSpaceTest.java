package dev.dailies.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** One sentence says that a disk is full, whoever fills it. */
class FreeSpaceTest {

  private static final DataSize MORE_THAN_THERE_IS = DataSize.ofTerabytes(8000);

  @TempDir Path folder;

  @Test
  void neverWants0MB() {
    Disk full =
        new Disk() {
          @Override
          long usable(Path folder) {
            return 1000;
          }
        };

    assertThatThrownBy(() -> new FreeSpace(full, folder, DataSize.ofBytes(0), 20_000))
        .hasMessage("the disk is full: 0 MB are free, 1 MB are wanted");
  }

  @Test
  void namesTheDiskAndWhatIsKeptOfIt() throws IOException {
    assertThat(FreeSpace.shortage("the disk of out", folder, 1, MORE_THAN_THERE_IS))
        .hasValueSatisfying(
            told ->
                assertThat(told)
                    .matches(
                        "the disk of out is full: \\d+ MB are free, 1 MB are wanted, and Dailies"
                            + " keeps 8388608000 MB of it free for the ledger"
                            + " \\(download\\.keep-free\\)"));
    assertThat(FreeSpace.shortage("the disk of out", folder, 1, DataSize.ofBytes(0))).isEmpty();
    assertThat(FreeSpace.shortage(folder, MORE_THAN_THERE_IS))
        .hasValueSatisfying(told -> assertThat(told).doesNotContain("wanted"));
  }
}
