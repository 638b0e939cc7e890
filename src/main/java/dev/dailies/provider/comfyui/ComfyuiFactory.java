package dev.dailies.provider.comfyui;

import com.google.auto.service.AutoService;
import dev.dailies.provider.Provider;
import dev.dailies.provider.comfyui.workflow.MappingFile;
import dev.dailies.provider.comfyui.workflow.Parameter;
import dev.dailies.provider.comfyui.workflow.Template;
import dev.dailies.provider.comfyui.workflow.TemplateReader;
import dev.dailies.provider.comfyui.workflow.Workflow;
import dev.dailies.provider.spi.BaseUrl;
import dev.dailies.provider.spi.FirstSetting;
import dev.dailies.provider.spi.ProviderContext;
import dev.dailies.provider.spi.ProviderFactory;
import dev.dailies.provider.spi.SettingFiles;
import dev.dailies.web.WebAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes providers of the type {@code comfyui}. */
@AutoService(ProviderFactory.class)
public final class ComfyuiFactory implements ProviderFactory {

  private static final URI USUAL = URI.create("http://127.0.0.1:8188");

  /** What a first row says, in the columns that workflows most often take. */
  private static final Map<String, String> FIRST_CELLS =
      Map.of(
          "prompt", "",
          "image", "https://example.org/first-frame.jpg",
          "video", "https://example.org/clip.mp4",
          "duration", "5",
          "ratio", "832:480");

  @Override
  public String type() {
    return "comfyui";
  }

  @Override
  public Map<String, String> defaults() {
    return Map.of(
        "base-url", "${COMFYUI_SERVER_URL:" + USUAL + "}",
        "window", "2",
        "poll-interval", "2s",
        "deadline", "2h",
        "grace", "1m",
        "give-up-after", "2h");
  }

  @Override
  public Class<? extends Record> ownSettings() {
    return ComfyuiSettings.class;
  }

  /** ComfyUI has no keys; a key for a proxy is checked in {@link #create}. */
  @Override
  public boolean sendsKey() {
    return false;
  }

  @Override
  public Provider create(ProviderContext context) {
    ComfyuiSettings own = (ComfyuiSettings) context.own();
    Template template = template(own, context);
    List<String> servers = addresses(own.servers(), context.settings().baseUrl());
    var http =
        new ComfyuiHttp(context.http(), context.key(), own.headers(), servers, Clock.systemUTC());
    servers.forEach(server -> checkSecrecy(server, http));
    return new ComfyuiProvider(
        template,
        http,
        new Servers(http, servers, own.queue()),
        context.inputs(),
        own.doubtPause(),
        own.onLost());
  }

  @Override
  public List<Path> files(Record own, SettingFiles files) {
    ComfyuiSettings settings = (ComfyuiSettings) own;
    return settings.workflow() == null
        ? List.of()
        : List.of(workflow(settings.workflow(), files), mapping(settings, files));
  }

  @Override
  public String mappingOf(Path workflow) {
    return TemplateReader.draft(Workflow.read(workflow));
  }

  @Override
  public Optional<FirstSetting> firstSetting() {
    return Optional.of(
        new FirstSetting("workflow", "The workflow, as 'Export (API)' has written it", "", true));
  }

  @Override
  public Map<String, String> firstRow(String said, SettingFiles files) {
    Path mapping = besideWorkflow(workflow(said, files));
    Template template =
        TemplateReader.read(workflow(said, files), Files.exists(mapping) ? mapping : null);
    Map<String, String> cells = new TreeMap<>();
    template.parameters().stream()
        .filter(Parameter::required)
        .map(Parameter::column)
        .filter(column -> !column.equals("seed"))
        .forEach(column -> cells.put(column, FIRST_CELLS.getOrDefault(column, "1")));
    return cells;
  }

  private static Template template(ComfyuiSettings own, ProviderContext context) {
    if (own.workflow() == null) {
      throw new IllegalArgumentException(
          "no workflow is named; write workflow: with a file that 'Export (API)' has written");
    }
    Path mapping = mapping(own, context.files());
    boolean isThere = own.mapping() != null || Files.exists(mapping);
    return TemplateReader.read(workflow(own.workflow(), context.files()), isThere ? mapping : null);
  }

  private static Path workflow(String workflow, SettingFiles files) {
    return files.locate("workflow", workflow);
  }

  /** The one that is named, or the one beside the workflow, if there is one. */
  private static Path mapping(ComfyuiSettings own, SettingFiles files) {
    if (own.mapping() != null) {
      return files.locate("mapping", own.mapping());
    }
    return besideWorkflow(workflow(String.valueOf(own.workflow()), files));
  }

  private static Path besideWorkflow(Path workflow) {
    return workflow.resolveSibling(MappingFile.nameBeside(String.valueOf(workflow.getFileName())));
  }

  private static List<String> addresses(List<URI> servers, @Nullable URI baseUrl) {
    return servers.isEmpty()
        ? List.of(BaseUrl.of(baseUrl == null ? USUAL : baseUrl))
        : servers.stream().map(server -> BaseUrl.of("servers", server)).distinct().toList();
  }

  private static void checkSecrecy(String server, ComfyuiHttp http) {
    URI address = URI.create(server);
    boolean plain = "http".equalsIgnoreCase(address.getScheme());
    if (plain && http.hasSecrets() && !WebAddress.isLoopback(BaseUrl.host(address))) {
      throw new IllegalArgumentException(
          server + " would be sent the key or the headers unencrypted; write https://");
    }
  }
}
