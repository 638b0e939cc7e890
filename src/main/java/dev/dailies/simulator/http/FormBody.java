package dev.dailies.simulator.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.RequestContext;
import org.jspecify.annotations.Nullable;

/** A request as the parser of forms wants to see it. */
record FormBody(@Nullable String type, InputStream body) implements RequestContext {

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
