package dev.dailies.report;

import dev.dailies.ledger.Amounts;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.History;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.Task;
import dev.dailies.ledger.TaskView;
import dev.dailies.media.MediaFacts;
import dev.dailies.provider.Request;
import dev.dailies.provider.Shot;
import dev.dailies.provider.Used;
import dev.dailies.text.PlainText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Puts into a sidecar what the ledger knows, as far as it may be passed on. */
final class SidecarFactory {

  private static final int SCHEMA = 1;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private SidecarFactory() {}

  static Sidecar of(
      History history,
      Output output,
      DeliveredFile file,
      MediaFacts media,
      String job,
      String version) {
    Task task = history.view().task();
    Shot shot = Objects.requireNonNull(task.shot());
    SentAttempt made = Objects.requireNonNull(history.view().attempt());
    Used used = made.request().used();
    return new Sidecar(
        SCHEMA,
        version,
        job,
        task.name(),
        new Sidecar.Asked(
            task.shotId(), task.take(), task.revision(), task.line(), cells(task.cells())),
        made.provider(),
        shot.operation().label(),
        made.request().model(),
        sent(made.request()),
        new Sidecar.Seed(shot.seed(), used.seed()),
        ticket(made),
        history.attempts().stream().map(SidecarFactory::attempt).toList(),
        price(made),
        new Sidecar.Times(made.intendedAt(), made.acceptedAt(), made.endedAt()),
        new Sidecar.File(
            file.name(), output.number(), file.bytes(), file.sha256(), file.mediaType()),
        media,
        new Sidecar.Duration(shot.duration(), used.duration()),
        new Sidecar.Ratio(shot.ratio(), used.ratio()),
        warnings(history.view(), output));
  }

  /** Of the file itself, and of the other results that there is no file of. */
  private static List<String> warnings(TaskView view, Output of) {
    return view.outputs().stream()
        .filter(output -> output.warning() != null)
        .filter(output -> output.file() == null || output.number() == of.number())
        .map(OutputWarning::of)
        .toList();
  }

  private static Map<String, String> cells(Map<String, String> cells) {
    Map<String, String> shareable = new TreeMap<>();
    cells.forEach((column, cell) -> shareable.put(column, PlainText.withoutSecrets(cell)));
    return shareable;
  }

  private static Sidecar.Sent sent(Request request) {
    return new Sidecar.Sent(
        PlainText.withoutSecrets(request.baseUrl()),
        PlainText.withoutSecrets(request.route()),
        body(request.body()));
  }

  private static JsonNode body(String body) {
    try {
      return shareable(MAPPER.readTree(body));
    } catch (JacksonException noJson) {
      return StringNode.valueOf(PlainText.withoutSecrets(body));
    }
  }

  private static JsonNode shareable(JsonNode node) {
    if (node.isString()) {
      return StringNode.valueOf(PlainText.withoutSecrets(node.stringValue()));
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(shareable(field.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, shareable(array.get(i)));
      }
    }
    return node;
  }

  private static Sidecar.Try attempt(SentAttempt attempt) {
    return new Sidecar.Try(
        attempt.number(),
        ticket(attempt),
        price(attempt),
        attempt.intendedAt(),
        attempt.acceptedAt(),
        attempt.endedAt());
  }

  private static @Nullable String ticket(SentAttempt attempt) {
    return attempt.ticket() == null ? null : PlainText.withoutSecrets(attempt.ticket());
  }

  private static Sidecar.Price price(SentAttempt attempt) {
    return new Sidecar.Price(usd(attempt.request().price()), usd(attempt.charged()));
  }

  private static @Nullable BigDecimal usd(dev.dailies.provider.@Nullable Price price) {
    return price == null ? null : Amounts.plain(price.usd());
  }
}
