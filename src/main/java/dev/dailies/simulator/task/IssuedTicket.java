package dev.dailies.simulator.task;

import dev.dailies.provider.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A task, written whole into its own id. So the simulator remembers nothing, and one that starts
 * after another was killed knows every task of its predecessor.
 *
 * <p>The id is a UUID in form only, like some of CometAPI's own. From the left: 42 bits of creation
 * time, 12 of serial number, 4 of seconds, 3 of outcome, 3 of operation; 24 of generation time, 8
 * of shape, 11 of size, and 21 that check all the others.
 *
 * @param created milliseconds since 1970
 * @param serial tells the tasks of one millisecond apart
 * @param seconds how long the clip plays, at most {@value #LONGEST_CLIP}
 * @param generation milliseconds from the creation to the end
 * @param size the least size of the clip
 */
@SuppressWarnings("EnumOrdinal") // the order of the outcomes is the format, and says so there
public record IssuedTicket(
    long created,
    int serial,
    int seconds,
    Outcome outcome,
    int generation,
    Operation operation,
    Shape shape,
    SizeClass size) {

  /** The longest generation time that a ticket can hold, in milliseconds: four and a half hours. */
  static final int LONGEST_GENERATION = (1 << 24) - 1;

  /** The longest that a clip can play, in seconds. */
  public static final int LONGEST_CLIP = 15;

  /** One more than the largest serial number. */
  static final int SERIALS = 1 << 12;

  /** The operations by their number in an id: add at the end. */
  private static final List<Operation> OPERATIONS =
      List.of(
          Operation.IMAGE_TO_VIDEO,
          Operation.VIDEO_TO_VIDEO,
          Operation.TEXT_TO_VIDEO,
          Operation.TEXT_TO_IMAGE,
          Operation.CHARACTER_PERFORMANCE,
          Operation.VIDEO_UPSCALE);

  private static final int CHECK_BITS = 21;
  private static final long CHECK_MASK = (1L << CHECK_BITS) - 1;

  /** The same task, which ends so many milliseconds after its creation. */
  IssuedTicket lasting(int millis) {
    return new IssuedTicket(created, serial, seconds, outcome, millis, operation, shape, size);
  }

  /** The provider's id of the task. */
  public String id() {
    long facts = facts();
    return new UUID(head(), facts << CHECK_BITS | check(head(), facts)).toString();
  }

  /** Reads an id back; empty if this simulator could not have issued it. */
  public static Optional<IssuedTicket> parse(String id) {
    return uuid(id).flatMap(IssuedTicket::read);
  }

  /** A number that depends on this ticket only, below the bound, spread evenly. */
  public int draw(int bound) {
    return (int) Long.remainderUnsigned(mix(head()), bound);
  }

  private long head() {
    return created << 22
        | (long) serial << 10
        | (long) seconds << 6
        | (long) outcome.ordinal() << 3
        | OPERATIONS.indexOf(operation);
  }

  private long facts() {
    return (long) generation << (Shape.BITS + SizeClass.BITS)
        | (long) shape.code() << SizeClass.BITS
        | size.code();
  }

  private static Optional<IssuedTicket> read(UUID uuid) {
    long head = uuid.getMostSignificantBits();
    long facts = uuid.getLeastSignificantBits() >>> CHECK_BITS;
    int outcome = (int) (head >>> 3) & 0x7;
    int operation = (int) head & 0x7;
    int shape = (int) (facts >>> SizeClass.BITS) & 0xFF;
    if ((uuid.getLeastSignificantBits() & CHECK_MASK) != check(head, facts)
        || outcome >= Outcome.values().length
        || operation >= OPERATIONS.size()
        || shape >= Shape.CODES) {
      return Optional.empty();
    }
    return Optional.of(
        new IssuedTicket(
            head >>> 22,
            (int) (head >>> 10) & 0xFFF,
            (int) (head >>> 6) & 0xF,
            Outcome.values()[outcome],
            (int) (facts >>> (Shape.BITS + SizeClass.BITS)),
            OPERATIONS.get(operation),
            new Shape(shape),
            new SizeClass((int) facts & 0x7FF)));
  }

  private static Optional<UUID> uuid(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      return uuid.toString().equals(id) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static long check(long head, long facts) {
    return mix(mix(head) ^ facts) & CHECK_MASK;
  }

  /** The finishing step of SplitMix64: every bit of the input moves about half of the output's. */
  private static long mix(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
