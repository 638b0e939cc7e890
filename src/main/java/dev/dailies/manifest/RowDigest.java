package dev.dailies.manifest;

import dev.dailies.files.Sha256;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hashes what a row asks for. Every part is led by its length, so that no two rows run together.
 */
final class RowDigest {

  private static final Set<String> INPUTS = Set.of("image", "video", "references");

  private static final Set<String> LEFT_OUT = Set.of("takes", "job", "reason", "reason_code");

  private static final Pattern BAR = Pattern.compile("\\|");

  private RowDigest() {}

  static String of(Row row, Inputs inputs) {
    Sha256 digest = new Sha256();
    new TreeMap<>(row.cells())
        .forEach(
            (column, value) -> {
              if (!LEFT_OUT.contains(column)) {
                add(digest, column);
                add(digest, essence(column, value, inputs));
              }
            });
    row.stray().forEach(value -> add(digest, value));
    return digest.hex();
  }

  /**
   * True if the cell names files, which need not be there. Some options are files: it depends on
   * the provider; one that is not there is none.
   */
  static boolean namesFiles(String column, String value, Inputs inputs) {
    return INPUTS.contains(column)
        ? parts(value).anyMatch(Inputs::isPath)
        : isOption(column) && isFile(value, inputs);
  }

  private static boolean isOption(String column) {
    return column.startsWith("options.");
  }

  private static boolean isFile(String part, Inputs inputs) {
    return Inputs.isPath(part) && inputs.of(part) instanceof Input.LocalFile;
  }

  /** The single inputs of a cell. */
  private static Stream<String> parts(String value) {
    return BAR.splitAsStream(value).map(String::strip);
  }

  private static String essence(String column, String value, Inputs inputs) {
    if (isOption(column) && isFile(value, inputs)) {
      return essence(value, inputs);
    }
    return INPUTS.contains(column)
        ? parts(value).map(part -> essence(part, inputs)).collect(Collectors.joining("|"))
        : value.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String essence(String input, Inputs inputs) {
    return Inputs.isPath(input) && inputs.of(input) instanceof Input.LocalFile file
        ? content(file)
        : SignedUrl.withoutSignature(input);
  }

  private static String content(Input.LocalFile file) {
    try {
      return "file " + Sha256.of(file.path());
    } catch (IOException unreadable) {
      // The rules about inputs say so of this row.
      return file.name();
    }
  }

  private static void add(Sha256 digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.add(ByteBuffer.wrap((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)));
    digest.add(ByteBuffer.wrap(bytes));
  }
}
