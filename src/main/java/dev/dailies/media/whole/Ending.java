package dev.dailies.media.whole;

import dev.dailies.media.FlawedFileException;
import dev.dailies.media.IsoFile;
import dev.dailies.media.MediaType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file came to its own end, as its kind marks it: by a last block, or by a size that it
 * states.
 *
 * @param flaw what is missing; null if nothing is known to be
 * @param proven true if nothing can be missing; some kinds have neither an end nor a size
 * @param oddity what a person should know of a file without a flaw; null if there is nothing
 */
public record Ending(@Nullable String flaw, boolean proven, @Nullable String oddity) {

  /** Looks for the end of a file of this kind. */
  public static Ending of(MediaType type, FileChannel file) throws IOException {
    if (type.isIso()) {
      return ofFilm(new IsoFile(file));
    }
    try {
      return new Ending(null, proves(type, new Bytes(file)), null);
    } catch (FlawedFileException flaw) {
      return new Ending(flaw.getMessage(), false, null);
    }
  }

  private static Ending ofFilm(IsoFile film) throws IOException {
    String flaw = film.flaw();
    return new Ending(flaw, !film.mayGoOn(), flaw == null ? film.oddity() : null);
  }

  private static boolean proves(MediaType type, Bytes file)
      throws IOException, FlawedFileException {
    return switch (type) {
      case PNG -> PngEnd.proves(file);
      case JPEG -> JpegEnd.proves(file);
      case GIF -> GifEnd.proves(file);
      case WEBP, WAV -> RiffEnd.proves(file);
      case WEBM, MKV -> EbmlEnd.proves(file);
      case ZIP -> ZipEnd.proves(file);
      case MP3 -> Mp3End.proves(file);
      case FLAC -> FlacEnd.proves(file);
      case OGG, OPUS -> OggEnd.proves(file);
      case AVIF, HEIC -> BoxedPictureEnd.proves(file);
      case EXR -> ExrEnd.proves(file);
      case GLB -> file.holds(file.little(8, 4));
      case JSON -> TextEnd.provesJson(file);
      case TXT, MD -> TextEnd.proves(file);
      case MP4, MOV, M4A -> throw new IllegalArgumentException("a film: " + type);
    };
  }
}
