package dev.dailies.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import com.google.auto.service.AutoService;
import org.slf4j.Logger;

/**
 * Logs nothing until a job is opened: Logback would look for files of settings that are not ours,
 * and then write to standard output, which is for data.
 */
@AutoService(Configurator.class)
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class NoLog extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
