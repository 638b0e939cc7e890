package dev.dailies.cli.ask;

import dev.dailies.provider.spi.FirstSetting;
import dev.dailies.settings.FirstJob;
import dev.dailies.settings.SettingsException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person says of a first job: by flags, else at a terminal, else what is usual. */
public final class FirstAnswers {

  private static final String USUAL_PROVIDER = "simulator";

  private final @Nullable Confirmation person;

  /**
   * @param person null if nobody is to be asked
   */
  public FirstAnswers(@Nullable Confirmation person) {
    this.person = person;
  }

  /** What the flag says, else what the person answers, else what is usual. */
  public String to(String question, @Nullable String flag, String usual) {
    return Optional.ofNullable(flag).orElseGet(() -> answer(question, usual));
  }

  /** Asks until there is such a provider. */
  public String provider(@Nullable String flag) {
    String all = String.join(", ", FirstJob.providers());
    String named = to("Provider: " + all, flag, USUAL_PROVIDER);
    while (person != null && !FirstJob.providers().contains(named)) {
      named =
          answer("There is no provider '%s'; type one of %s".formatted(named, all), USUAL_PROVIDER);
    }
    return named;
  }

  /** Asks until there is an answer, where nothing is usual. */
  public String to(FirstSetting setting, @Nullable String flag) {
    String said = to(setting.question(), flag, setting.usual());
    while (person != null && said.isEmpty()) {
      said = answer(setting.question(), setting.usual());
    }
    if (said.isEmpty()) {
      throw new SettingsException(
          "--%s is missing, and this provider needs it".formatted(setting.name()));
    }
    return said;
  }

  private String answer(String question, String usual) {
    if (person == null) {
      return usual;
    }
    String mark = usual.isEmpty() ? ": " : " [" + usual + "]: ";
    String said =
        Objects.requireNonNull(person)
            .answerTo(question + mark)
            .orElseThrow(
                () -> new SettingsException("nothing was written, since nothing was answered"));
    return said.isEmpty() ? usual : said;
  }
}
