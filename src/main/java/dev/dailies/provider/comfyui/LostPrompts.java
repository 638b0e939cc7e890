package dev.dailies.provider.comfyui;

import dev.dailies.media.IsoFile;
import dev.dailies.media.MediaType;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.Leftovers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the files of a prompt that its server has forgotten. Their names are known, since they
 * begin as no other attempt's do; but a server that was killed leaves half a file.
 */
final class LostPrompts {

  /** By the savers of ComfyUI itself, and of VideoHelperSuite. */
  private static final List<String> ENDINGS =
      List.of(
          "_00001_.mp4",
          "_00001_.webm",
          "_00001_.webp",
          "_00001_.png",
          "_00001_.mkv",
          "_00001.mp4",
          "_00001.webm");

  /** The largest file that is looked at, in bytes. */
  private static final int MOST = 1 << 30;

  private final ComfyuiHttp http;
  private final @Nullable OnLost onLost;

  LostPrompts(ComfyuiHttp http, @Nullable OnLost onLost) {
    this.http = http;
    this.onLost = onLost;
  }

  boolean mayBeSentAgain() {
    return onLost != OnLost.KEEP;
  }

  Leftovers leftovers(Attempt attempt) {
    String body = attempt.request().body();
    List<Found> found = new ArrayList<>();
    for (String prefix : PromptBody.prefixes(body, attempt.id())) {
      for (String ending : ENDINGS) {
        find(attempt.request().baseUrl(), prefix + ending).ifPresent(found::add);
      }
    }
    // Where several nodes save, the server may have ended between two of them.
    boolean isAll = found.size() == 1 && found.get(0).isWhole() && PromptBody.savers(body) == 1;
    String names = found.stream().map(Found::path).collect(Collectors.joining(", "));
    return new Leftovers(
        isAll ? List.of(found.get(0).address()) : List.of(),
        found.isEmpty() ? null : "its server has " + names + ", perhaps not whole",
        onLost == OnLost.RESUBMIT || (onLost == null && PromptBody.isFree(body)));
  }

  /** A file at the server, by its path below the folder for outputs. */
  private record Found(String path, String address, boolean isWhole) {}

  private Optional<Found> find(String server, String path) {
    String address = OutputFiles.address(server, path);
    Path file = null;
    try {
      file = Files.createTempFile("dailies-", ".lost");
      Path written = file;
      return http.fetch(address, MOST, written)
          .fold(
              answer ->
                  answer.status() == 200
                      ? Optional.of(new Found(path, address, isWhole(written)))
                      : Optional.empty(),
              broken -> Optional.empty());
    } catch (IOException noRoom) {
      return Optional.empty();
    } finally {
      delete(file);
    }
  }

  /** Of other kinds nobody can tell. */
  private static boolean isWhole(Path file) {
    try (FileChannel content = FileChannel.open(file)) {
      return MediaType.of(MediaType.head(content)).filter(MediaType::isIso).isPresent()
          && new IsoFile(content).flaw() == null
          && !new IsoFile(content).mayGoOn();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void delete(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        file.toFile().deleteOnExit();
      }
    }
  }
}
