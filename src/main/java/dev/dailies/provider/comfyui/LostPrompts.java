package dev.dailies.provider.comfyui;

import dev.dailies.media.MediaType;
import dev.dailies.media.whole.Ending;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.Leftovers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the files of a prompt that its server has forgotten. Their names are known, since they
 * begin as no other attempt's do; but a server that was killed leaves half a file.
 */
final class LostPrompts {

  private static final Logger log = LoggerFactory.getLogger(LostPrompts.class);

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
    String server = attempt.request().baseUrl();
    List<String> prefixes = PromptBody.prefixes(body, attempt.id());
    Map<String, Boolean> wholeByPath = new LinkedHashMap<>();
    List<String> results = List.of();
    for (String prefix : prefixes) {
      SavedFiles files = new SavedFiles(prefix, PromptBody.savers(body));
      files.paths().forEach(path -> look(server, path, wholeByPath));
      results = files.results(PromptBody.outputs(body), wholeByPath);
    }
    return new Leftovers(
        prefixes.size() == 1
            ? results.stream().map(path -> OutputFiles.address(server, path)).toList()
            : List.of(),
        wholeByPath.isEmpty()
            ? null
            : "its server has "
                + String.join(", ", wholeByPath.keySet())
                + ", perhaps not whole, or not all of it",
        onLost == OnLost.RESUBMIT || (onLost == null && PromptBody.isFree(body)));
  }

  /** Takes note of a file, if it is there. */
  private void look(String server, String path, Map<String, Boolean> wholeByPath) {
    Path file = null;
    try {
      file = Files.createTempFile("dailies-", ".lost");
      if (isThere(OutputFiles.address(server, path), file)) {
        wholeByPath.put(path, isWhole(file));
      }
    } catch (IOException noRoom) {
      log.debug("cannot look at {}", path, noRoom);
    } finally {
      delete(file);
    }
  }

  private boolean isThere(String address, Path file) {
    return http.fetch(address, MOST, file).fold(answer -> answer.status() == 200, broken -> false);
  }

  private static boolean isWhole(Path file) {
    try (FileChannel content = FileChannel.open(file)) {
      MediaType type = MediaType.of(MediaType.head(content)).orElse(null);
      Ending ending = type == null ? null : Ending.of(type, content);
      return ending != null && ending.flaw() == null && ending.proven();
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
