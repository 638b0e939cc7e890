package dev.dailies.simulator;

import com.sun.net.httpserver.HttpServer;
import dev.dailies.simulator.http.LoopbackServer;
import dev.dailies.simulator.http.Router;
import dev.dailies.simulator.http.Routes;
import dev.dailies.simulator.money.Accounts;
import dev.dailies.simulator.money.Statement;
import dev.dailies.simulator.task.Admission;
import dev.dailies.simulator.task.Counts;
import dev.dailies.simulator.task.Queues;
import dev.dailies.simulator.task.TakenOrders;
import dev.dailies.simulator.task.TicketIssuer;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/**
 * A provider on loopback that speaks the formats of all real ones, each on its own paths. Where the
 * provider chooses the id of a task, the simulator stores no task: the ticket holds everything, so
 * a simulator that starts after another died continues where that one stopped. ComfyUI's queue,
 * history and files die with the process, as they do there.
 *
 * <p>{@code GET /simulator/journal} lists every create that was accepted, {@code GET
 * /simulator/counts} says how often it was asked for what, {@code GET /simulator/money} what it has
 * charged.
 */
public final class Simulator implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;
  private final Accounts accounts;
  private final Clock clock;

  private Simulator(HttpServer server, ExecutorService threads, Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a simulator on 127.0.0.1. It runs, and keeps the JVM alive, until it is closed.
   *
   * @param port 0 for any free one
   * @throws IllegalStateException if the port is taken or may not be used
   */
  public static Simulator start(SimulatorSettings settings, int port) {
    return start(settings, port, Clock.systemUTC(), new Random());
  }

  static Simulator start(
      SimulatorSettings settings, int port, Clock clock, RandomGenerator random) {
    Simulator simulator =
        new Simulator(
            LoopbackServer.listen(port),
            LoopbackServer.threads(),
            new Accounts(settings.balance()),
            clock);
    simulator.serve(settings, random);
    return simulator;
  }

  /** Where it listens, as in {@code http://127.0.0.1:8080}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** The port on which it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** What each account was charged until now, by provider. */
  public Map<String, Statement> money() {
    return accounts.statements(clock.millis());
  }

  /** Stops at once; answers on their way are cut. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(SimulatorSettings settings, RandomGenerator random) {
    server.createContext("/", new Router(routes(settings, random), settings.latency()));
    server.setExecutor(threads);
    server.start();
  }

  private Routes routes(SimulatorSettings settings, RandomGenerator random) {
    TakenOrders journal = new TakenOrders();
    Counts counts = new Counts();
    ClipLinks links = new ClipLinks(baseUrl(), settings.linkLife());
    Admission admission = new Admission(settings.admit(), System::nanoTime);
    TicketIssuer issuer = new TicketIssuer(settings.ticketRules(), clock, random);
    Queues queues = new Queues(settings.concurrency());
    CreateEndpoint creates =
        new CreateEndpoint(settings, clock, random, admission, issuer, queues, journal, counts);
    Lookup lookup = new Lookup(settings, clock, random, queues, links, counts);
    Clips clips = new Clips(settings.cutShare(), clock, random, links, counts);
    SimulatorContext context =
        new SimulatorContext(settings, clock, baseUrl(), creates, lookup, links, clips, accounts);
    Routes routes = new Routes().on("GET", Clips.PATH, clips::answer);
    new RecordsEndpoint(journal, counts, this::money).addTo(routes);
    ServiceLoader.load(Format.class, Simulator.class.getClassLoader())
        .forEach(format -> format.addTo(routes, context));
    return routes;
  }
}
