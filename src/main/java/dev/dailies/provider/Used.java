package dev.dailies.provider;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the columns for which a row may say nothing: the row's own value, or the
 * one that was chosen for it. So a good clip's seed can be copied. Null where nothing was sent, or
 * where nobody has told us.
 *
 * @param duration in whole seconds
 * @param ratio as it was sent, or as the size that was sent
 */
public record Used(@Nullable BigInteger seed, @Nullable Integer duration, @Nullable String ratio) {

  /** Nobody has told us. */
  public static final Used UNTOLD = new Used(null, null, null);
}
