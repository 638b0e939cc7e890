package dev.dailies.cli;

import dev.dailies.cli.words.ChargedText;
import dev.dailies.settings.SettingsException;
import dev.dailies.settings.SimulatorSetup;
import dev.dailies.simulator.Simulator;
import dev.dailies.simulator.SimulatorSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs the simulator alone, for rehearsals and for users' own tests. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the simulator on 127.0.0.1 until it is stopped; prints its address first.",
      "Its settings are flags, as in --generation-time=30s --failure-share=0.1; docs/reference.md"
          + " lists them.",
      "It charges published prices: --balance=20 gives each account 20 dollars, --price-factor=1.5"
          + " makes all dearer, --concurrency=2 has 2 tasks of a model made at once."
    })
final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8787",
      description = "The port; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Unmatched private List<String> settings = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new SettingsException("--port must be from 0 to 65535, was " + port);
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Simulator simulator = start()) {
      out.println(simulator.baseUrl());
      out.flush();
      tellHowItIsUsed(simulator.baseUrl());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> tellWhatItCharged(simulator)));
      new CountDownLatch(1).await();
    }
    return 0;
  }

  /** On standard error: scripts read the address. */
  private void tellHowItIsUsed(URI url) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Use it with -p cometapi --dailies.providers.cometapi.base-url=" + url);
    err.println("What it takes is listed at " + url + "/simulator/journal; Ctrl-C ends it.");
    err.flush();
  }

  /** Nothing else ends it but a signal. */
  private void tellWhatItCharged(Simulator simulator) {
    PrintWriter err = spec.commandLine().getErr();
    ChargedText.of(simulator.money()).ifPresent(err::println);
    err.flush();
  }

  private Simulator start() {
    SimulatorSettings settings = SimulatorSetup.of(flags());
    try {
      return Simulator.start(settings, port);
    } catch (IllegalStateException taken) {
      throw new SettingsException(String.valueOf(taken.getMessage()), taken);
    }
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (!setting.startsWith("--") || equals < 0) {
        throw new SettingsException(
            "unknown argument '%s'; settings are written --name=value".formatted(setting));
      }
      flags.put(setting.substring(2, equals), setting.substring(equals + 1));
    }
    return flags;
  }
}
