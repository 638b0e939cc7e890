package dev.dailies.delivery;

import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.OddName;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Shakes hands with the servers of files. A name that Java takes for none ({@link OddName}) is told
 * and proven apart.
 */
final class FileTls implements TlsSocketStrategy {

  private final Network network;
  private final TlsSocketStrategy usual;

  FileTls(Network network) {
    SSLContext context = network.tls();
    this.network = network;
    this.usual =
        context == null
            ? DefaultClientTlsStrategy.createSystemDefault()
            : new DefaultClientTlsStrategy(context);
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, Object attachment, HttpContext call)
      throws IOException {
    TlsSocketStrategy strategy = OddName.isOne(target) ? naming(target) : usual;
    return strategy.upgrade(socket, target, port, attachment, call);
  }

  private TlsSocketStrategy naming(String host) {
    return new DefaultClientTlsStrategy(network.tlsFor(host)) {
      @Override
      protected void initializeSocket(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        OddName.tell(host, parameters);
        socket.setSSLParameters(parameters);
      }
    };
  }
}
