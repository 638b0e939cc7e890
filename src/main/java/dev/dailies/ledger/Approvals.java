package dev.dailies.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dailies.files.Sha256;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Which tasks a person has agreed to pay for. An approval is kept with each task that it named, as
 * a digest of what would be sent, for how much, where to, and as which attempt: so another prompt,
 * price or address is not approved, nor is the same once more, and what a run has sent counts no
 * second time when the next goes on.
 */
public class Approvals {

  private static final int PAGE = 500;
  private static final int LENGTH = 8;

  private final JdbcClient jdbc;
  private final OwnTransaction transaction;
  private final String job;

  /**
   * @param job the UUID of the output folder: what is approved for one is not for another
   */
  public Approvals(JdbcClient jdbc, PlatformTransactionManager transactions, String job) {
    this.jdbc = jdbc;
    this.transaction = new OwnTransaction(transactions);
    this.job = job;
  }

  /**
   * What a run would send that nobody has approved.
   *
   * @param digest names all of it, in eight characters
   * @param prices how many tasks there are of each, in US dollars
   * @param unpriced how many have a price that nobody knows
   */
  public record Wanted(
      String digest, long tasks, NavigableMap<BigDecimal, Long> prices, long unpriced) {

    /** Names so many of them, whichever: to agree to these is not to agree to all. */
    public String digestOf(int most) {
      return Sha256.of(digest + " " + most).substring(0, LENGTH);
    }

    /** The cost of so many of them, if they are the dearest. */
    public Cost ofDearest(long most) {
      BigDecimal usd = BigDecimal.ZERO;
      long left = most;
      for (Map.Entry<BigDecimal, Long> price : prices.descendingMap().entrySet()) {
        long taken = Math.min(left, price.getValue());
        usd = usd.add(price.getKey().multiply(BigDecimal.valueOf(taken)));
        left -= taken;
      }
      return new Cost(usd, Math.min(most, unpriced));
    }
  }

  private record Row(
      long id, @Nullable BigDecimal price, String digest, @Nullable String approved) {

    boolean isApproved() {
      return digest.equals(approved);
    }
  }

  /**
   * What a plan has left that nobody has approved.
   *
   * @param sampled true to look at what was chosen for a sample alone
   * @param addresses of the providers, by name
   */
  public Wanted wanted(long plan, boolean sampled, Map<String, String> addresses) {
    Sha256 all = new Sha256();
    TreeMap<BigDecimal, Long> prices = new TreeMap<>();
    long[] unpriced = {0};
    long[] tasks = {0};
    forEach(
        plan,
        sampled,
        addresses,
        row -> {
          if (!row.isApproved()) {
            all.add(UTF_8.encode(row.digest));
            tasks[0]++;
            if (row.price == null) {
              unpriced[0]++;
            } else {
              prices.merge(row.price, 1L, Long::sum);
            }
          }
        });
    return new Wanted(all.hex().substring(0, LENGTH), tasks[0], prices, unpriced[0]);
  }

  /**
   * Keeps that a person agrees to all of that: in one transaction, so that it is all or nothing.
   */
  public void approve(long plan, boolean sampled, Map<String, String> addresses) {
    transaction.run(
        () ->
            forEach(
                plan,
                sampled,
                addresses,
                row ->
                    jdbc.sql("update task set approved = ? where id = ?")
                        .params(row.digest, row.id)
                        .update()));
  }

  private void forEach(
      long plan, boolean sampled, Map<String, String> addresses, Consumer<Row> reader) {
    long last = 0;
    List<Row> page;
    do {
      page =
          jdbc.sql(
                  "select id, shot_key, take, revision, provider, digest, request, price, attempts,"
                      + " approved from task where state = 'PLANNED' and plan_number = ? and id > ?"
                      + (sampled ? " and sampled = true" : "")
                      + " order by id limit ?")
              .params(plan, last, PAGE)
              .query((row, number) -> read(row, addresses))
              .list();
      page.forEach(reader);
      last = page.isEmpty() ? last : page.get(page.size() - 1).id;
    } while (page.size() == PAGE);
  }

  private Row read(ResultSet row, Map<String, String> addresses) throws SQLException {
    String provider = row.getString("provider");
    BigDecimal price = row.getBigDecimal("price");
    String request = Objects.requireNonNullElse(row.getString("request"), row.getString("digest"));
    String text =
        String.join(
            "\n",
            job,
            row.getString("shot_key"),
            row.getInt("take") + " " + row.getInt("revision") + " " + (row.getInt("attempts") + 1),
            provider,
            addresses.getOrDefault(provider, ""),
            request,
            price == null ? "" : price.toPlainString());
    return new Row(row.getLong("id"), price, Sha256.of(text), row.getString("approved"));
  }
}
