package dev.dailies.files;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that no clip may have, by what stands before the first dot, whatever the case. */
public final class ReservedNames {

  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[1-9¹²³]");

  /** The files that Dailies writes beside the clips, without their extensions. */
  private static final Set<String> OURS = Set.of("results", "failures", "summary", "report");

  private ReservedNames() {}

  /** True for what is a device on Windows, and never a file. */
  public static boolean isDevice(String name) {
    return DEVICE.matcher(stem(name)).matches();
  }

  /** True for the name of a file that Dailies itself writes. */
  public static boolean isOurs(String name) {
    return OURS.contains(stem(name));
  }

  private static String stem(String name) {
    return name.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
  }
}
