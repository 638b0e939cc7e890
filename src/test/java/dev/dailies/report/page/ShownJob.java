package dev.dailies.report.page;

import dev.dailies.job.JobContext;
import dev.dailies.settings.JobSetup;
import dev.dailies.settings.SimulatorSetup;
import dev.dailies.settings.Target;
import dev.dailies.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A job that was run against simulators, for its page.
 *
 * @param file a job file, so that the commands on the page need no flags
 */
record ShownJob(Path file) {

  static final String HOSTILE =
      "</script><script>hacked=1</script><img src=x onerror=hacked=1> {{facts.job}}";

  private static final List<String> SHOTS =
      List.of(
          "id,prompt,image,model,duration,ratio,seed,takes,provider",
          "harbour,\"A harbour before sunrise, gulls over still"
              + " water\",https://example.org/a.jpg,gen3a_turbo,5,1280:768,1001,3,",
          "lantern,The lantern sways,pictures/lantern.png,gen4_turbo,5,960:960,2001,,runway",
          "tram,A tram climbs towards us,https://example.org/b.jpg,gen3a_turbo,10,768:1280,,2,",
          "hostile," + HOSTILE + ",https://example.org/c.jpg,gen3a_turbo,5,1280:768,4001,,",
          "signed,A door opens,https://example.org/d.jpg?sig=SECRET,gen3a_turbo,5,1280:768,5001,,",
          "broken,[fail] A bridge folds,https://example.org/e.jpg,gen3a_turbo,5,1280:768,6001,,",
          "unsafe,[unsafe] A fight,https://example.org/f.jpg,gen3a_turbo,5,1280:768,7001,,");

  private static final List<String> STORM =
      List.of(
          "id,prompt,image,model,duration,ratio,takes,provider",
          "ferry,The last ferry leaves,https://example.org/a.jpg,gen3a_turbo,5,1280:768,2,",
          "gulls,\"Gulls hang in the wind over the breakwater, the camera drifts along below"
              + " them\",https://example.org/b.jpg,gen3a_turbo,5,1280:768,2,silent",
          "lighthouse,The beam turns over black"
              + " water,https://example.org/c.jpg,gen3a_turbo,10,1280:768,,forgetful",
          "pier,Waves break over the pier,https://example.org/d.jpg,gen3a_turbo,5,1280:768,,",
          "wreck,[fail] A wreck on the rocks,https://example.org/e.jpg,gen3a_turbo,5,1280:768,,",
          "mast,A mast falls,https://example.org/f.jpg,gen3a_turbo,7,1280:768,,");

  /** A night whose clips are there but for two. */
  static ShownJob ofAGoodNight(Path home) throws IOException {
    Files.createDirectories(home.resolve("pictures"));
    Files.copy(Path.of("sample-data/images/lantern.png"), home.resolve("pictures/lantern.png"));
    try (Simulator api = simulator(Map.of("generation-time", "300ms"))) {
      return run(home, SHOTS, provider("cometapi", api) + provider("runway", api));
    }
  }

  /** A night with every kind of trouble. */
  static ShownJob ofABadNight(Path home) throws IOException {
    // Not the clip that comes, so that one is left alone and not delivered.
    Path taken = home.resolve("out/night/pier.mp4");
    Files.createDirectories(taken.resolveSibling(""));
    Files.writeString(taken, "my own cut");
    String comet = "    type: cometapi\n";
    try (Simulator api = simulator(Map.of("generation-time", "300ms"));
        Simulator silent = simulator(Map.of("lose-answer-share", "1"));
        Simulator forgetful = simulator(Map.of("hidden-for", "1h"))) {
      return run(
          home,
          STORM,
          provider("cometapi", api)
              + provider("silent", silent)
              + comet
              + provider("forgetful", forgetful)
              + comet
              + "    grace: 200ms\n"
              + "  admission: valid\n");
    }
  }

  private static Simulator simulator(Map<String, String> settings) {
    return Simulator.start(SimulatorSetup.of(settings), 0);
  }

  private static String provider(String name, Simulator simulator) {
    return """
      providers.%s:
        base-url: %s
        api-key: sk-gallery
        submit-rate: 50/s
        poll-rate: 100/s
        poll-interval: 100ms
    """
        .formatted(name, simulator.baseUrl());
  }

  private static ShownJob run(Path home, List<String> rows, String settings) throws IOException {
    Files.write(home.resolve("shots.csv"), rows);
    String job = "dailies:\n  manifest: shots.csv\n  provider: cometapi\n" + settings;
    ShownJob shown = new ShownJob(Files.writeString(home.resolve("night.yaml"), job));
    try (JobContext context = shown.open(Map.of())) {
      context.run();
    }
    return shown;
  }

  JobContext open(Map<String, String> flags) {
    return JobContext.open(JobSetup.load(new Target(file, file.resolveSibling("")), flags));
  }

  Path home() {
    return file.resolveSibling("");
  }

  Path page() {
    return home().resolve("out/night/report.html");
  }
}
