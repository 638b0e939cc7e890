package dev.dailies.job.faults;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the table: a way to misbehave, and what it must lead to at each place.
 *
 * @param settings those of the provider that the run meets it with
 */
record Fault(
    String name,
    TlsMode door,
    Misbehaviour misdeed,
    Map<Place, Fate> fates,
    Map<String, String> settings) {

  static Fault of(String name, Misbehaviour misdeed) {
    return new Fault(name, TlsMode.OPEN, misdeed, Map.of(), Map.of());
  }

  /** A fault that no request ever gets through. */
  static Fault at(TlsMode door, String name) {
    return new Fault(name, door, FaultRequest::sane, Map.of(), Map.of());
  }

  Fault create(Fate fate) {
    return leadsTo(Place.CREATE, fate);
  }

  Fault poll(Fate fate) {
    return leadsTo(Place.POLL, fate);
  }

  Fault file(Fate fate) {
    return leadsTo(Place.FILE, fate);
  }

  /** The same for files, and only the first time: whatever it is, the clip is here in the end. */
  Fault onceAtTheFile() {
    return new Fault(
        name + ", the first time", door, misdeed.once(), Map.of(Place.FILE, Fate.PASSES), settings);
  }

  private Fault leadsTo(Place place, Fate fate) {
    Map<Place, Fate> more = new EnumMap<>(Place.class);
    more.putAll(fates);
    more.put(place, fate);
    return new Fault(name, door, misdeed, more, settings);
  }

  /** The same with a setting of the provider. */
  Fault with(String setting, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(setting, value);
    return new Fault(name, door, misdeed, fates, more);
  }
}
