package dev.dailies.settings;

import dev.dailies.delivery.DownloadSettings;
import dev.dailies.files.FileNames;
import dev.dailies.ledger.budget.Caps;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.Secret;
import dev.dailies.provider.http.network.Network;
import dev.dailies.provider.http.network.Proxies;
import dev.dailies.provider.spi.BudgetSettings;
import dev.dailies.provider.spi.ProviderFactory;
import dev.dailies.provider.spi.ProviderSettings;
import dev.dailies.provider.spi.SettingFiles;
import dev.dailies.text.NearestName;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.function.SingletonSupplier;

/**
 * All settings of a job, from flags, the environment, the job file and the defaults, in this order,
 * bound and checked before anything is opened.
 */
public final class JobSetup {

  /** The prefix of a flag that applies to every provider. */
  public static final String EVERY_PROVIDER = "every-provider.";

  private static final String PROVIDERS = "dailies.providers";

  private final Target target;
  private final JobEnvironment environment;
  private final ProviderTypes types;
  private final SettingsBinder binder;
  private final Settings settings;
  private final FileSettings paths;
  private final JobFiles files;
  private final @Nullable PublishedList published;
  private final Map<String, String> flags;
  private final Map<String, String> variables;
  private final Supplier<Network> network = SingletonSupplier.of(this::readNetwork);

  private JobSetup(
      JobEnvironment environment,
      ProviderTypes types,
      Target target,
      Map<String, String> flags,
      Map<String, String> variables) {
    this.flags = flags;
    this.variables = variables;
    this.target = target;
    this.environment = environment;
    this.types = types;
    this.binder = new SettingsBinder(environment);
    this.settings = binder.bind("dailies", Settings.class);
    this.paths = new FileSettings(environment, target);
    this.files = paths.resolve(settings);
    this.published =
        paths.address(settings).map(list -> new PublishedList(list, this::network)).orElse(null);
  }

  /**
   * Reads all settings.
   *
   * @param flags settings from the command line, by their full names
   * @throws SettingsException if one of them cannot be used
   */
  public static JobSetup load(Target target, Map<String, String> flags) {
    return load(target, flags, System.getenv());
  }

  static JobSetup load(Target target, Map<String, String> flags, Map<String, String> variables) {
    ProviderTypes types = ProviderTypes.load();
    JobEnvironment environment = JobEnvironment.of(target, flags, variables);
    types.all().forEach((name, factory) -> addDefaults(environment, name, factory));
    choose(environment, types, merged(target, flags));
    var setup = new JobSetup(environment, types, target, flags, variables);
    environment.addForEveryProvider(
        setup.ofEach(flags), setup.ofEach(remembered(target)), target.base());
    setup.checkProviders();
    SettingNames.check(environment, setup);
    VariableNames.check(environment, setup);
    return setup;
  }

