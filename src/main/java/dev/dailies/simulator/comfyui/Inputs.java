package dev.dailies.simulator.comfyui;

import com.sun.net.httpserver.HttpExchange;
import dev.dailies.simulator.UploadStore;
import dev.dailies.simulator.http.Answer;
import dev.dailies.simulator.http.Form;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/** The input folder: takes files, and never overwrites one by another unless asked to. */
final class Inputs {

  private static final Pattern NAME = Pattern.compile("(?s)(.*?)(\\.[^.]*)?");

  private final UploadStore shelf = new UploadStore();

  /** Answers {@code POST /upload/image}. */
  Optional<Answer> take(HttpExchange exchange) throws IOException {
    Form form = Form.of(exchange);
    Optional<Form.Upload> file = form.file("image");
    String folder = form.text("subfolder");
    if (file.isEmpty() || leaves(folder) || leaves(file.get().name())) {
      return Optional.of(Answer.text(400, "text/plain", ""));
    }
    boolean overwrite = form.text("overwrite").matches("true|1");
    String name = put(folder, file.get(), overwrite);
    return Optional.of(
        Answer.json(
            200,
            JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("subfolder", folder)
                .put("type", "input")));
  }

  /** True if a workflow may load the file: by its path, perhaps with {@code [input]} behind it. */
  boolean has(String path) {
    return get(path.replaceFirst(" \\[input]$", "")).isPresent();
  }

  Optional<byte[]> get(String path) {
    return shelf.get(path);
  }

  /** The same name for the same content; for another content, a name with a number. */
  private synchronized String put(String folder, Form.Upload file, boolean overwrite) {
    String name = overwrite ? file.name() : free(folder, file);
    shelf.put(path(folder, name), file.content());
    return name;
  }

  private String free(String folder, Form.Upload file) {
    Matcher parts = NAME.matcher(file.name());
    String extension = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
    String stem = file.name().substring(0, file.name().length() - extension.length());
    String name = file.name();
    for (int number = 1; isOther(path(folder, name), file.content()); number++) {
      name = stem + " (" + number + ")" + extension;
    }
    return name;
  }

  private boolean isOther(String path, byte[] content) {
    return shelf.get(path).filter(there -> !Arrays.equals(there, content)).isPresent();
  }

  static String path(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** True if a path could lead out of its folder. */
  static boolean leaves(String path) {
    return path.startsWith("/") || Arrays.asList(path.split("/", -1)).contains("..");
  }
}
