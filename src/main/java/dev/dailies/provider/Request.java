package dev.dailies.provider;

import dev.dailies.media.DataUri;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what will be sent, frozen in the ledger before it is. Holds no secret.
 *
 * @param baseUrl the provider's address at the time; polling goes there, wherever the settings
 *     point later
 * @param route the path below it, as in {@code /runwayml/v1/image_to_video}
 * @param body the fields as JSON text, with the marks of the files in it
 * @param files what is written out in the body while it is sent; empty once it was
 * @param price what the request is expected to cost; null if nobody knows
 * @param used what it says where the row may have said nothing
 * @param recipe as in {@link Provider#recipe}; null if the provider has none, or it was not kept
 */
public record Request(
    String baseUrl,
    String route,
    @Nullable String model,
    String body,
    List<FileInBody> files,
    @Nullable Price price,
    Used used,
    @Nullable String recipe)
    implements Preparation {

  public Request {
    files = List.copyOf(files);
  }

  /** A request in which no file is written out. */
  public Request(
      String baseUrl,
      String route,
      @Nullable String model,
      String body,
      @Nullable Price price,
      Used used,
      @Nullable String recipe) {
    this(baseUrl, route, model, body, List.of(), price, used, recipe);
  }

  /** A request to a provider that has no recipe, and that does not tell what was chosen for it. */
  public Request(
      String baseUrl, String route, @Nullable String model, String body, @Nullable Price price) {
    this(baseUrl, route, model, body, price, Used.UNTOLD, null);
  }

  /** What is sent, wherever it goes. */
  public String draft() {
    return route + "\n" + body;
  }

  /** The same with files that are written out in it. */
  public Request writingOut(List<FileInBody> written) {
    return new Request(baseUrl, route, model, body, written, price, used, recipe);
  }

  /** False if a file is no longer what this was prepared with. */
  public boolean hasItsFiles() {
    return files.stream().allMatch(FileInBody::isAsItWas);
  }

  /** The same for the record: inline data stands there as its kind and size. */
  public Request forTheRecord() {
    String recorded = DataUri.shortenAll(body);
    for (FileInBody file : files) {
      recorded = recorded.replace(file.mark(), file.forTheRecord());
    }
    return new Request(baseUrl, route, model, recorded, price, used, recipe);
  }
}
