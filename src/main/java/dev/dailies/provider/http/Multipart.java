package dev.dailies.provider.http;

import com.github.mizosoft.methanol.MultipartBodyPublisher;
import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A form with files, as {@code multipart/form-data} (RFC 7578). Its length is known before it is
 * sent, and files are read while they are sent, so they may be larger than memory.
 *
 * @param body what to POST
 * @param contentType the value of the header that must go with it
 */
public record Multipart(BodyPublisher body, String contentType) {

  /** An empty form. */
  public static Form form() {
    return new Form();
  }

  /** Collects the parts in the order in which they are sent. */
  public static final class Form {

    private final MultipartBodyPublisher.Builder parts = MultipartBodyPublisher.newBuilder();

    private Form() {}

    /** Adds a text in UTF-8. */
    public Form field(String name, String value) {
      parts.textPart(onOneLine(name), value);
      return this;
    }

    /**
     * Adds a file of this machine.
     *
     * @throws UncheckedIOException if there is no such file
     */
    public Form file(String name, String filename, MediaType type, Path file) {
      try {
        // The JDK's own publisher of files loses a name that its locale cannot spell.
        BodyPublisher content = BodyPublishers.ofInputStream(() -> opened(file, filename));
        long length = Files.size(file);
        return file(name, filename, type, BodyPublishers.fromPublisher(content, length));
      } catch (IOException gone) {
        throw new UncheckedIOException("cannot read " + filename, gone);
      }
    }

    private static InputStream opened(Path file, String filename) {
      try {
        return Files.newInputStream(file);
      } catch (IOException gone) {
        throw new UncheckedIOException("cannot read " + filename, gone);
      }
    }

    /** Adds a file that is written into a row. It is decoded while it is sent. */
    public Form file(String name, String filename, MediaType type, DataUri data) {
      BodyPublisher content = BodyPublishers.ofInputStream(data::content);
      return file(name, filename, type, BodyPublishers.fromPublisher(content, data.bytes()));
    }

    private Form file(String name, String filename, MediaType type, BodyPublisher content) {
      parts.formPart(
          onOneLine(name),
          onOneLine(filename),
          content,
          com.github.mizosoft.methanol.MediaType.parse(type.mediaName()));
      return this;
    }

    /** The form as it will be sent. It may be sent more than once. */
    public Multipart build() {
      MultipartBodyPublisher body = parts.build();
      return new Multipart(body, body.mediaType().toString());
    }

    /** A line break in a name would begin another header. */
    private static String onOneLine(String name) {
      return name.replaceAll("\\p{Cntrl}", "_");
    }
  }
}
