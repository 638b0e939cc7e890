package dev.dailies.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body whose connection we cut ourselves, and whose stream then says that it is over. */
@Timeout(20)
class BodyTest {

  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);

  @AutoClose private final Watchdog watchdog = new Watchdog();
  private volatile boolean isCut;

  /** Ends, as a stream over TLS may, when its connection is closed under it; hears no interrupt. */
  private final InputStream content =
      new InputStream() {
        @Override
        public int read() {
          while (!isCut) {
            Thread.onSpinWait();
          }
          return -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
          return read();
        }
      };

  private Body body() {
    return new Body(
        new Unpacked(content, new Packing(List.of())), watchdog.watch(() -> isCut = true));
  }

  @Test
  void isNotOverBecauseItWasSilentForTooLong() {
    try (Body body = body()) {
      assertThat(body.next(MOMENT.toNanos())).isInstanceOf(Body.Piece.TimedOut.class);
    }
  }

  @Test
  void isNotOverBecauseItsReaderWasInterrupted() {
    Thread.currentThread().interrupt();
    try (Body body = body()) {
      assertThat(body.next(LONG.toNanos()))
          .isInstanceOfSatisfying(
              Body.Piece.Broken.class,
              broken -> assertThat(broken.cause()).isInstanceOf(InterruptedException.class));
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void isOverWhenItsStreamIs() {
    isCut = true;
    try (Body body = body()) {
      assertThat(body.next(LONG.toNanos())).isInstanceOf(Body.Piece.End.class);
    }
  }
}
