package dev.dailies.delivery;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Judges an exception that the HTTP client gave instead of bytes. */
final class NetworkFailure {

  static final String SHUT_OUT = "the proxy wants a password; set it in dailies.proxy";

  private NetworkFailure() {}

  static Downloaded judge(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (isAbout(failure, CertificateException.class)
        || isAbout(failure, SSLPeerUnverifiedException.class)) {
      return new Downloaded.NotAClip(
          "the server's certificate is not trusted: " + Reason.of(failure));
    }
    // Sockets and files come from one supply, and the socket is opened first.
    if (failure instanceof IOException cause
        && Reason.of(failure).contains("Too many open files")) {
      return new Downloaded.StorageFailed(Reason.of(failure), cause);
    }
    String reason = Reason.of(failure);
    return new Downloaded.TryAgain(
        reason.contains("CONNECT") && reason.contains(" 407") ? SHUT_OUT : reason, null);
  }

  private static boolean isAbout(Throwable failure, Class<? extends Throwable> type) {
    Throwable cause = failure;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
