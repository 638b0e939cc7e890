package dev.dailies.settings;

import dev.dailies.files.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;

/**
 * Resolves paths in settings: against the folder of the file that sets them, else against the
 * current folder.
 */
final class FileSettings {

  /** The folder beside the ledger that keeps what was read on the web. */
  private static final String LIST = "list";

  private final ConfigurableEnvironment environment;
  private final Target target;

  FileSettings(ConfigurableEnvironment environment, Target target) {
    this.environment = environment;
    this.target = target;
  }

  JobFiles resolve(Settings settings) {
    Path output = output(settings);
    return new JobFiles(
        address(settings)
            .map(list -> output.resolve(JobFiles.INNER).resolve(LIST).resolve(list.fileName()))
            .orElseGet(() -> manifest(settings)),
        output);
  }

  /** Where the list is on the web; empty if it is a file. */
  Optional<ListAddress> address(Settings settings) {
    return target.isJobFile()
        ? Optional.ofNullable(settings.manifest()).flatMap(ListAddress::of)
        : Optional.ofNullable(target.address());
  }

  /** The plain name of the job's own list, also where the command is about a part of it. */
  String ownList(Settings settings) {
    ListAddress published = target.rememberedAddress();
    if (published != null) {
      return published.fileName();
    }
    Path whole = target.remembered();
    if (!Target.isJobFile(whole)) {
      return name(whole);
    }
    String written = settings.manifest();
    return written == null
        ? name(manifest(settings))
        : ListAddress.of(written)
            .map(ListAddress::fileName)
            .orElseGet(() -> name(locate("dailies.manifest", written)));
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : FileNames.text(name);
  }

  private Path manifest(Settings settings) {
    Path given = target.manifest();
    if (given != null) {
      return given;
    }
    if (settings.manifest() == null) {
      throw new SettingsException(
          target.name() + " names no manifest; add 'manifest:' below 'dailies:'");
    }
    return locate("dailies.manifest", settings.manifest());
  }

  private Path output(Settings settings) {
    if (settings.output() != null) {
      return locate("dailies.output", settings.output());
    }
    Path beside = target.path().resolveSibling("").toAbsolutePath();
    // A manifest inside an output folder is its failures.csv: it belongs to that folder.
    boolean insideOutput =
        target.manifest() != null && Files.isDirectory(beside.resolve(JobFiles.INNER));
    return insideOutput ? beside.normalize() : target.usualOutput();
  }

  /** The absolute path for the given setting. */
  Path locate(String setting, String value) {
    Path base = baseOf(setting);
    return FileNames.in(base == null ? target.folder() : base, value).normalize();
  }

  private @Nullable Path baseOf(String setting) {
    ConfigurationPropertyName name = ConfigurationPropertyName.of(setting);
    for (var source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty property = source.getConfigurationProperty(name);
      if (property != null) {
        return folderOf(property.getOrigin());
      }
    }
    return null;
  }

  private static @Nullable Path folderOf(@Nullable Origin origin) {
    Origin place =
        origin instanceof PropertySourceOrigin found && found.getOrigin() != null
            ? found.getOrigin()
            : origin;
    if (place instanceof JobEnvironment.LastRunOrigin lastRun) {
      return lastRun.folder();
    }
    Resource file = place instanceof TextResourceOrigin text ? text.getResource() : null;
    try {
      return file == null || !file.isFile()
          ? null
          : file.getFile().toPath().toAbsolutePath().getParent();
    } catch (IOException notAFile) {
      return null;
    }
  }
}
