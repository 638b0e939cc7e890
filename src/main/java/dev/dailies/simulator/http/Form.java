package dev.dailies.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileSizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;
import org.apache.commons.fileupload.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent as {@code multipart/form-data}.
 *
 * @param fields its texts by name
 * @param files its files by name
 */
public record Form(Map<String, String> fields, Map<String, Upload> files) {

  /**
   * A file in a form.
   *
   * @param name what the client calls it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Upload(String name, byte[] content) {}

  /** Runway's limit for an upload; the largest of all formats. */
  static final long LARGEST = 200L * 1024 * 1024;

  /**
   * The form in a request, which is empty if the request holds none; read up to its end.
   *
   * @throws FileUploadIOException if a file is larger than any that is taken
   */
  public static Form of(HttpExchange exchange) throws IOException {
    return of(exchange, exchange.getRequestBody());
  }

  /** The form in a body that was read already. */
  public static Form of(HttpExchange exchange, byte[] body) throws IOException {
    return of(exchange, new ByteArrayInputStream(body));
  }

  /** A text; empty if it is not there. */
  public String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A file, if it is there. */
  public Optional<Upload> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static Form of(HttpExchange exchange, InputStream body) throws IOException {
    FileUpload parser = new FileUpload();
    parser.setFileSizeMax(LARGEST);
    Form form = new Form(new LinkedHashMap<>(), new LinkedHashMap<>());
    @Nullable String type = exchange.getRequestHeaders().getFirst("Content-Type");
    try {
      FileItemIterator parts = parser.getItemIterator(new RequestBody(type, body));
      while (parts.hasNext()) {
        form.add(parts.next());
      }
    } catch (FileSizeLimitExceededException tooLarge) {
      throw new FileUploadIOException(tooLarge);
    } catch (FileUploadException | MalformedStreamException noForm) {
      return new Form(Map.of(), Map.of());
    }
    return form;
  }

  private void add(FileItemStream part) throws IOException {
    byte[] content = part.openStream().readAllBytes();
    if (part.isFormField()) {
      fields.put(part.getFieldName(), new String(content, StandardCharsets.UTF_8));
    } else {
      files.put(part.getFieldName(), new Upload(part.getName(), content));
    }
  }

  /** A request as the parser of forms wants to see it. */
  private record RequestBody(@Nullable String type, InputStream body) implements RequestContext {

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    @SuppressWarnings("deprecation") // by name alone: it must be there
    public int getContentLength() {
      return -1;
    }

    @Override
    public String getContentType() {
      return type == null ? "" : type;
    }

    @Override
    public InputStream getInputStream() {
      return body;
    }
  }
}
