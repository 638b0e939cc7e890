package dev.dailies.report;

import dev.dailies.ledger.Charges;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Histories;
import dev.dailies.ledger.Ledger;
import dev.dailies.ledger.OnChange;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.PlannedRow;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.RejectedRow;
import dev.dailies.ledger.RowMatching;
import dev.dailies.ledger.Samples;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskQueries;
import dev.dailies.ledger.store.LedgerDatabase;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Operation;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real ledger in memory, filled the way that the steps of the job fill it. */
final class FilledLedger implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-12T21:41:07Z");
  static final Price PRICE = Price.usd("0.25");

  private final SingleConnectionDataSource dataSource =
      new SingleConnectionDataSource("jdbc:hsqldb:mem:" + UUID.randomUUID(), "sa", "", true);
  private final LedgerDatabase database = new LedgerDatabase(dataSource);
  final JdbcClient jdbc = JdbcClient.create(dataSource);
  private final JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final RowMatching matching = new RowMatching(jdbc, clock);
  final Plans plans = new Plans(jdbc, transactions, clock);
  final TaskQueries queries = new TaskQueries(jdbc);
  final Charges charges = new Charges(jdbc);
  final Samples samples = new Samples(jdbc, transactions);
  final Ledger ledger = new Ledger(jdbc, transactions, clock);
  final DoubtSheet doubts =
      new DoubtSheet(
          queries, new Histories(jdbc), provider -> Place.of("in the log of " + provider));

  /** Holds a task already that the next manifest does not ask for. */
  FilledLedger() {
    plan(List.of(row(2, shot("withdrawn", 1, "A shot that nobody wants any more"))));
  }

  /** Reads a manifest to its end. */
  void plan(List<PlannedRow> rows, RejectedRow... bad) {
    long plan = plans.begin("manifest", "settings");
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              rows.forEach(row -> matching.match(plan, row, OnChange.REGENERATE));
              Stream.of(bad).forEach(row -> matching.reject(plan, row));
            });
    plans.finish(plan, new Plan.Counts(rows.size() + bad.length, bad.length, 0, 0, 0), null);
  }

  static PlannedRow row(long line, Shot shot) {
    return row(line, shot, new TreeMap<>(Map.of("id", shot.id(), "prompt", shot.prompt())));
  }

  static PlannedRow row(long line, Shot shot, Map<String, String> cells) {
    return new PlannedRow(
        line, "cometapi", Integer.toHexString(cells.hashCode()), cells, shot, PRICE);
  }

  static Shot shot(String id, int take, String prompt) {
    return new Shot(
        id,
        take,
        Operation.IMAGE_TO_VIDEO,
        prompt,
        "https://example.org/cat.jpg?X-Signature=SECRET",
        null,
        List.of(),
        "gen3a_turbo",
        5,
        "1280:768",
        BigInteger.valueOf(42L + take - 1),
        null,
        null,
        Map.of());
  }

  /** The only task of that name. */
  Task task(String name) {
    return all().stream()
        .filter(task -> task.name().equals(name))
        .findAny()
        .orElseThrow(() -> new AssertionError(name + " is not among " + all()));
  }

  List<Task> all() {
    List<Task> tasks = new ArrayList<>();
    queries.forEach(view -> tasks.add(view.task()));
    return tasks;
  }

  Task intended(Task task) {
    Request request =
        new Request("https://api.example.org", "/v1/clips", "gen3a_turbo", "{}", task.price());
    return ledger.intend(task, "cometapi", request).task();
  }

  Task submitted(Task task) {
    return ledger.submitted(intended(task), "ticket-" + task.id(), null, Evidence.NONE);
  }

  Task succeeded(Task task, @Nullable Price charged, String... urls) {
    return ledger.succeeded(submitted(task), List.of(urls), charged, Evidence.NONE);
  }

  Task delivered(Task task, DeliveredFile... files) {
    String[] urls =
        Stream.of(files)
            .map(file -> "https://cdn.example.org/" + file.name() + "?X-Signature=SECRET")
            .toArray(String[]::new);
    return ledger.delivered(succeeded(task, Price.usd("0.5"), urls), List.of(files));
  }

  static DeliveredFile mp4(String name) {
    return new DeliveredFile(name, 1_234_567, "ab".repeat(32), "video/mp4");
  }

  @Override
  public void close() {
    database.close();
    dataSource.destroy();
  }
}
