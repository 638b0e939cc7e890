package dev.dailies.job.download;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dailies.delivery.Downloaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What lies under a clip's name and is not the clip: kept as {@code <name>.damaged}. */
record SetAside(Path place) {

  /** Moves it away for a download, and back if that brings nothing. */
  Downloaded during(Supplier<Downloaded> download) {
    try {
      Path aside = Files.exists(place, NOFOLLOW_LINKS) ? Files.move(place, free()) : null;
      Downloaded downloaded = download.get();
      if (aside != null && !(downloaded instanceof Downloaded.Saved)) {
        Files.move(aside, place);
      }
      return downloaded;
    } catch (IOException failure) {
      return new Downloaded.StorageFailed(
          "cannot set " + place.getFileName() + " aside: " + failure.getMessage(), failure);
    }
  }

  private Path free() {
    String name = place.getFileName() + ".damaged";
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> place.resolveSibling(n == 1 ? name : name + "-" + n))
        .filter(path -> !Files.exists(path, NOFOLLOW_LINKS))
        .findFirst()
        .orElseThrow();
  }
}
