package dev.dailies.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which endpoint answers what. */
public final class Routes {

  private final Map<String, Endpoint> routes = new LinkedHashMap<>();
  private final Map<String, Endpoint> corners = new LinkedHashMap<>();

  /**
   * Adds a route.
   *
   * @param path with a slash at its end it stands for all paths with one more part
   */
  public Routes on(String method, String path, Endpoint endpoint) {
    routes.put(method + " " + path, endpoint);
    return this;
  }

  /** Adds an endpoint for every other path with this prefix. */
  public Routes otherwise(String prefix, Endpoint endpoint) {
    corners.put(prefix, endpoint);
    return this;
  }

  Optional<Endpoint> find(String method, String path) {
    String verb = method.equals("HEAD") ? "GET" : method;
    return route(verb, path)
        .or(() -> route(verb, path.substring(0, path.lastIndexOf('/') + 1)))
        .or(() -> corner(path));
  }

  private Optional<Endpoint> route(String method, String path) {
    return Optional.ofNullable(routes.get(method + " " + path));
  }

  private Optional<Endpoint> corner(String path) {
    return corners.entrySet().stream()
        .filter(corner -> path.startsWith(corner.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
