package dev.dailies.manifest.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 and names the line of the first byte that is not. The reader of the JDK either
 * replaces such bytes, which would be sent and paid for, or fails without a place.
 */
final class Utf8Reader extends Reader {

  private final InputStream in;
  private final String file;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(16 * 1024).limit(0);
  private final LineCounter lines = new LineCounter(1);
  private boolean ended;

  Utf8Reader(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!chars.hasRemaining() && !decode()) {
      return -1;
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private boolean decode() throws IOException {
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    while (chars.position() == 0 && !result.isError() && !ended) {
      fill();
      result = decoder.decode(bytes, chars, ended);
    }
    chars.flip();
    if (!chars.hasRemaining() && result.isError()) {
      throw notUtf8();
    }
    for (int i = 0; i < chars.limit(); i++) {
      lines.pass(chars.get(i));
    }
    return chars.hasRemaining();
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(count, 0));
    bytes.flip();
  }

  private UnreadableManifestException notUtf8() {
    String what = "the byte 0x%02X is not UTF-8; save the file as UTF-8";
    return UnreadableManifestException.at(
        file, lines.line(), what.formatted(bytes.get(bytes.position())));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
