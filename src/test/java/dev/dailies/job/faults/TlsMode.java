package dev.dailies.job.faults;

import dev.dailies.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;

/**
 * How a server lets clients in, or fails to. The certificates were made by {@code keytool}: one
 * authority, and for each door one that it has signed, or that nobody has.
 */
enum TlsMode {
  OPEN,
  REFUSED,
  EXPIRED,
  OTHER_HOST,
  SELF_SIGNED,
  /** It speaks no TLS where the address says so. */
  PLAIN;

  private static final String GOOD = "good";

  /** True if clients come by https. */
  boolean isEncrypted() {
    return this != OPEN && this != REFUSED;
  }

  /**
   * The connection as the server goes on with it.
   *
   * @param ill true if the certificate is to be the wrong one
   */
  Socket enter(Socket plain, boolean ill) throws IOException {
    if (!isEncrypted() || (this == PLAIN && ill)) {
      return plain;
    }
    return Certificates.enter(
        plain, ill ? name().toLowerCase(Locale.ROOT).replace('_', '-') : GOOD);
  }
}
