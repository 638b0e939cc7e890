package dev.dailies.provider.comfyui;

import dev.dailies.provider.Secret;
import dev.dailies.text.SettingText;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that only ComfyUI has.
 *
 * @param workflow a file as ComfyUI's "Export (API)" writes it
 * @param mapping a file that says which column goes where in the workflow; by default the one
 *     beside it whose name ends in {@code .mapping.yaml}
 * @param servers the addresses to share the work; by default the one {@code base-url}
 * @param headers sent with every request, as in {@code CF-Access-Client-Id}; their values are
 *     secret
 * @param queue the most prompts, running and waiting, at a server that is given another
 * @param doubtPause how long to wait between two looks for a prompt whose answer did not come: the
 *     time that a server may take to check a prompt before it queues it
 * @param onLost whether a prompt that its server has forgotten is sent again, once for each row; by
 *     default if no node of its workflow is paid for elsewhere
 */
public record ComfyuiSettings(
    @Nullable String workflow,
    @Nullable String mapping,
    @DefaultValue List<URI> servers,
    @DefaultValue Map<String, Secret> headers,
    @DefaultValue("2") int queue,
    @DefaultValue("10s") Duration doubtPause,
    @Nullable OnLost onLost) {

  public ComfyuiSettings {
    if (queue < 1) {
      throw new IllegalArgumentException("queue must be 1 or more, was " + queue);
    }
    if (doubtPause.isNegative() || doubtPause.isZero()) {
      throw new IllegalArgumentException(
          "doubt-pause must be longer than 0, was " + SettingText.of(doubtPause));
    }
    servers = List.copyOf(servers);
    headers = Map.copyOf(headers);
  }
}
