package dev.dailies.provider.generator;

import dev.dailies.provider.http.Multipart;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of {@code POST /api/generate}, kept as JSON until they are sent as a form. The ComfyUI
 * server is one of them, so a task is followed where it was sent.
 */
final class GenerateForm {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SERVER = "serverUrl";

  private GenerateForm() {}

  /** The fields as JSON text. */
  static String of(
      String imageUrl, String text, @Nullable String server, @Nullable String pipeline) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("imageUrl", imageUrl);
    fields.put("text", text);
    if (server != null) {
      fields.put(SERVER, server);
    }
    if (pipeline != null) {
      fields.put("comfyPipeline", pipeline);
    }
    return JSON.writeValueAsString(fields);
  }

  /** The form that is sent. */
  static Multipart form(String fields) {
    Multipart.Form form = Multipart.form();
    JSON.readTree(fields)
        .propertyStream()
        .forEach(field -> form.field(field.getKey(), field.getValue().asString()));
    return form.build();
  }

  /** The ComfyUI server that was asked for; empty if none was. */
  static String server(String fields) {
    return JSON.readTree(fields).path(SERVER).asString("");
  }
}
