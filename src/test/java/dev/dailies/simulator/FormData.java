package dev.dailies.simulator;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A form with files, as clients send it. */
final class FormData {

  private static final String BOUNDARY = "----a-boundary";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  FormData text(String name, String value) {
    return part(
        "Content-Disposition: form-data; name=\"" + name + "\"",
        value.getBytes(StandardCharsets.UTF_8));
  }

  FormData file(String name, String filename, byte[] content) {
    return part(
        "Content-Disposition: form-data; name=\""
            + name
            + "\"; filename=\""
            + filename
            + "\"\r\nContent-Type: image/png",
        content);
  }

  HttpRequest.Builder post(HttpRequest.Builder request) {
    byte[] whole =
        (body.toString(StandardCharsets.ISO_8859_1) + "--" + BOUNDARY + "--\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    return request
        .setHeader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(whole));
  }

  private FormData part(String headers, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }
}
