package dev.dailies.job;

import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingPolicy;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.helper.CompressionMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the last logs beside the current one, as {@code dailies.log.1} and so on. */
final class LogRotation implements RollingPolicy {

  private static final int KEPT = 7;

  private final Path file;
  private boolean started = true;

  LogRotation(Path file) {
    this.file = file;
  }

  @Override
  public void rollover() {
    try {
      for (int age = KEPT - 1; age > 0; age--) {
        if (Files.exists(aged(age))) {
          Files.move(aged(age), aged(age + 1), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.move(file, aged(1), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new RolloverFailure("cannot put the log aside", failure);
    }
  }

  private Path aged(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }

  @Override
  public String getActiveFileName() {
    return file.toString();
  }

  @Override
  public CompressionMode getCompressionMode() {
    return CompressionMode.NONE;
  }

  @Override
  public void setParent(FileAppender<?> appender) {
    // The path is known.
  }

  @Override
  public void start() {
    started = true;
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isStarted() {
    return started;
  }
}
