package dev.dailies.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * The shell in which a command was typed. Without a locale, as from cron, Java takes and gives
 * ASCII alone; then everything is UTF-8.
 */
final class Shell {

  private static final boolean ASCII = isAscii(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private static final Path TYPED = Path.of("/proc/self/cmdline");
  private static final Path FOLDER = Path.of("/proc/self/cwd");

  private static final Pattern LOST = Pattern.compile("[?\\ufffd]");

  private Shell() {}

  /** The arguments as they were typed, where Java has put another sign for what it cannot read. */
  static String[] asTyped(String... args) {
    boolean lost = Arrays.stream(args).anyMatch(word -> LOST.matcher(word).find());
    if (!ASCII || !lost || !Files.exists(TYPED)) {
      return args;
    }
    try {
      String line = Files.readString(TYPED);
      List<String> words = List.of(line.split("\0", -1));
      int end = words.size() - 1;
      return end < args.length ? args : words.subList(end - args.length, end).toArray(args.clone());
    } catch (IOException unreadable) {
      return args;
    }
  }

  /** The current folder, whatever it is called. */
  static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    try {
      return ASCII && Files.exists(FOLDER) ? FOLDER.toRealPath() : folder;
    } catch (IOException unreadable) {
      return folder;
    }
  }

  /** Has the command write what people can read. */
  static CommandLine writing(CommandLine command) {
    return ASCII
        ? command.setOut(utf8(FileDescriptor.out)).setErr(utf8(FileDescriptor.err))
        : command;
  }

  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }

  private static boolean isAscii(String encoding) {
    return Charset.isSupported(encoding)
        && Charset.forName(encoding).equals(StandardCharsets.US_ASCII);
  }
}
