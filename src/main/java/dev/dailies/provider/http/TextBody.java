package dev.dailies.provider.http;

import dev.dailies.provider.FileInBody;
import dev.dailies.provider.Request;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * A text as a request's body, in UTF-8. It is encoded piece by piece while it is sent: a video may
 * be written out in it, and Java's own publisher holds all of it a second time until it is
 * answered.
 */
final class TextBody {

  private static final int PIECE = 16 * 1024;

  private TextBody() {}

  /** It may be sent more than once. */
  static BodyPublisher of(String text) {
    long length = 0;
    for (Iterator<byte[]> pieces = new Pieces(text); pieces.hasNext(); ) {
      length += pieces.next().length;
    }
    return length == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(() -> new Pieces(text)), length);
  }

  /** The body of a request, in which each file stands at its mark. */
  static BodyPublisher of(Request request) {
    List<FileInBody> inOrder =
        request.files().stream()
            .sorted(Comparator.comparing(file -> request.body().indexOf(file.mark())))
            .toList();
    List<BodyPublisher> parts = new ArrayList<>();
    String left = request.body();
    for (FileInBody file : inOrder) {
      String[] around = left.split(Pattern.quote(file.mark()), 2);
      parts.add(of(around[0]));
      parts.add(new WrittenFile(file));
      left = around[1];
    }
    parts.add(of(left));
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private static final class Pieces implements Iterator<byte[]> {

    private final String text;
    private int start;

    Pieces(String text) {
      this.text = text;
    }

    @Override
    public boolean hasNext() {
      return start < text.length();
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int end = Math.min(start + PIECE, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      String piece = text.substring(start, end);
      start = end;
      return piece.getBytes(StandardCharsets.UTF_8);
    }
  }
}
