package dev.dailies.job.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.Certificates;
import dev.dailies.job.Canary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a provider does: nothing is paid for twice, nothing is lost, no file is wrong, no run
 * hangs, and nobody writes the key down.
 */
@Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
@Isolated("takes what this process writes to its console")
class FaultSuiteTest {

  private static final SSLContext USUAL = usual();
  private static final PrintStream ERR = System.err;
  private static final FaultTally TALLY = new FaultTally();

  @TempDir Path folder;

  private static SSLContext usual() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @BeforeAll
  static void trustTheServersAuthority() {
    SSLContext.setDefault(Certificates.trusting());
  }

  @AfterAll
  static void tell() {
    SSLContext.setDefault(USUAL);
    System.out.print(TALLY);
  }

  @BeforeEach
  void keepWhatIsLogged() throws IOException {
    System.setErr(new PrintStream(log().toFile(), UTF_8));
  }

  @AfterEach
  void logAsUsual() {
    System.err.close();
    System.setErr(ERR);
  }

  private Path log() {
    return folder.resolve("log");
  }

  @Test
  void oneFaultOfEachKindAtEachPlaceDoesNoHarm() throws IOException {
    meet(FaultCell.oneOfEachKind());
  }

  /** What is free ends delivered if a later try would bring it: nobody is asked. */
  @Test
  void whateverHappensOnceToAFileTheSameRunDeliversIt() throws IOException {
    try (FaultTrial trial = meet(FaultCell.passingAtTheFile())) {
      assertThat(trial.exits()).containsExactly(0, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("chaos")
  void everyFaultLeadsToItsExit(Fate fate) throws IOException {
    try (FaultTrial trial = meet(FaultCell.with(fate))) {
      assertThat(trial.exits()).containsExactly(fate.exit(), fate.exitAfterwards());
    }
  }

  private FaultTrial meet(List<FaultCell> cells) throws IOException {
    try (FaultTrial trial = new FaultTrial(folder.resolve("job"), cells)) {
      List<FaultFinding> findings = trial.run();
      TALLY.add(findings);
      assertThat(findings)
          .hasSameSizeAs(cells)
          .allSatisfy(finding -> assertThat(finding.deviations()).as("%s", finding).isEmpty());
      assertThatNobodyWroteTheKeyDown(trial.output());
      return trial;
    }
  }

  /** The ledger and its copies hold whole addresses, and so does the manifest of what failed. */
  private void assertThatNobodyWroteTheKeyDown(Path output) {
    System.err.flush();
    assertThat(log()).isNotEmptyFile();
    assertThat(output.resolve("results.csv")).isNotEmptyFile();
    assertThat(nests(FaultTrial.KEY, output)).isEmpty();
    assertThat(nests(FaultServer.SIGNATURE, output))
        .allMatch(nest -> nest.matches(".*/(\\.dailies/(db|copy-[12])/.*|failures\\.csv: .*)"));
  }

  private List<String> nests(String secret, Path output) {
    Canary canary = new Canary(secret);
    return Stream.of(log(), output).flatMap(root -> canary.nests(root).stream()).toList();
  }
}
