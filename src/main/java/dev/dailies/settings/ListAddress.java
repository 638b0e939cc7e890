package dev.dailies.settings;

import dev.dailies.files.Sha256;
import dev.dailies.web.WebAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a list on the web. Its query may hold what nobody else is to know, and what
 * changes from day to day: it is kept, and neither shown nor part of a name.
 */
record ListAddress(WebAddress web) {

  private static final Pattern WRITTEN = Pattern.compile("(?i)https?:.*");
  private static final Pattern WITH_USER = Pattern.compile("[^/]*//[^/?#]*@.*");
  private static final Pattern NAMED =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,60}\\.(?:csv|tsv|txt|xlsx|jsonl|json)");
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9_-]+");
  private static final int LONGEST = 30;
  private static final int DIGITS = 8;

  /**
   * Reads what may be an address; empty for the name of a file.
   *
   * @throws SettingsException for an address that cannot be used
   */
  static Optional<ListAddress> of(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    WebAddress web = WITH_USER.matcher(text).matches() ? null : WebAddress.parse(text);
    if (web == null) {
      throw new SettingsException(
          "this address cannot be used; give one as in https://host/shots.csv, without a user"
              + " name");
    }
    ListAddress address = new ListAddress(web);
    if (!isEncrypted(web) && !isLocal(web)) {
      throw new SettingsException(
          address.shown()
              + " would be read unencrypted, and could be changed on its way; write https://");
    }
    return Optional.of(address);
  }

  /**
   * True if a redirect may be followed: nobody can change the answer on its way, and a list that
   * comes from elsewhere is not read from a server of this machine.
   */
  static boolean mayLead(WebAddress from, WebAddress to) {
    return isEncrypted(to) || (isLocal(from) && isLocal(to));
  }

  private static boolean isEncrypted(WebAddress address) {
    return address.scheme().equals("https");
  }

  private static boolean isLocal(WebAddress address) {
    return WebAddress.isLoopback(address.host());
  }

  /** The address for people to read. */
  String shown() {
    return web.withoutQuery();
  }

  /** A name for the list's file. One that the address does not name is called by its whole path. */
  String fileName() {
    String last = web.path().substring(web.path().lastIndexOf('/') + 1);
    if (NAMED.matcher(last).matches()) {
      return last;
    }
    String word = ODD.matcher(last.isEmpty() ? "list" : last).replaceAll("-");
    return "%s-%s.csv"
        .formatted(
            word.substring(0, Math.min(LONGEST, word.length())),
            Sha256.of(web.withoutQuery()).substring(0, DIGITS));
  }

  /** The whole address, for the request and for what the folder remembers. */
  @Override
  public String toString() {
    return web.toString();
  }
}
