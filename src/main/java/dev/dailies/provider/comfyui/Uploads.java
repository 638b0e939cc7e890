package dev.dailies.provider.comfyui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dailies.files.Sha256;
import dev.dailies.media.DataUri;
import dev.dailies.media.MediaType;
import dev.dailies.provider.Evidence;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Submission;
import dev.dailies.provider.comfyui.workflow.ParameterType;
import dev.dailies.provider.http.Exchange;
import dev.dailies.provider.http.JsonAnswer;
import dev.dailies.provider.http.Multipart;
import dev.dailies.provider.http.StandIn;
import dev.dailies.provider.http.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings the files of a row to a server. They are named by their content: repeating it writes
 * nothing, and no file that a waiting prompt uses is ever replaced.
 */
final class Uploads {

  /** The largest file that is fetched from an address, in bytes. */
  private static final int MOST = 64 * 1024 * 1024;

  /** Enough to tell a file's type. */
  private static final int HEAD = 64;

  private static final String FOLDER = "dailies";

  private final ComfyuiHttp http;
  private final Inputs inputs;

  Uploads(ComfyuiHttp http, Inputs inputs) {
    this.http = http;
    this.inputs = inputs;
  }

  /** Uploads what a cell means, unless it is at the server already. */
  Upload send(String server, String cell, ParameterType wanted) {
    Optional<String> onServer = Inputs.onServer(cell);
    if (onServer.isPresent()) {
      return new Upload.Stored(onServer.get());
    }
    Input input = inputs.of(cell);
    if (input instanceof Input.LocalFile file) {
      return file(server, file);
    }
    if (input instanceof Input.Inline inline) {
      return inline(server, inline.data(), wanted);
    }
    if (input instanceof Input.Unusable unusable) {
      return refused(unusable.problem() + "; " + unusable.fix(), Evidence.NONE);
    }
    return fetched(server, ((Input.Link) input).url(), wanted);
  }

  private Upload file(String server, Input.LocalFile file) {
    try {
      String name = Sha256.of(file.path()) + "." + file.type().extension();
      return post(server, form().file("image", name, file.type(), file.path()).build());
    } catch (IOException | UncheckedIOException unreadable) {
      return refused("cannot read " + file.name(), Evidence.NONE);
    }
  }

  private Upload inline(String server, DataUri data, ParameterType wanted) {
    try (InputStream head = data.content();
        ReadableByteChannel content = Channels.newChannel(data.content())) {
      Optional<MediaType> type =
          MediaType.of(new String(head.readNBytes(HEAD), ISO_8859_1)).filter(fits(wanted));
      if (type.isEmpty()) {
        return refused("by its first bytes this is not " + wanted.expected(), Evidence.NONE);
      }
      String name = Sha256.of(content) + "." + type.get().extension();
      return post(server, form().file("image", name, type.get(), data).build());
    } catch (IOException undecodable) {
      return refused("the data URI is cut short", Evidence.NONE);
    }
  }

  /**
   * Servers fetch nothing themselves, so it goes through here: https alone, no redirects. Whatever
   * is wrong with the address concerns this row alone, and must not hold up others.
   */
  private Upload fetched(String server, String url, ParameterType wanted) {
    Path file = null;
    try {
      file = Files.createTempFile("dailies-", ".input");
      Path written = file;
      return http.fetch(StandIn.of(url), MOST, written)
          .fold(
              answer ->
                  answer.status() == 200 ? content(server, written, wanted) : unfetched(answer),
              broken -> later("an input cannot be fetched: " + reason(broken)));
    } catch (IllegalArgumentException noAddress) {
      return refused("the input's address is none", Evidence.NONE);
    } catch (IOException unwritable) {
      return later("an input cannot be kept while it is sent: " + unwritable.getMessage());
    } finally {
      delete(file);
    }
  }

  private Upload content(String server, Path file, ParameterType wanted) {
    try (FileChannel content = FileChannel.open(file)) {
      Optional<MediaType> type = MediaType.of(MediaType.head(content)).filter(fits(wanted));
      if (type.isEmpty()) {
        return refused("by its first bytes this is not " + wanted.expected(), Evidence.NONE);
      }
      String name = Sha256.of(file) + "." + type.get().extension();
      return post(server, form().file("image", name, type.get(), file).build());
    } catch (IOException unreadable) {
      return later("an input cannot be read again: " + unreadable.getMessage());
    }
  }

  private static Predicate<MediaType> fits(ParameterType wanted) {
    return kind -> kind.mediaName().startsWith(wanted.mediaPrefix());
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // It lies in the folder for such files, which the system clears.
    }
  }

  /** A link may have expired for good; a server in trouble may be well tomorrow. */
  private static Upload unfetched(Exchange.Answer answer) {
    String reason = "the input's address answers HTTP " + answer.status();
    int status = answer.status();
    return status == 408 || status == 429 || status >= 500
        ? later(reason)
        : refused(reason, answer.evidence());
  }

  private static Upload later(String reason) {
    return new Upload.Failed(new Preparation.Postponed(reason));
  }

  private static String reason(Exchange.Broken broken) {
    Progress look = broken.asProgress();
    return look instanceof Progress.Unreadable unreadable
        ? unreadable.reason()
        : ((Progress.Halt) look).reason();
  }

  private static Multipart.Form form() {
    return Multipart.form().field("subfolder", FOLDER).field("type", "input");
  }

  private Upload post(String server, Multipart form) {
    return http.post(server + "/upload/image", form)
        .fold(
            answer -> read(server, http.read(answer)),
            broken -> new Upload.Failed(broken.asPreparation()));
  }

  private Upload read(String server, JsonAnswer answer) {
    String name = answer.text(answer.root().path("name"));
    if (answer.isSuccess() && name != null) {
      String folder = answer.text(answer.root().path("subfolder"));
      return new Upload.Stored(folder == null ? name : folder + "/" + name);
    }
    return answer.status() == 400 || answer.status() == 413
        ? refused("the upload was answered HTTP " + answer.status(), answer.evidence())
        : new Upload.Failed(ComfyuiError.of(server, answer, http));
  }

  private static Upload refused(String reason, Evidence evidence) {
    return new Upload.Failed(new Submission.Refused("input", reason, evidence));
  }
}
