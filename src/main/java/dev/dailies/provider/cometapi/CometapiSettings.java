package dev.dailies.provider.cometapi;

import dev.dailies.web.WebAddress;
import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that only providers of the type {@code cometapi} have.
 *
 * @param format which one is used where both have the operation
 * @param callbackUrl what the compatibility format is told to call when a task has ended. That
 *     format requires it, though nobody needs to listen there: tasks are polled
 */
public record CometapiSettings(
    @DefaultValue("official") Format format,
    @DefaultValue(CometapiSettings.NOBODY) URI callbackUrl) {

  /** A name that never leads anywhere (RFC 2606). */
  static final String NOBODY = "https://callback.invalid/";

  /** CometAPI's two request formats for the same models. */
  public enum Format {
    /** Nearly Runway's own. */
    OFFICIAL,
    /** An older one, and the only one that makes a video of text. */
    COMPAT
  }

  public CometapiSettings {
    boolean callable =
        "https".equalsIgnoreCase(callbackUrl.getScheme())
            && WebAddress.parse(callbackUrl.toString()) != null
            && !String.valueOf(callbackUrl.getRawAuthority()).contains("@");
    if (!callable) {
      throw new IllegalArgumentException(
          "callback-url must be https://host/path, without user name or password");
    }
  }

  /** The settings where nothing is configured. */
  public static CometapiSettings usual() {
    return new CometapiSettings(Format.OFFICIAL, URI.create(NOBODY));
  }
}
