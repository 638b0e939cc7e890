package dev.dailies.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be done about an attempt whose submission was not answered. */
public sealed interface Recovery {

  /**
   * Nothing: we know no id by which the provider could be asked, so a person decides.
   *
   * @param whereToLook where a person finds out, as the end of "look …"
   * @param page the address to open for that; null if none is known
   */
  record ByAPerson(String whereToLook, @Nullable String page) implements Recovery {}

  /**
   * The provider can be asked by our own id. A request that was cut off may still be on its way, so
   * one answer "absent" proves nothing.
   *
   * @param looks how often in a row it must be absent before it certainly is not there
   * @param pause how long to wait between two of these looks
   * @param whereToLook where a person finds out if it cannot tell, as the end of "look …"
   */
  record LookUp(Finder finder, int looks, Duration pause, String whereToLook) implements Recovery {}

  /** Asks a provider for an attempt. */
  interface Finder {

    /** Looks once, at the request's own address. Free, and changes nothing. */
    Sighting find(AttemptId id, Request request);
  }

  /** What one such look has shown. */
  sealed interface Sighting {

    /** The answer's status and id, for the event log. */
    Evidence evidence();

    /** It was taken: this is its ticket. */
    record Found(String ticket, Evidence evidence) implements Sighting {}

    /** It is not there, or not yet. */
    record Absent(Evidence evidence) implements Sighting {}

    /** This provider can never tell, however often it is asked. */
    record Untold(String reason, Evidence evidence) implements Sighting {}

    /** The look failed, which says nothing about the attempt. */
    record Unclear(String reason, Evidence evidence) implements Sighting {}
  }
}
