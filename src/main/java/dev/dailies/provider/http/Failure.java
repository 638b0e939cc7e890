package dev.dailies.provider.http;

import dev.dailies.provider.Secret;
import dev.dailies.provider.Submission;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Says what it proves that the HTTP client gave an exception instead of an answer. That nobody has
 * asked for the body is proof that nothing was sent; some exceptions prove it too, since the client
 * takes the body up while it is still shaking hands.
 */
final class Failure {

  private static final String SILENT_END = "the connection was closed before an answer came";

  private Failure() {}

  /**
   * Judges an exception.
   *
   * @param heldBack true if the body was never asked for
   * @param key taken out of what people see
   */
  static Exchange.Broken judge(Throwable failure, boolean heldBack, Secret key) {
    String words = key.redact(describe(failure));
    // Only the very first bytes of a connection can be found to be no TLS.
    if (isNoTls(failure)) {
      return new Exchange.Untrusted(
          "it speaks http where the address says https", "; see base-url");
    }
    if (failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof UnresolvedAddressException
        || isCutHandshake(failure)) {
      return new Exchange.NotSent(words);
    }
    // Any other SSLException may come after the request has gone out.
    if (failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException
        || (heldBack && failure instanceof SSLException)) {
      return new Exchange.Untrusted(words);
    }
    return heldBack
        ? new Exchange.NotSent(words)
        : cut(words, causes(failure).anyMatch(TooLargeException.class::isInstance));
  }

  /** The answer is not whole. */
  static Exchange.NoAnswer cut(String words, boolean isTooLarge) {
    boolean isSaid = words.equals(SILENT_END);
    return new Exchange.NoAnswer(isSaid ? words : "no complete answer came: " + words, isTooLarge);
  }

  /** The connection broke before the two sides had agreed on anything: nothing was sent. */
  private static boolean isCutHandshake(Throwable failure) {
    return failure instanceof SSLHandshakeException
        && (failure.getCause() instanceof SocketException
            || failure.getCause() instanceof EOFException
            || String.valueOf(failure.getMessage()).contains("terminated the handshake"));
  }

  private static boolean isNoTls(Throwable failure) {
    return causes(failure)
        .filter(SSLException.class::isInstance)
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(message -> message.contains("unrecognized ssl message"));
  }

  /** In the client's own words its parser has received no bytes. */
  private static boolean isSilentEnd(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("header parser received no bytes");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(10);
  }

  private static String describe(Throwable failure) {
    if (causes(failure).anyMatch(Failure::isSilentEnd)) {
      return SILENT_END;
    }
    if (causes(failure).anyMatch(UnresolvedAddressException.class::isInstance)) {
      return Submission.NotNow.UNKNOWN_HOST;
    }
    String message =
        causes(failure).map(Throwable::getMessage).filter(m -> m != null).findFirst().orElse(null);
    if (message == null) {
      // The client says no more of a refused connection.
      return failure instanceof ConnectException
          ? "cannot connect"
          : failure.getClass().getSimpleName();
    }
    return message.startsWith("Tunnel failed, got: ")
        ? "the proxy does not reach the host: HTTP " + message.replaceAll("\\D", "")
        : message;
  }
}
