package dev.dailies.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.dailies.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The log of a job, set up without any file of settings: what other programs say about logging has
 * no say, and the folder may be called as it likes, which a pattern in its name would not bear.
 */
final class RunLog {

  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC, en} %5p [%t] %-40.40logger{39} : %m%n%ex";

  private static final FileSize LARGEST = new FileSize(10 * FileSize.MB_COEFFICIENT);

  private final LoggerContext context;

  private RunLog(LoggerContext context) {
    this.context = context;
  }

  /** Logs into the given folder from now on. */
  static void open(Path folder, Settings settings) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.reset();
    RunLog log = new RunLog(context);
    log.level(Logger.ROOT_LOGGER_NAME, Level.WARN);
    log.level("dev.dailies", Level.valueOf(settings.logLevel().name()));
    log.level("com.zaxxer.hikari", Level.ERROR);
    log.add(log.file(folder.resolve("dailies.log")));
    if (settings.verbose()) {
      log.add(log.standardError());
    }
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private void level(String logger, Level level) {
    context.getLogger(logger).setLevel(level);
  }

  private void add(Appender<ILoggingEvent> appender) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }

  private Appender<ILoggingEvent> file(Path file) {
    var appender = new RollingFileAppender<ILoggingEvent>();
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(context);
    size.setMaxFileSize(LARGEST);
    size.start();
    appender.setFile(file.toString());
    appender.setRollingPolicy(new LogRotation(file));
    appender.setTriggeringPolicy(size);
    return started(appender);
  }

  /** Standard output is for data. */
  private Appender<ILoggingEvent> standardError() {
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setTarget("System.err");
    return started(appender);
  }

  private Appender<ILoggingEvent> started(OutputStreamAppender<ILoggingEvent> appender) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(LINE);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
