package dev.dailies.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FetchedTest {

  @Test
  void hasSixOutcomes() {
    assertThat(Fetched.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            Fetched.Saved.class,
            Fetched.Expired.class,
            Fetched.TryAgain.class,
            Fetched.Incomplete.class,
            Fetched.NotAClip.class,
            Fetched.StorageFailed.class);
  }

  @Test
  void aSocketThatFindsNoDescriptorStopsTheRun() {
    assertThat(NetworkFailure.judge(new SocketException("Too many open files")))
        .isInstanceOf(Fetched.StorageFailed.class);
  }

  @Test
  void aReasonIsOneShortLine() {
    assertThat(NetworkFailure.judge(new IOException("a\r\nb\u001b[31m" + "x".repeat(500))))
        .isInstanceOfSatisfying(
            Fetched.TryAgain.class,
            again -> assertThat(again.reason()).startsWith("a b [31mx").hasSize(201));
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
