package dev.dailies.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** HSQLDB says nothing when its log takes nothing any more. */
class CommitProofTest {

  private @TempDir Path folder;
  private Path log;
  private CommitProof proof;

  @BeforeEach
  void begin() throws IOException {
    log = Files.writeString(folder.resolve("ledger.log"), "INSERT 'before'\n");
    proof = new CommitProof(log);
  }

  @Test
  void whatIsInTheLogIsProven() throws IOException {
    long mark = proof.mark();
    Files.writeString(log, "INSERT 'it'\nINSERT 'other'\n", StandardOpenOption.APPEND);

    assertThatCode(() -> proof.check(mark, "it")).doesNotThrowAnyException();
  }

  @Test
  void whatIsNotInItIsNot() throws IOException {
    long mark = proof.mark();
    assertThatThrownBy(() -> proof.check(mark, "before"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the ledger cannot be written");

    Files.writeString(log, "INSERT 'other'\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> proof.check(mark, "it")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aLogThatIsGoneProvesNothing() throws IOException {
    long mark = proof.mark();
    Files.delete(log);

    assertThatThrownBy(() -> proof.check(mark, "it")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aNewLogHasLeftTheOldOneInTheDataFile() throws IOException {
    long mark = proof.mark();
    Files.writeString(log, "");

    assertThatCode(() -> proof.check(mark, "it")).doesNotThrowAnyException();
  }

  @Test
  void aRealDatabaseProvesItsCommits() {
    EmbeddedDatabase database = new EmbeddedDatabase(folder);
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    jdbc.sql("set files write delay false").update();
    jdbc.sql("create cached table t (id varchar(36) primary key)").update();
    long mark = database.proof().mark();
    jdbc.sql("insert into t values ('0b52bb4a-f5a2')").update();

    assertThatCode(() -> database.proof().check(mark, "0b52bb4a-f5a2")).doesNotThrowAnyException();
    assertThat(database.proof().mark()).isGreaterThan(mark);
    jdbc.sql("shutdown").update();
  }
}
