package dev.dailies.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of file that are kept, told by their leading bytes and never by a header. */
public enum MediaType {
  /** Before there was a box for the kind, files began with any of the others. */
  MOV("mov", "video/quicktime", "....(?:ftypqt  |(?:free|skip|wide|mdat|moov|pnot))"),
  M4A("m4a", "audio/mp4", "....ftypM4[AB] "),
  AVIF("avif", "image/avif", "....ftyp(?:avif|avis)"),
  HEIC("heic", "image/heic", "....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)"),
  /** A segment of a stream, kept by itself, begins with a box of its own. */
  MP4("mp4", "video/mp4", "....(?:ftyp|styp)"),
  WEBM("webm", "video/webm", "\\x1aE\\xdf\\xa3.*webm"),
  MKV("mkv", "video/x-matroska", "\\x1aE\\xdf\\xa3"),
  PNG("png", "image/png", "\\x89PNG\\r\\n\\x1a\\n"),
  JPEG("jpg", "image/jpeg", "\\xff\\xd8\\xff"),
  WEBP("webp", "image/webp", "RIFF....WEBP"),
  GIF("gif", "image/gif", "GIF8[79]a"),
  WAV("wav", "audio/wav", "RIFF....WAVE"),
  /** A tag, or eleven set bits of a frame of layer III with a bit rate. */
  MP3("mp3", "audio/mpeg", "ID3|\\xff[\\xe2\\xe3\\xf2\\xf3\\xfa\\xfb][^\\xf0-\\xff]"),
  FLAC("flac", "audio/flac", "fLaC"),
  OPUS("opus", "audio/ogg", "OggS.{24}OpusHead"),
  OGG("ogg", "audio/ogg", "OggS"),
  EXR("exr", "image/x-exr", "v/1\\x01"),
  GLB("glb", "model/gltf-binary", "glTF"),
  ZIP("zip", "application/zip", "PK\\x03\\x04"),
  /** Text has no leading bytes of its own: it is told by the name that its link gives it. */
  TXT("txt", "text/plain"),
  MD("md", "text/markdown"),
  JSON("json", "application/json");

  private static final int HEAD = 64;

  private final String extension;
  private final String name;
  private final @Nullable Pattern begins;

  MediaType(String extension, String name, String begins) {
    this.extension = extension;
    this.name = name;
    this.begins = Pattern.compile(begins, Pattern.DOTALL);
  }

  MediaType(String extension, String name) {
    this.extension = extension;
    this.name = name;
    this.begins = null;
  }

  /** The first bytes of a file as text of one character per byte: enough to tell its type. */
  public static String head(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {}
    return new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
  }

  /** The type that a file with such first bytes has; empty for anything else. */
  public static Optional<MediaType> of(String head) {
    return Arrays.stream(values())
        .filter(type -> type.begins != null && type.begins.matcher(head).lookingAt())
        .findFirst();
  }

  /** The kind of text that a file of this name is; empty for anything else. */
  public static Optional<MediaType> ofText(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(type -> type.begins == null && lower.endsWith("." + type.extension))
        .findFirst();
  }

  /** Without the dot. */
  public String extension() {
    return extension;
  }

  /** As in {@code video/mp4}. */
  public String mediaName() {
    return name;
  }

  /** True if the file is a film in a tree of boxes (ISO/IEC 14496-12). */
  public boolean isIso() {
    return this == MP4 || this == MOV || this == M4A;
  }

  /** True for a still or an animated image. */
  public boolean isImage() {
    return name.startsWith("image/");
  }

  /** True for a video. */
  public boolean isVideo() {
    return name.startsWith("video/");
  }
}
