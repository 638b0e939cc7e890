package dev.dailies.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dailies.files.AtomicFile;
import dev.dailies.files.Durable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Checksums of a closed database's files, kept beside them. HSQLDB has none: it opens damaged files
 * as well as it can, and drops the rest. There is no seal while the database is open or after a
 * kill; then HSQLDB's log has the latest changes.
 */
final class Seal {

  private static final String NAME = "seal";
  private final Path folder;

  Seal(Path folder) {
    this.folder = folder;
  }

  /** Writes the checksums of the files, which must not change until the seal is broken. */
  void put() throws IOException {
    AtomicFile.replace(folder.resolve(NAME), String.join("\n", checksums()));
  }

  /**
   * Compares the files with their seal.
   *
   * @return false if there is none
   * @throws UntrustedLedgerException if the files are not those that were sealed
   */
  boolean check() throws IOException {
    Path seal = folder.resolve(NAME);
    if (!Files.exists(seal)) {
      return false;
    }
    if (!Files.readAllLines(seal, UTF_8).stream().map(Seal::plain).toList().equals(checksums())) {
      throw new UntrustedLedgerException(
          "its files are not as the last command left them; see %s".formatted(NAME));
    }
    return true;
  }

  /** A seal that was put where numbers have digits of their own, as in Egypt, says the same. */
  private static String plain(String line) {
    StringBuilder plain = new StringBuilder();
    line.codePoints()
        .map(one -> Character.isDigit(one) ? '0' + Character.digit(one, 10) : one)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Breaks the seal, before the files change. */
  void lift() throws IOException {
    if (Files.deleteIfExists(folder.resolve(NAME))) {
      Durable.forceFolder(folder);
    }
  }

  private List<String> checksums() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sealed =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !isOfTheSeal(String.valueOf(file.getFileName())))
              .sorted()
              .toList();
      List<String> lines = new ArrayList<>();
      for (Path file : sealed) {
        lines.add(file.getFileName() + " " + Files.size(file) + " " + checksum(file));
      }
      return lines;
    }
  }

  /** True for the seal, and for what a killed process has left of a new one. */
  private static boolean isOfTheSeal(String name) {
    return name.startsWith(NAME) || name.startsWith("." + NAME);
  }

  private static String checksum(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] buffer = new byte[256 * 1024];
    try (InputStream content = Files.newInputStream(file)) {
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        crc.update(buffer, 0, count);
      }
    }
    return Long.toHexString(crc.getValue());
  }
}
