package dev.dailies.settings;

import dev.dailies.files.FileNames;
import dev.dailies.provider.spi.FirstSetting;
import dev.dailies.provider.spi.ProviderFactory;
import dev.dailies.text.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A job file to begin with, and a shot list if there is none. Writes over nothing.
 *
 * @param job the job file to write
 * @param list the shot list, which may be there
 * @param output the output folder
 * @param provider a provider's type
 * @param said what the provider's first setting is, a file by its whole path; empty if it has none
 */
public record FirstJob(Path job, Path list, Path output, String provider, String said) {

  /** What YAML takes as it is, and for a text. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z.][A-Za-z0-9_-]*[./][A-Za-z0-9_./-]*");

  private static final List<String> SHOTS =
      List.of(
          "A harbour before sunrise; slow push in",
          "A yellow tram climbs a steep street; camera follows");

  /** The types of providers, of which a job names one. */
  public static Set<String> providers() {
    return ProviderTypes.load().names();
  }

  /**
   * The setting that a job at this provider must name; empty if every one has a default.
   *
   * @throws SettingsException if there is no such provider
   */
  public static Optional<FirstSetting> firstSetting(String provider) {
    return factory(provider).firstSetting();
  }

  private static ProviderFactory factory(String provider) {
    ProviderTypes types = ProviderTypes.load();
    return types
        .of(provider)
        .orElseThrow(
            () ->
                new SettingsException(
                    "there is no provider '%s'%s"
                        .formatted(
                            provider,
                            NearestName.hint(
                                provider,
                                types.names(),
                                "; take one of " + String.join(", ", types.names())))));
  }

  /** True if the shot list is there, and stays as it is. */
  public boolean hasList() {
    return Files.exists(list);
  }

  /**
   * Writes what is not there.
   *
   * @throws SettingsException if that cannot be planned; then nothing was written
   */
  public void write() {
    String rows = hasList() ? "" : rows();
    if (!rows.isEmpty() && !isNamedAsTable()) {
      throw new SettingsException(
          "%s does not exist; a new shot list is called *.csv".formatted(list.getFileName()));
    }
    try {
      if (!rows.isEmpty()) {
        create(list, rows);
      }
      create(job, settings());
    } catch (FileAlreadyExistsException taken) {
      throw new SettingsException(taken.getFile() + " is there already, and stays as it is", taken);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + job.resolveSibling(""), unwritable);
    }
  }

  private boolean isNamedAsTable() {
    return String.valueOf(list.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static void create(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("").toAbsolutePath());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private String rows() {
    Map<String, String> cells = new TreeMap<>(firstRow());
    boolean hasPrompt = cells.remove("prompt") != null;
    List<String> columns = new ArrayList<>(List.of("id"));
    columns.addAll(hasPrompt ? List.of("prompt") : List.of());
    columns.addAll(cells.keySet());
    StringBuilder rows = new StringBuilder(String.join(",", columns)).append('\n');
    for (int shot = 0; shot < SHOTS.size(); shot++) {
      Stream<String> named = Stream.of("SC01_SH0" + (shot + 1) + "0");
      Stream<String> told = hasPrompt ? Stream.of(SHOTS.get(shot)) : Stream.of();
      rows.append(
              Stream.of(named, told, cells.values().stream())
                  .flatMap(values -> values)
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return rows.toString();
  }

  private Map<String, String> firstRow() {
    try {
      return factory(provider).firstRow(said, (setting, value) -> FileNames.in(folder(), value));
    } catch (IllegalArgumentException unusable) {
      throw new SettingsException(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private String settings() {
    StringBuilder text = new StringBuilder("# Paths are relative to this file.\n");
    key().ifPresent(name -> text.append("# The key comes from the variable ").append(name + ".\n"));
    text.append("dailies:\n");
    text.append("  manifest: ").append(yaml(relative(list))).append('\n');
    text.append("  output: ").append(yaml(relative(output))).append('\n');
    text.append("  provider: ").append(provider).append('\n');
    firstSetting(provider)
        .ifPresent(
            setting ->
                text.append("  providers:\n    %s:\n".formatted(provider))
                    .append("      %s: %s\n".formatted(setting.name(), yaml(written(setting)))));
    return text.toString();
  }

  /** The environment variable that the key comes from; empty if there is none. */
  public Optional<String> key() {
    return Optional.ofNullable(factory(provider).keyVariable());
  }

  private String written(FirstSetting setting) {
    return setting.isFile() ? relative(FileNames.in(folder(), said)) : said;
  }

  private Path folder() {
    return job.resolveSibling("");
  }

  private String relative(Path file) {
    boolean oneDisk = String.valueOf(file.getRoot()).equals(String.valueOf(folder().getRoot()));
    return FileNames.text(oneDisk ? folder().relativize(file) : file).replace('\\', '/');
  }

  private static String yaml(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "''") + "'";
  }
}
