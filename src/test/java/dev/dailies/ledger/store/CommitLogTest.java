package dev.dailies.ledger.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitLogTest {

  private static final String WHOLE = "INSERT INTO T VALUES(1)\nCOMMIT\n";

  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "COMM", "\0\0\0\0", "INSERT\1\u00e9"})
  void cutsOffALineThatWasNeverFinished(String torn) throws IOException {
    assertThat(afterwards(WHOLE + torn)).isEqualTo(WHOLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INS\0ERT\n", "\1\n", "DELETE\u00e9\n", "COMMIT\n\0\n"})
  void refusesWhatTheDatabaseWouldNeverWrite(String harmed) {
    assertThatThrownBy(() -> afterwards(WHOLE + harmed + WHOLE))
        .isInstanceOf(UntrustedLedgerException.class)
        .hasMessageContaining("ledger.log is harmed at byte");
  }

  @Test
  void needsNoLog() throws IOException {
    new CommitLog(folder.resolve("ledger.log")).makeReplayable();

    assertThat(folder).isEmptyDirectory();
  }

  private String afterwards(String text) throws IOException {
    Path log = Files.writeString(folder.resolve("ledger.log"), text, ISO_8859_1);
    new CommitLog(log).makeReplayable();
    return Files.readString(log, ISO_8859_1);
  }
}
