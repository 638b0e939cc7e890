package dev.dailies.provider;

import dev.dailies.media.MediaType;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service that generates. An adapter translates and classifies; it never waits, repeats, or
 * remembers. Every method may be called from several threads at once.
 */
public interface Provider {

  /** What no ticket of any provider looks like: words, paths and addresses. */
  Pattern ANY_TICKET = Pattern.compile("[^\\s/:]+");

  /** The form of an id as most services give them. */
  Pattern UUID_TICKET = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Judges a shot before anything is spent: no network, no side effect. */
  Review review(Shot shot);

  /**
   * Builds what will be sent; may upload the shot's files. Free and repeatable: creates nothing
   * that costs money. Never throws for what a provider or a network does.
   */
  Preparation prepare(Shot shot);

  /**
   * Writes what would be sent for a shot under today's settings, as a text for comparing shots:
   * pure, and the same for two shots whose requests would not differ. The inputs stand in it as
   * they stand in the shot.
   */
  default String draft(Shot shot) {
    return shot.toString();
  }

  /** The model that a shot goes to, by the name that its request has. */
  default ModelChoice model(Shot shot) {
    return new ModelChoice(shot.model(), false);
  }

  /** How long a shot takes, as a rule, by what is known beforehand; empty if nobody says. */
  default Optional<TimeRange> usualTime(Shot shot) {
    return Optional.empty();
  }

  /** Sends exactly one request, once. Never throws for what a provider or a network does. */
  Submission submit(Request request, AttemptId id);

  /** Asks for a task once, at the attempt's own address. Free, and changes nothing. */
  Progress poll(Attempt attempt);

  /**
   * The form of its tickets, by which a person's paste is told from one; loose where it is free.
   */
  default Pattern ticketForm() {
    return ANY_TICKET;
  }

  /**
   * A digest of what the settings put into every request beside the row, as a workflow is: another
   * one tomorrow means that the same row would make another clip. Null if there is nothing.
   */
  default @Nullable String recipe() {
    return null;
  }

  /**
   * True if a row may name a file that lies at the provider's server: {@code server:example.png}.
   */
  default boolean hasFiles() {
    return false;
  }

  /** What a plan tells of what the settings leave open, line by line; mostly nothing. */
  default List<String> assumptions() {
    return List.of();
  }

  /** Looks for what is left of a task that is no longer known. Free, and changes nothing. */
  default Leftovers leftovers(Attempt attempt) {
    return Leftovers.NONE;
  }

  /** True if tasks may be sent again that are no longer known, see {@link Leftovers}. */
  default boolean sendsLostAgain() {
    return false;
  }

  /** What can be done about an attempt in doubt. */
  Recovery recovery();

  /**
   * Asks, where there is a harmless call for that, whether the address of a request is well: after
   * an outage, before a shot is risked. Free, and changes nothing.
   */
  default Probe probe(Request request) {
    return Probe.UNKNOWN;
  }

  /** What an address in a row has to lead to; empty if nobody fetches the file. */
  default Optional<LinkWish> links() {
    return Optional.of(LinkWish.ANY);
  }

  /**
   * How it receives us and how the account stands, by its addresses: each call goes over the
   * network, by what is documented as harmless. Free, and changes nothing.
   */
  default Map<String, Supplier<Account>> accounts() {
    return Map.of();
  }

  /**
   * What can be asked of its servers before anything is sent, by their addresses. Each call goes
   * over the network; free, and changes nothing.
   */
  default Map<String, Supplier<Inspection>> inspections() {
    return Map.of();
  }

  /**
   * What people should know about its servers, as far as it has been seen: sentences, mostly none.
   */
  default List<String> remarks() {
    return List.of();
  }

  /** Where it tells what it has charged; empty where nobody does. */
  default Optional<Statement.Source> charges() {
    return Optional.empty();
  }

  /**
   * Whether the settings still name the address that an earlier request went to. What was sent is
   * watched at its own address all the same.
   *
   * @param baseUrl as in {@link Request#baseUrl}
   */
  boolean stillNames(String baseUrl);

  /**
   * The addresses that a request's results may lie at without being public: the provider's own, and
   * any other that the settings have named to it.
   */
  default List<String> homes(Request request) {
    return List.of(request.baseUrl());
  }

  /** The largest seed that it takes, whatever the model. */
  default BigInteger largestSeed() {
    return BigInteger.valueOf(4_294_967_295L);
  }

  /** The kinds of file that the result of an operation may be. */
  default Set<MediaType> results(Operation operation) {
    return operation.results();
  }

  /**
   * Headers that a request's results need to be fetched with, as a name and its value. They are
   * sent only to the host of the request's own address.
   */
  default Map<String, String> fetchHeaders(Request request) {
    return Map.of();
  }
}
