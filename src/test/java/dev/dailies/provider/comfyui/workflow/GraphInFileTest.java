package dev.dailies.provider.comfyui.workflow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture or a clip that ComfyUI has made is its workflow, too. */
class GraphInFileTest {

  private static final String GRAPH =
      "{\"1\": {\"inputs\": {\"text\": \"ein \u00e4 \\u00fc\", \"cfg\": 1.5}, \"class_type\":"
          + " \"A\", \"_meta\": {\"title\": \"T\"}, \"is_changed\": [NaN]}, \"2\": {\"inputs\":"
          + " {\"x\": [\"1\", 0], \"filename_prefix\": \"f\"}, \"class_type\": \"Save\"}}";

  /** What the editor saves, which stands there too. */
  private static final String EDITORS =
      "{\"id\": \"w\", \"nodes\": [{\"id\": 1, \"type\": \"A\", \"inputs\": []}], \"links\": []}";

  @TempDir Path folder;

  private Workflow read(byte[] file) throws IOException {
    return Workflow.read(Files.write(folder.resolve("made.bin"), file));
  }

  private void assertThatItHoldsTheGraph(byte[] file) throws IOException {
    Workflow found = read(file);

    assertThat(found.ids()).containsExactly("1", "2");
    assertThat(found.title("1")).isEqualTo("T");
    assertThat(found.inputs("1").path("text").asString()).isEqualTo("ein \u00e4 \u00fc");
    assertThat(found.graph().path("1").has("is_changed")).isFalse();
  }

  @Test
  void inThePicturesText() throws IOException {
    var png = new ByteArrayOutputStream();
    png.write("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
    png.write(chunk("IHDR", new byte[13]));
    png.write(chunk("tEXt", ("workflow\0" + EDITORS).getBytes(UTF_8)));
    png.write(chunk("tEXt", ("prompt\0" + GRAPH).getBytes(UTF_8)));
    png.write(chunk("IDAT", noise(50_000)));
    png.write(chunk("IEND", new byte[0]));

    assertThatItHoldsTheGraph(png.toByteArray());
  }

  private static byte[] chunk(String type, byte[] data) {
    var crc = new CRC32();
    crc.update(type.getBytes(ISO_8859_1));
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(type.getBytes(ISO_8859_1))
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  @Test
  void inAnExifChunkAtTheEnd() throws IOException {
    var webp = new ByteArrayOutputStream();
    webp.write("RIFF????WEBPVP8X".getBytes(ISO_8859_1));
    webp.write(noise(40_000));
    webp.write("EXIF????MM\0*\0\0\0\b".getBytes(ISO_8859_1));
    webp.write(("workflow:" + EDITORS + "\0prompt:" + GRAPH + "\0").getBytes(UTF_8));

    assertThatItHoldsTheGraph(webp.toByteArray());
  }

  /** The index of a clip stands at its end, behind more than is read from its beginning. */
  @Test
  void behindALongClip() throws IOException {
    var mp4 = new ByteArrayOutputStream();
    mp4.write("\0\0\0\u0014ftypisom\0\0\0\0isom".getBytes(ISO_8859_1));
    mp4.write(noise(9 * 1024 * 1024));
    mp4.write("moovudtametakeys\0mdtaprompt\0mdtaworkflow\0ilstdata".getBytes(ISO_8859_1));
    mp4.write((GRAPH + "\0\0data" + EDITORS).getBytes(UTF_8));

    assertThatItHoldsTheGraph(mp4.toByteArray());
  }

  @Test
  void inTheTagsOfAWebm() throws IOException {
    var webm = new ByteArrayOutputStream();
    webm.write("\u001aE\u00df\u00a3webm".getBytes(ISO_8859_1));
    webm.write(("PROMPTD\u0087" + GRAPH + "\u001fC").getBytes(UTF_8));
    webm.write(noise(3_000));

    assertThatItHoldsTheGraph(webm.toByteArray());
  }

  @Test
  void refusesAFileWithoutOne() {
    byte[] cut = ("\u0089PNG prompt\0" + GRAPH.substring(0, 60)).getBytes(ISO_8859_1);

    for (byte[] file : new byte[][] {noise(2_000), cut, ("\u0089PNG" + EDITORS).getBytes(UTF_8)}) {
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("made.bin: no workflow of ComfyUI is in this file");
    }
  }

  private static byte[] noise(int bytes) {
    byte[] noise = new byte[bytes];
    for (int n = 0; n < bytes; n++) {
      noise[n] = (byte) (n * 31 + 200);
    }
    return noise;
  }
}
