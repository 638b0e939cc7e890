package dev.dailies.simulator.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts of a simulator: one for each provider that costs money. */
public final class Accounts {

  private final @Nullable BigDecimal balance;
  private final List<Account> accounts = new ArrayList<>();

  /**
   * @param balance what each begins with, in dollars; null if none ever runs dry
   */
  public Accounts(@Nullable BigDecimal balance) {
    this.balance = balance;
  }

  /** Opens a provider's account; {@link Account} says what the second number is. */
  public Account open(String provider, BigDecimal usdEach) {
    Account account = new Account(provider, usdEach, balance);
    accounts.add(account);
    return account;
  }

  /**
   * How all accounts stand, by provider.
   *
   * @param now milliseconds since 1970
   */
  public Map<String, Statement> statements(long now) {
    Map<String, Statement> statements = new LinkedHashMap<>();
    accounts.forEach(account -> statements.put(account.provider(), Statement.of(account, now)));
    return statements;
  }
}
