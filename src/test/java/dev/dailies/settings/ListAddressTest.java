package dev.dailies.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.web.WebAddress;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a, https://elsewhere.example/b, true",
    "https://example.org/a, http://example.org/b, false",
    "https://example.org/a, http://127.0.0.1:8080/b, false",
    "https://example.org/a, http://[::1]/b, false",
    "http://localhost/a, http://127.0.0.1:8080/b, true",
    "http://localhost/a, https://example.org/b, true",
    "http://localhost/a, http://example.org/b, false"
  })
  void leadsNowhereUnencryptedNorFromElsewhereToThisMachine(
      String from, String to, boolean follows) {
    assertThat(ListAddress.mayLead(address(from), address(to))).isEqualTo(follows);
  }

  private static WebAddress address(String text) {
    return Objects.requireNonNull(WebAddress.parse(text));
  }
}
