package dev.dailies.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DownloadedTest {

  @Test
  void hasSixOutcomes() {
    assertThat(Downloaded.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            Downloaded.Saved.class,
            Downloaded.Expired.class,
            Downloaded.TryAgain.class,
            Downloaded.Incomplete.class,
            Downloaded.NotAClip.class,
            Downloaded.StorageFailed.class);
  }

  @Test
  void aSocketThatFindsNoDescriptorStopsTheRun() {
    assertThat(NetworkFailure.judge(new SocketException("Too many open files")))
        .isInstanceOf(Downloaded.StorageFailed.class);
  }

  @Test
  void aReasonIsOneShortLine() {
    assertThat(NetworkFailure.judge(new IOException("a\r\nb\u001b[31m" + "x".repeat(500))))
        .isInstanceOfSatisfying(
            Downloaded.TryAgain.class,
            again -> assertThat(again.reason()).startsWith("a b [31mx").hasSize(200));
  }

  @Test
  void aSourceDoesNotPrintItsUrl() {
    assertThat(new Source("https://example.org/?signature=secret", false).toString())
        .doesNotContain("secret");
  }

  @Test
  void aFileMayBeAsPrivateAsAnyHomeOfItsProvider() {
    List<String> homes = List.of("https://93.184.216.34", "http://10.0.0.5:8188");

    assertThat(Source.of("http://10.0.0.5:8188/view", homes, Map.of(), Set.of()).privateAllowed())
        .isTrue();
    assertThat(
            Source.of("http://10.0.0.5:8188/view", homes.subList(0, 1), Map.of(), Set.of())
                .privateAllowed())
        .isFalse();
  }
}
