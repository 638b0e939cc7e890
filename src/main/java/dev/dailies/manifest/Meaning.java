package dev.dailies.manifest;

import dev.dailies.files.Sha256;
import dev.dailies.manifest.link.HostName;
import dev.dailies.manifest.link.SignedUrl;
import dev.dailies.provider.Input;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Operation;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what cells mean, however they are written: a spreadsheet writes {@code TRUE} for {@code
 * true} and {@code 5} for {@code 05}, and a link may be signed anew. Of a file its content counts.
 */
final class Meaning {

  private static final Set<String> INPUTS = Set.of("image", "video", "references");

  /** What is no part of what a row asks for; the id says whose row it is. */
  private static final Set<String> LEFT_OUT =
      Set.of("id", "takes", "job", "reason", "reason_code", Columns.REPLACES);

  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?");

  private static final Pattern PERCENT = Pattern.compile("(-?[0-9.]{1,100})\\s?%");

  private final Inputs inputs;
  private final UnaryOperator<String> unsigned;

  private Meaning(Inputs inputs, UnaryOperator<String> unsigned) {
    this.inputs = inputs;
    this.unsigned = unsigned;
  }

  /** What the cells of a row mean, by column. An operation that they imply is there as well. */
  static SortedMap<String, String> of(Map<String, String> cells, Inputs inputs) {
    return new Meaning(inputs, SignedUrl::withoutSignature).of(cells);
  }

  /** The same by the signatures that were known at first. */
  static SortedMap<String, String> atFirst(Map<String, String> cells, Inputs inputs) {
    return new Meaning(inputs, SignedUrl::withoutSignatureAtFirst).of(cells);
  }

  private SortedMap<String, String> of(Map<String, String> cells) {
    SortedMap<String, String> meanings = new TreeMap<>();
    cells.forEach(
        (column, cell) -> {
          String value = Invisible.strip(cell);
          if (!isLeftOut(column) && !value.isEmpty()) {
            meanings.put(column, of(column, value));
          }
        });
    meanings.putIfAbsent("operation", OperationRules.suggested(cells).label());
    return meanings;
  }

  private static boolean isLeftOut(String column) {
    return LEFT_OUT.contains(column) || Columns.isOwn(column);
  }

  /**
   * True if the cell names files, which need not be there. Some options are files: it depends on
   * the provider; one that is not there is none.
   */
  static boolean namesFiles(String column, String value, Inputs inputs) {
    return INPUTS.contains(column)
        ? parts(column, value).anyMatch(Inputs::isPath)
        : column.startsWith(Columns.OPTIONS) && isFile(value, inputs);
  }

  static boolean isFile(String part, Inputs inputs) {
    return Inputs.isPath(part) && inputs.of(part) instanceof Input.LocalFile;
  }

  /** What an image or a video is, wherever it lies and whoever has signed its address. */
  private String ofInput(String input) {
    if (!Inputs.isPath(input)) {
      return unsigned.apply(HostName.plain(InputRules.sent(input)));
    }
    return inputs.of(input) instanceof Input.LocalFile file ? content(file) : input;
  }

  private String of(String column, String value) {
    if (INPUTS.contains(column)) {
      return parts(column, value).map(this::ofInput).collect(Collectors.joining("|"));
    }
    if (column.startsWith(Columns.OPTIONS)) {
      return isFile(value, inputs) ? ofInput(value) : ofOption(value);
    }
    return switch (column) {
      case "operation" -> Operation.named(value).map(Operation::label).orElse(value);
      case "watermark" -> Booleans.read(value).map(String::valueOf).orElse(value);
      case "duration" -> NumberRules.plainSeconds(value);
      case "seed" -> NumberRules.plain(value);
      case "ratio" -> NumberRules.shape(value);
      default -> text(value);
    };
  }

  private static String ofOption(String value) {
    if (NUMBER.matcher(value).matches()) {
      BigDecimal number = new BigDecimal(value);
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
    }
    Matcher percent = PERCENT.matcher(value);
    if (percent.matches()) {
      return ofOption(percent.group(1)) + "%";
    }
    return Booleans.read(value)
        .map(String::valueOf)
        .orElseGet(() -> text(NumberRules.plainRatio(value)));
  }

  private static String text(String value) {
    return Normalizer.normalize(value.replace("\r\n", "\n").replace('\r', '\n'), Form.NFC);
  }

  /** The single inputs of a cell. A bar in a URL parts nothing where only one may stand. */
  private static Stream<String> parts(String column, String value) {
    if (!column.equals("references") && Inputs.scheme(value).equals("https")) {
      return Stream.of(value);
    }
    return BAR.splitAsStream(value).map(Invisible::strip).filter(part -> !part.isEmpty());
  }

  private static String content(Input.LocalFile file) {
    try {
      return "file " + Sha256.of(file.path());
    } catch (IOException unreadable) {
      // The rules about inputs say so of this row.
      return file.name();
    }
  }
}
