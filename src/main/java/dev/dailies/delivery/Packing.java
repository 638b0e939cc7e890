package dev.dailies.delivery;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the bytes of a body are said to be packed. Nobody asks for it; some servers do it all the
 * same, and some only say so.
 *
 * @param layers the innermost first, as the header {@code Content-Encoding} names them
 */
record Packing(List<Layer> layers) {

  private static final Pattern COMMA = Pattern.compile(",");

  /** What the header says; what nobody knows is left to whoever looks at the file. */
  static Packing of(HttpHeaders headers) {
    List<Layer> layers = new ArrayList<>();
    for (String value : headers.allValues("Content-Encoding")) {
      for (String name : COMMA.splitAsStream(value).toList()) {
        switch (name.strip().toLowerCase(Locale.ROOT)) {
          case "gzip", "x-gzip" -> layers.add(Layer.GZIP);
          case "deflate" -> layers.add(Layer.DEFLATE);
          default -> {}
        }
      }
    }
    return new Packing(List.copyOf(layers));
  }

  boolean isNone() {
    return layers.isEmpty();
  }

  /** One way to pack bytes. */
  enum Layer {
    GZIP,
    DEFLATE;

    /** True if bytes that begin so are packed in this way. */
    boolean begins(int first, int second) {
      return this == GZIP
          ? first == 0x1f && second == 0x8b
          : (first & 0xf) == 8 && (first << 8 | second) % 31 == 0;
    }
  }
}
