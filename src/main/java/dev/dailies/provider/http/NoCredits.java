package dev.dailies.provider.http;

import java.util.Set;

/**
 * How providers say that an account has nothing left to pay with. It is said before anything is
 * created, and no row can mend it.
 */
public final class NoCredits {

  /** new-api's own codes, and OpenAI's, which gateways hand on. */
  public static final Set<String> CODES =
      Set.of(
          "quota_not_enough",
          "insufficient_user_quota",
          "pre_consume_token_quota_failed",
          "insufficient_quota",
          "insufficient_balance",
          "insufficient_credits",
          "insufficient_funds",
          "billing_hard_limit_reached",
          "billing_not_active");

  private static final String MONEY = "(credit|balance|quota|fund)s?\\b";

  /** A regular expression for their sentences. */
  public static final String WORDS =
      String.join(
          "|",
          "enough " + MONEY,
          "insufficient[ _](\\w+[ _]){0,2}" + MONEY,
          "\\b"
              + MONEY
              + "( \\w+){0,2} (too low|insufficient|not enough|exhausted|depleted|used up)",
          "\\b(no|out of) credits?\\b",
          "(余额|额度|积分|点数|配额)(已经?)?(不足|不够|用尽|用完|耗尽)",
          "欠费");

  private NoCredits() {}
}
