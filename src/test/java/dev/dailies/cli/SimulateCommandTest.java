package dev.dailies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SimulateCommandTest {

  @Test
  void saysWhichPortToTryWhereOneIsTaken() throws IOException {
    try (ServerSocket other =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      Typed typed = FrontDoor.type("simulate", "--port", "" + other.getLocalPort());

      assertThat(typed.code()).as("%s", typed).isEqualTo(2);
      assertThat(typed.err())
          .startsWith(
              "dailies: the simulator cannot listen on 127.0.0.1:" + other.getLocalPort() + " (")
          .endsWith("); add --port 8787, or --port 0 for any free one\n");
    }
  }
}
