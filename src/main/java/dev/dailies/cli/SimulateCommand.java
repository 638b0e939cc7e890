package dev.dailies.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The simulator alone. */
@Command(name = "simulate", mixinStandardHelpOptions = true, description = "x")
final class SimulateCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
