package dev.dailies.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.dailies.delivery.Downloads.local;
import static dev.dailies.delivery.Downloads.namesIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a disk may do, and what may lie in wait on it. */
class DiskTest {

  private static final byte[] CLIP = Mp4.clip(400_000);

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private final Path folder;

  DiskTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void serve() {
    SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody(CLIP)));
  }

  @Test
  void namesAClipOnlyAfterItIsDurable() {
    FaultyDisk disk = new FaultyDisk("");

    assertThat(download(disk)).isInstanceOf(Downloaded.Saved.class);
    assertThat(disk.calls)
        .containsExactly(
            "delete", "create", "write", "write", "force", "rename", "forceFolder", "delete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "write", "force", "rename"})
  void leavesNothingWhenTheDiskFailsTo(String call) {
    FaultyDisk disk = new FaultyDisk(call);

    assertThat(download(disk))
        .isInstanceOfSatisfying(
            Downloaded.StorageFailed.class,
            failed -> {
              assertThat(failed.reason())
                  .isEqualTo("cannot store shot-001: No space left on device");
              assertThat(failed.cause()).isSameAs(disk.failure);
            });
    assertThat(namesIn(folder)).isEmpty();
  }

  @Test
  void isNotSureOfANameThatIsNotDurable() {
    assertThat(download(new FaultyDisk("forceFolder")))
        .isInstanceOf(Downloaded.StorageFailed.class);
    assertThat(namesIn(folder)).containsExactly("shot-001.mp4");
    assertThat(download(new Disk())).isInstanceOf(Downloaded.Saved.class);
  }

  @Test
  void saysSoWhenTheDiskFailsToDelete() {
    assertThat(download(new FaultyDisk("delete"))).isInstanceOf(Downloaded.StorageFailed.class);
  }

  @Test
  void saysSoWhenThereIsNoFolder() {
    Path missing = folder.resolve("missing");

    assertThat(Downloads.downloader().download(local(SERVER.url("/clip")), missing, "shot-001"))
        .isInstanceOf(Downloaded.StorageFailed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=64k", "size=64k,ro"})
  void stopsWhenTheDiskIsFullOrReadOnly(String mountOptions) throws Exception {
    assumeTrue(run("mount", "-t", "tmpfs", "-o", mountOptions, "tmpfs", folder.toString()));
    try {
      assertThat(download(new Disk())).isInstanceOf(Downloaded.StorageFailed.class);
      assertThat(namesIn(folder)).isEmpty();
    } finally {
      run("umount", folder.toString());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writesThroughNoLinkInPlaceOfThePart() throws IOException {
    Path treasure = Files.writeString(folder.resolve("treasure"), "gold");
    Files.createSymbolicLink(folder.resolve("shot-001.part"), treasure);

    assertThat(download(new Disk())).isInstanceOf(Downloaded.Saved.class);
    assertThat(treasure).hasContent("gold");
    assertThat(folder.resolve("shot-001.mp4")).hasBinaryContent(CLIP);
    assertThat(namesIn(folder)).containsExactly("shot-001.mp4", "treasure");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writesThroughNoLinkThatAppearsAfterTheOldPartIsDeleted() throws IOException {
    Path treasure = Files.writeString(folder.resolve("treasure"), "gold");
    Disk raced =
        new Disk() {
          @Override
          FileChannel create(Path file) throws IOException {
            Files.createSymbolicLink(file, treasure);
            return super.create(file);
          }
        };

    assertThat(download(raced)).isInstanceOf(Downloaded.StorageFailed.class);
    assertThat(treasure).hasContent("gold");
  }

  @ParameterizedTest
  @ValueSource(strings = {"treasure", "missing"})
  @DisabledOnOs(OS.WINDOWS)
  void writesThroughNoLinkInPlaceOfTheFinalName(String target) throws IOException {
    Path treasure = Files.write(folder.resolve("treasure"), CLIP);
    Path link = Files.createSymbolicLink(folder.resolve("shot-001.mp4"), folder.resolve(target));

    assertThat(download(new Disk())).isInstanceOf(Downloaded.NotAClip.class);
    assertThat(link).isSymbolicLink();
    assertThat(treasure).hasBinaryContent(CLIP);
    assertThat(namesIn(folder)).containsExactly("shot-001.mp4", "treasure");
  }

  private Downloaded download(Disk disk) {
    return Downloads.downloader(disk).download(local(SERVER.url("/clip")), folder, "shot-001");
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException unknownCommand) {
      return false;
    }
  }

  /** Writes down its calls, and fails at one of them. */
  private static final class FaultyDisk extends Disk {

    final IOException failure = new IOException("No space left on device");

    final List<String> calls = new ArrayList<>();
    private final String faulty;

    FaultyDisk(String faulty) {
      this.faulty = faulty;
    }

    private void called(String call) throws IOException {
      calls.add(call);
      if (call.equals(faulty)) {
        throw failure;
      }
    }

    @Override
    FileChannel create(Path file) throws IOException {
      called("create");
      return super.create(file);
    }

    @Override
    void write(FileChannel file, ByteBuffer bytes) throws IOException {
      called("write");
      super.write(file, bytes);
    }

    @Override
    void force(FileChannel file) throws IOException {
      called("force");
      super.force(file);
    }

    @Override
    void rename(Path from, Path to) throws IOException {
      called("rename");
      super.rename(from, to);
    }

    @Override
    void forceFolder(Path folder) throws IOException {
      called("forceFolder");
      super.forceFolder(folder);
    }

    @Override
    void delete(Path file) throws IOException {
      called("delete");
      super.delete(file);
    }
  }
}
