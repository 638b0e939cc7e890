package dev.dailies.job.settle;

import dev.dailies.job.run.ActiveProvider;
import dev.dailies.job.run.Providers;
import dev.dailies.job.settle.Sight.Kind;
import dev.dailies.ledger.SentAttempt;
import dev.dailies.ledger.TaskView;
import dev.dailies.provider.Attempt;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Provider;
import dev.dailies.provider.http.Tickets;
import dev.dailies.text.PlainText;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once at a ticket that a person has found. Free, and creates nothing. */
final class TicketLook {

  private static final Logger log = LoggerFactory.getLogger(TicketLook.class);
  private static final int REASON = 200;

  private final Providers providers;

  TicketLook(Providers providers) {
    this.providers = providers;
  }

  /** True if a provider of that name could have given such a ticket. */
  boolean isTicket(String text, String provider) {
    Pattern form =
        providers
            .findQuietly(provider)
            .map(active -> active.provider().ticketForm())
            .orElse(Provider.ANY_TICKET);
    return Tickets.isUsable(text) && form.matcher(text).matches();
  }

  /** Asks for the ticket where the attempt was sent. */
  Sight at(SentAttempt attempt, String ticket) {
    Optional<ActiveProvider> active = providers.findQuietly(attempt.provider());
    if (active.isEmpty()) {
      return unchecked(attempt.provider() + " cannot be asked without its key and settings");
    }
    Progress progress =
        active.get().provider().poll(new Attempt(attempt.id(), attempt.request(), ticket));
    log.info("ticket {} at {}: {}", ticket, attempt.provider(), progress);
    return sight(progress, attempt.provider());
  }

  /** The newest attempt of a task, to which something was sent. */
  static SentAttempt attempt(TaskView view) {
    return Optional.ofNullable(view.attempt())
        .orElseThrow(() -> new CannotSettleException(view.task().name() + " was never sent"));
  }

  private static Sight sight(Progress progress, String provider) {
    if (progress instanceof Progress.Waiting) {
      return known("waiting at " + provider);
    }
    if (progress instanceof Progress.Running) {
      return known("running at " + provider);
    }
    if (progress instanceof Progress.Succeeded) {
      return known("finished at " + provider + "; the next run fetches it");
    }
    if (progress instanceof Progress.Failed failed) {
      String why = plain(failed.reason()).replaceFirst("\\.$", "");
      return known(
          "failed at %s: %s; the next run notes it, and then 'retry' makes it again"
              .formatted(provider, why));
    }
    if (progress instanceof Progress.Cancelled) {
      return known("cancelled at " + provider);
    }
    if (progress instanceof Progress.NotVisible) {
      return new Sight(Kind.UNKNOWN, provider + " does not know it yet");
    }
    if (progress instanceof Progress.Halt halt) {
      return unchecked(plain(halt.reason()));
    }
    return unchecked(
        progress instanceof Progress.Unreadable unreadable
            ? plain(unreadable.reason())
            : provider + " gave no answer");
  }

  private static Sight unchecked(String why) {
    return new Sight(Kind.NOT_CHECKED, "not checked yet: " + why + "; the next run asks for it");
  }

  private static Sight known(String told) {
    return new Sight(Kind.KNOWN, told);
  }

  private static String plain(String reason) {
    return PlainText.oneLine(PlainText.withoutSecrets(reason), REASON);
  }
}
