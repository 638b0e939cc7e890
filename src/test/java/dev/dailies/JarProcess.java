package dev.dailies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A process of the product, and the signals that may reach it. */
public final class JarProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path out;
  private final Path err;
  private final long started = System.nanoTime();

  JarProcess(ProcessBuilder builder, Path out, Path err) {
    this.out = out;
    this.err = err;
    try {
      this.process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** How long ago it was started. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** What it has written to standard output so far. */
  String out() {
    return read(out);
  }

  /** SIGKILL: nothing of the program runs any more. Returns once the process is gone. */
  public void kill() {
    process.destroyForcibly();
    waitFor(PATIENCE);
  }

  /** SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** SIGINT, as by Ctrl-C. */
  void interrupt() {
    signal("INT");
  }

  /** SIGHUP, as when a terminal is closed. */
  void hangUp() {
    signal("HUP");
  }

  /** SIGQUIT: what all threads are doing, as the virtual machine writes it to standard output. */
  String threadDump() {
    signal("QUIT");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> out().contains("JNI global refs") || !isAlive());
    return out();
  }

  /** The command lines of the process and of its children, which everybody on the machine sees. */
  String commandLines() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(JarProcess::commandLine)
        .collect(Collectors.joining("\n"));
  }

  private static String commandLine(ProcessHandle handle) {
    Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
    return Files.exists(file) ? read(file) : handle.info().commandLine().orElse("");
  }

  /** SIGSTOP: the process keeps what it holds and does nothing. */
  void freeze() {
    signal("STOP");
  }

  /** Waits for the end; a process that does not end is a failure. */
  public Ended await() {
    if (!waitFor(PATIENCE)) {
      kill();
      throw new AssertionError("the process did not end by itself\n" + ended());
    }
    return ended();
  }

  /** Waits no longer than that. Returns true if the process has ended. */
  public boolean waitFor(Duration atMost) {
    try {
      return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private Ended ended() {
    return new Ended(process.exitValue(), read(out), read(err), age());
  }

  private void signal(String name) {
    List<String> command = List.of("kill", "-" + name, Long.toString(pid()));
    try {
      int exit = new ProcessBuilder(command).start().waitFor();
      if (exit != 0) {
        throw new AssertionError(command + " ended with " + exit);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
