package dev.dailies.provider.runway;

import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.StandIn;
import dev.dailies.web.WebAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where a file may be uploaded to, once.
 *
 * @param address of a storage service that is not Runway's own
 * @param fields what the service asks for beside the file
 * @param uri what stands for the file in a request, for 24 hours
 */
record UploadPlace(URI address, Map<String, String> fields, String uri) {

  /**
   * Reads the answer to {@code POST /v1/uploads}; empty if it names no place that a file could be
   * sent to.
   *
   * @param scheme the one of Runway's own address: a file is sent no less safely than the request
   */
  static Optional<UploadPlace> in(JsonAnswer answer, String scheme) {
    JsonNode root = answer.root();
    String uri = root.path("runwayUri").asString("");
    if (!uri.startsWith("runway://")) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    root.path("fields")
        .propertyStream()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
    return address(root.path("uploadUrl").asString(""), scheme)
        .map(address -> new UploadPlace(address, fields, uri));
  }

  private static Optional<URI> address(String text, String scheme) {
    return Optional.ofNullable(WebAddress.parse(text))
        .filter(place -> List.of("https", scheme.toLowerCase(Locale.ROOT)).contains(place.scheme()))
        .map(place -> StandIn.of(place.toString()));
  }
}