  /**
   * Drafts what of a row goes where in a file of the user's, as in a workflow; empty if no type of
   * provider can tell.
   *
   * @throws SettingsException if the file cannot be used
   */
  public static String mappingOf(Path workflow) {
    try {
      return ProviderTypes.load().all().values().stream()
          .map(factory -> factory.mappingOf(workflow))
          .filter(draft -> !draft.isEmpty())
          .findFirst()
          .orElse("");
    } catch (IllegalArgumentException unusable) {
      throw new SettingsException(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  /** Where the values come from. */
  public ConfigurableEnvironment environment() {
    return environment;
  }

  /**
   * The flags that are settings, those of the last run too, by their full names. Paths in them are
   * relative to where the first of them were typed.
   */
  Map<String, String> flags() {
    Map<String, String> typed = new TreeMap<>(flags);
    if (!target.base().equals(target.folder())) {
      typed.replaceAll((name, value) -> fromBase(value));
    }
    return merged(target, typed);
  }

  private String fromBase(String value) {
    Path file = FileNames.in(target.folder(), value);
    return Files.exists(file) ? FileNames.text(target.base().relativize(file.normalize())) : value;
  }

  private static Map<String, String> merged(Target target, Map<String, String> flags) {
    Map<String, String> all = new TreeMap<>(remembered(target));
    all.putAll(flags);
    return all;
  }

  private static Map<String, String> remembered(Target target) {
    return target.memory() == null ? Map.of() : target.memory().flags();
  }

  /** The file that the command is about. */
  public Target target() {
    return target;
  }

  /**
   * A path for people to read: relative to the current folder, if it is below. Below the root,
   * where a scheduler starts, everything is, and who reads it stands elsewhere.
   */
  public String shown(Path path) {
    Path folder = target.folder();
    boolean isNear = folder.getNameCount() > 0 && path.startsWith(folder);
    return FileNames.text(isNear ? folder.relativize(path) : path);
  }

  /** The settings directly below {@code dailies}. */
  public Settings settings() {
    return settings;
  }

  /** Where the job reads its manifest and writes its output. */
  public JobFiles files() {
    return files;
  }

  /** The manifest, if it is a list on the web: it is read before the file is. */
  public Optional<PublishedList> published() {
    return Optional.ofNullable(published);
  }

  /**
   * The plain name of the job's own list, where the manifest may be only a part of it, as its
   * rejects are.
   */
  public String ownList() {
    return paths.ownList(settings);
  }

  /** The manifest for people to read. */
  public String shownManifest() {
    return published().map(PublishedList::shown).orElseGet(() -> shown(files.manifest()));
  }

  /** The job's own list, where a list inside its folder was named; empty if this is it. */
  public Optional<String> wholeList() {
    return target.isPart() ? Optional.of(ownList()) : Optional.empty();
  }

  /** The settings of downloads. */
  public DownloadSettings download() {
    return binder.bind("dailies.download", DownloadSettings.class);
  }

  /** How much may be spent. */
  public Caps caps() {
    Map<String, BudgetSettings> ofProviders = new TreeMap<>();
    for (String name : configuredNames()) {
      BudgetSettings budget = provider(name).budget();
      if (budget != null) {
        ofProviders.put(name, budget);
      }
    }
    return CapSettings.of(budget(), budgetRules(), ofProviders);
  }

  /** The price of one run in US dollars above which a person approves it first; null for none. */
  public @Nullable BigDecimal confirmAbove() {
    String amount = settings.confirmAbove();
    return amount == null ? null : BudgetSettings.dollars(amount);
  }

  BudgetSettings budget() {
    return binder.bind("dailies.budget", BudgetSettings.class);
  }

  BudgetRules budgetRules() {
    return binder.bind("dailies.budget", BudgetRules.class);
  }

  /** The way to the network. */
  public Network network() {
    return network.get();
  }

  private Network readNetwork() {
    Secret proxy = settings.proxy();
    String certificates = settings.trustedCertificates();
    try {
      return Network.of(
          Proxies.of(proxy == null ? null : proxy.reveal(), settings.noProxy(), variables::get),
          certificates == null ? null : paths.locate("dailies.trusted-certificates", certificates));
    } catch (IllegalArgumentException unusable) {
      throw new SettingsException(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  /** Every name that a row or a setting may call a provider by, sorted. */
  public Set<String> providerNames() {
    Set<String> names = new TreeSet<>(types.names());
    names.addAll(configuredNames());
    return names;
  }

  /** All types of providers. */
  Set<String> types() {
    return types.names();
  }

  /** The factory for a provider's type. */
  public ProviderFactory factory(String name) {
    String type = binder.text(PROVIDERS + "." + name + ".type", name);
    return types
        .of(type)
        .orElseThrow(
            () ->
                new SettingsException(
                    "%s.%s: there is no provider type '%s'; write one of %s as %s.%s.type"
                        .formatted(
                            PROVIDERS,
                            name,
                            type,
                            String.join(", ", types.names()),
                            PROVIDERS,
                            name)));
  }

  /** The settings that every provider has. */
  public ProviderSettings provider(String name) {
    return binder.bind(PROVIDERS + "." + name, ProviderSettings.class);
  }

  /** The settings that only the provider's type has. */
  public Record ownSettings(String name) {
    return binder.bind(PROVIDERS + "." + name, factory(name).ownSettings());
  }

  /** The user's own data file about a provider's models; null if there is none. */
  public @Nullable Path modelsFile(String name) {
    String file = provider(name).modelsFile();
    return file == null ? null : paths.locate(PROVIDERS + "." + name + ".models-file", file);
  }

  /** Finds the files that a provider's own settings name. */
  public SettingFiles settingFiles(String name) {
    return (setting, value) -> paths.locate(PROVIDERS + "." + name + "." + setting, value);
  }

  /** The files that a provider's settings name, and that affect how its rows are planned. */
  public List<Path> filesOf(String name) {
    Path models = modelsFile(name);
    List<Path> own = factory(name).files(ownSettings(name), settingFiles(name));
    return Stream.concat(Stream.ofNullable(models), own.stream()).toList();
  }

  /** Finds the files that rows name. */
  public Inputs inputs() {
    return new Inputs(published == null ? files.manifest().resolveSibling("") : null);
  }

  /**
   * The key of a provider, from the settings or from the file they name; empty if there is none.
   */
  public Secret key(String name) {
    return new Keys(paths).keyOf(PROVIDERS + "." + name, provider(name));
  }

  /** Where a provider's key is, or is to be; null if its type works without one. */
  public @Nullable String placeOfKey(String name) {
    String variable = factory(name).keyVariable();
    if (variable == null) {
      return null;
    }
    String set = variables.get(variable);
    boolean elsewhere = (set == null || set.isBlank()) && !key(name).isEmpty();
    return provider(name).apiKeyFile() != null ? "api-key-file" : elsewhere ? "api-key" : variable;
  }

  /**
   * Why the file of a provider's key is taken although others can read it; empty if they cannot.
   */
  Optional<String> whyKeyFileIsTaken(String name) {
    return new Keys(paths).whyTaken(PROVIDERS + "." + name, provider(name));
  }

  /**
   * The providers that the user's settings speak of. Of all others only what their types assume is
   * known, and to bind that takes longer than all else here.
   */
  public Set<String> configuredNames() {
    Set<String> names = new TreeSet<>(SettingsBinder.ofUser(environment).namesBelow(PROVIDERS));
    Optional.ofNullable(settings.provider()).filter(types.names()::contains).ifPresent(names::add);
    return names;
  }

  /** What a flag that applies to every provider is as a setting of each. */
  private Map<String, String> ofEach(Map<String, String> flags) {
    Map<String, String> settingsOfEach = new LinkedHashMap<>();
    flags.forEach(
        (flag, value) -> {
          if (flag.startsWith(EVERY_PROVIDER)) {
            String setting = flag.substring(EVERY_PROVIDER.length());
            providerNames().stream()
                .filter(name -> takes(factory(name), setting))
                .forEach(name -> settingsOfEach.put(PROVIDERS + "." + name + "." + setting, value));
          }
        });
    return settingsOfEach;
  }

  private static boolean takes(ProviderFactory factory, String setting) {
    return SettingNames.of(ProviderSettings.class).contains(setting)
        || SettingNames.of(factory.ownSettings()).contains(setting);
  }

  /** A flag that only one type takes says which provider is meant, where nothing else does. */
  private static void choose(
      JobEnvironment environment, ProviderTypes types, Map<String, String> flags) {
    flags.keySet().stream()
        .filter(flag -> flag.startsWith(EVERY_PROVIDER))
        .map(flag -> flag.substring(EVERY_PROVIDER.length()))
        .map(
            setting ->
                types.all().values().stream().filter(factory -> takes(factory, setting)).toList())
        .filter(takers -> takers.size() == 1)
        .findFirst()
        .ifPresent(
            takers -> environment.addDefaults(Map.of("dailies.provider", takers.get(0).type())));
  }

  private void checkProviders() {
    for (String name : configuredNames()) {
      addDefaults(environment, name, factory(name));
      AddressCheck.check(name, factory(name), provider(name));
      ownSettings(name);
    }
    String chosen = settings.provider();
    if (chosen != null && !providerNames().contains(chosen)) {
      throw new SettingsException(
          "there is no provider '%s'%s"
              .formatted(
                  chosen,
                  NearestName.hint(
                      chosen,
                      providerNames(),
                      "; write one of " + String.join(", ", providerNames()))));
    }
    download();
    caps();
    network();
  }

  private static void addDefaults(
      JobEnvironment environment, String name, ProviderFactory factory) {
    Map<String, String> defaults = new LinkedHashMap<>();
    factory
        .defaults()
        .forEach((key, value) -> defaults.put(PROVIDERS + "." + name + "." + key, value));
    environment.addDefaults(defaults);
  }
}
