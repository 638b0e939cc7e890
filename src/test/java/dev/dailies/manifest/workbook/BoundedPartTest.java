package dev.dailies.manifest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class BoundedPartTest {

  private static final int MB = 1024 * 1024;

  private static InputStream part(byte[] content, long most) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return new BoundedPart(new ByteArrayInputStream(content), most, sum.getValue());
  }

  @Test
  void givesWhatWasPacked() throws IOException {
    assertThat(part(new byte[] {1, 2, 3}, 3).readAllBytes()).containsExactly(1, 2, 3);
    assertThat(part(new byte[] {-1}, 3).read()).isEqualTo(255);
  }

  @Test
  void endsBehindItsBound() {
    assertThatThrownBy(() -> part(new byte[MB + 1], MB).readAllBytes())
        .hasMessage("is far larger than it looks (over 1 MB unpacked); save its rows as CSV UTF-8");
  }

  @Test
  void endsWhereItIsNotWhatWasPacked() {
    InputStream other = new BoundedPart(new ByteArrayInputStream(new byte[3]), MB, 7);

    assertThatThrownBy(other::readAllBytes)
        .isInstanceOf(UnreadableWorkbookException.class)
        .hasMessageContaining("it was changed since it was saved");
  }
}
