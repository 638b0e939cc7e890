package dev.dailies.cli;

import picocli.CommandLine;

/** The front door: {@code java -jar dailies.jar COMMAND TARGET}. */
public final class Dailies {

  private Dailies() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and returns the exit code. */
  static int run(String... args) {
    // A connection that a server closes while idle must not be used for a paid request.
    System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new DailiesCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Complaints::ofUsage)
        .setExecutionExceptionHandler(Complaints::ofCommand);
  }
}
