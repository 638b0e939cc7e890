package dev.dailies.report;

import dev.dailies.files.FileNames;
import dev.dailies.ledger.DeliveredFile;
import dev.dailies.ledger.Output;
import dev.dailies.ledger.PaidTake;
import dev.dailies.ledger.PaidTake.Paid;
import dev.dailies.provider.Price;
import dev.dailies.provider.Request;
import dev.dailies.provider.Used;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the sidecars in a folder tell. What is no whole sidecar is passed over. */
public final class SidecarReading {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final SidecarFiles files;

  public SidecarReading(Path folder) {
    this.files = new SidecarFiles(folder);
  }

  /** Hands over every sidecar, in the order of their names. */
  public void forEach(Consumer<PaidClip> reader) {
    for (Path file : files.all().stream().sorted().toList()) {
      clip(file, files.read(file)).ifPresent(reader);
    }
  }

  /** Those of these sidecars that tell too little to be used. */
  public List<String> unusable(List<String> names) {
    return names.isEmpty()
        ? List.of()
        : files.all().stream()
            .filter(file -> names.contains(String.valueOf(file.getFileName())))
            .filter(file -> clip(file, files.read(file)).isEmpty())
            .map(file -> String.valueOf(file.getFileName()))
            .sorted()
            .toList();
  }

  /** The UUIDs of the folders that the files were made in, each once. */
  public List<String> jobs() {
    return files.all().stream()
        .map(file -> files.read(file).path("job").asString(""))
        .filter(job -> !job.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<PaidClip> clip(Path sidecar, JsonNode json) {
    try {
      return isWhole(json)
          ? Optional.of(clip(MAPPER.treeToValue(json, Sidecar.class)))
              .filter(clip -> isBeside(clip.file(), sidecar))
          : Optional.empty();
    } catch (JacksonException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(JsonNode json) {
    JsonNode attempts = json.path("attempts");
    return states(json, "job", "provider")
        && states(json.path("row"), "id")
        && json.path("row").path("take").asInt(0) > 0
        && json.path("row").path("revision").asInt(0) > 0
        && json.path("row").path("columns").isObject()
        && states(json.path("request"), "base_url", "route")
        && states(json.path("file"), "name", "sha256", "media_type")
        && json.path("file").path("output").asInt(0) > 0
        && !attempts.isEmpty()
        && IntStream.range(0, attempts.size())
            .allMatch(
                at ->
                    attempts.path(at).path("number").asInt(0) == at + 1
                        && states(attempts.path(at), "sent_at"));
  }

  private static boolean states(JsonNode object, String... names) {
    return Stream.of(names).noneMatch(name -> object.path(name).asString("").isEmpty());
  }

  /** A sidecar tells of the file beside it, and of no other. */
  private static boolean isBeside(DeliveredFile file, Path sidecar) {
    int dot = file.name().lastIndexOf('.');
    return dot > 0
        && FileNames.isPlain(file.name())
        && FileNames.in(sidecar.resolveSibling(""), file.name().substring(0, dot) + ".json")
            .equals(sidecar);
  }

  private static PaidClip clip(Sidecar sidecar) {
    Sidecar.File told = sidecar.file();
    DeliveredFile file =
        new DeliveredFile(told.name(), told.bytes(), told.sha256(), told.mediaType());
    Sidecar.Asked row = sidecar.row();
    PaidTake take =
        new PaidTake(
            row.id(),
            row.take(),
            row.revision(),
            sidecar.provider(),
            request(sidecar),
            sidecar.attempts().stream().map(SidecarReading::paid).toList(),
            List.of(new Output(told.output(), "", file)));
    return new PaidClip(sidecar.job(), row.line(), row.columns(), take, file);
  }

  private static Request request(Sidecar sidecar) {
    JsonNode body = sidecar.request().body();
    return new Request(
        sidecar.request().baseUrl(),
        sidecar.request().route(),
        sidecar.model(),
        body == null ? "{}" : body.isString() ? body.stringValue() : body.toString(),
        sidecar.price() == null ? null : price(sidecar.price().estimated()),
        used(sidecar),
        null);
  }

  private static Used used(Sidecar sidecar) {
    return new Used(
        sidecar.seed() == null ? null : sidecar.seed().used(),
        sidecar.duration() == null ? null : sidecar.duration().used(),
        sidecar.ratio() == null ? null : sidecar.ratio().used());
  }

  private static Paid paid(Sidecar.Try attempt) {
    Sidecar.Price price = attempt.price();
    return new Paid(
        attempt.ticket(),
        price == null ? null : price(price.estimated()),
        price == null ? null : price(price.charged()),
        attempt.sentAt(),
        attempt.acceptedAt(),
        attempt.endedAt());
  }

  private static @Nullable Price price(@Nullable BigDecimal usd) {
    return usd == null ? null : new Price(usd);
  }
}
