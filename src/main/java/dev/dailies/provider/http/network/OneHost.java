package dev.dailies.provider.http.network;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The proxy of a host that is asked for by its address: the name says which it is, or none. */
public final class OneHost extends ProxySelector {

  private final Proxies proxies;
  private final URI named;

  public OneHost(Proxies proxies, URI named) {
    this.proxies = proxies;
    this.named = named;
  }

  @Override
  public List<Proxy> select(URI addressed) {
    return proxies.select(named);
  }

  @Override
  public void connectFailed(URI url, SocketAddress proxy, IOException failure) {
    // The next try asks the same one: there is no other.
  }
}
