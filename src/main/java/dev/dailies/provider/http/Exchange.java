package dev.dailies.provider.http;

import dev.dailies.provider.Evidence;
import dev.dailies.provider.HaltCause;
import dev.dailies.provider.Probe;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Submission;
import dev.dailies.text.PlainText;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How one HTTP request ended, told apart by what the end proves about money. */
public sealed interface Exchange {

  /** Applies the first function to a complete answer, and the second to a broken exchange. */
  <T> T fold(Function<Answer, T> answered, Function<Broken, T> broken);

  /** Reads it as the answer to a harmless call: any answer of the provider's own will do. */
  default Probe asProbe() {
    return fold(
        answer -> answer.status() < 500 ? Probe.REACHABLE : Probe.UNREACHABLE,
        broken -> Probe.UNREACHABLE);
  }

  /** A complete answer, whatever it says. No text of the body holds a secret of ours. */
  record Answer(int status, HttpHeaders headers, AnswerBody body) implements Exchange {

    private static final Pattern PAGE =
        Pattern.compile("\\s*<(!doctype\\s+html|html)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE =
        Pattern.compile("<title[^>]*+>([^<]{1,200})", Pattern.CASE_INSENSITIVE);

    @Override
    public <T> T fold(Function<Answer, T> answered, Function<Broken, T> broken) {
      return answered.apply(this);
    }

    /** The status and the provider's request id. */
    public Evidence evidence() {
      return new Evidence(status, requestId(), isPage());
    }

    private @Nullable String requestId() {
      return headers
          .firstValue("X-Request-Id")
          .or(() -> headers.firstValue("X-Oneapi-Request-Id"))
          .or(() -> headers.firstValue("Request-Id"))
          .map(id -> id.substring(0, Math.min(id.length(), 100)))
          .orElse(null);
    }

    /** The beginning of the body on one line, or the title of a web page, for people. */
    public String excerpt() {
      return isPage()
          ? "answered with a web page" + title()
          : PlainText.oneLine(body.beginning(), 200);
    }

    /** True if it is meant for a browser: no API has said that. Some call their JSON a page. */
    private boolean isPage() {
      String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
      return PAGE.matcher(body.beginning()).lookingAt()
          || (type.contains("html") && body.beginning().stripLeading().startsWith("<"));
    }

    private String title() {
      Matcher title = TITLE.matcher(body.beginning());
      return title.find() ? ", '" + PlainText.oneLine(title.group(1), 80) + "'" : "";
    }
  }

  /**
   * There is no complete answer. What follows from that is the same for every provider: money is in
   * doubt if, and only if, the request may have reached the server.
   */
  sealed interface Broken extends Exchange {

    @Override
    default <T> T fold(Function<Answer, T> answered, Function<Broken, T> broken) {
      return broken.apply(this);
    }

    /** What broke, for people. */
    String reason();

    /** What it means for a request that would have created something. */
    Submission asSubmission();

    /** What it means for a poll. */
    Progress asProgress();

    /** What it means for something that is free and can be repeated: nothing is in doubt. */
    default Submission.NothingCreated asPreparation() {
      return asSubmission() instanceof Submission.NothingCreated proof
          ? proof
          : new Submission.NotNow(reason(), null, true, Evidence.NONE);
    }
  }

  /** No byte of the request reached the server: name not resolved, connection refused. */
  record NotSent(String reason) implements Broken {
    @Override
    public Submission.NotNow asSubmission() {
      return new Submission.NotNow(reason, null, true, Evidence.NONE);
    }

    @Override
    public Progress asProgress() {
      return new Progress.Unreadable(reason, null, Evidence.NONE);
    }
  }

  /**
   * The server's certificate or protocol was not acceptable; nothing was sent.
   *
   * @param what was wrong
   * @param mend goes on behind it and names settings of a provider; mostly empty
   */
  record Untrusted(String what, String mend) implements Broken {

    /** Settings do not mend it. */
    public Untrusted(String what) {
      this(what, "");
    }

    @Override
    public String reason() {
      return what + mend;
    }

    @Override
    public Submission.Halt asSubmission() {
      return new Submission.Halt(HaltCause.ACCOUNT, sentence(), Evidence.NONE);
    }

    @Override
    public Progress asProgress() {
      return new Progress.Halt(HaltCause.ACCOUNT, sentence(), Evidence.NONE);
    }

    private String sentence() {
      return "the server cannot be trusted: " + reason();
    }
  }

  /** A proxy lets nobody through without a password; nothing was sent to the server. */
  record ShutOut(String reason) implements Broken {
    @Override
    public Submission.Halt asSubmission() {
      return new Submission.Halt(HaltCause.CREDENTIALS, reason, Evidence.NONE);
    }

    @Override
    public Progress asProgress() {
      return new Progress.Halt(HaltCause.CREDENTIALS, reason, Evidence.NONE);
    }
  }

  /**
   * The server redirects, and no request with a key follows a redirect. It may have done its work
   * first, and polling there will never end.
   */
  record Redirected(String reason, Evidence evidence) implements Broken {
    @Override
    public Submission.Unknown asSubmission() {
      return new Submission.Unknown(reason, evidence);
    }

    @Override
    public Progress asProgress() {
      return new Progress.Halt(HaltCause.ACCOUNT, sentence(), evidence);
    }

    /** Waiting does not mend an address, nor a login that has run out. */
    @Override
    public Submission.Halt asPreparation() {
      return new Submission.Halt(HaltCause.ACCOUNT, sentence(), evidence);
    }

    private String sentence() {
      return reason + "; see base-url and headers";
    }
  }

  /**
   * The request was sent, and no complete answer came back.
   *
   * @param isTooLarge true if it was not read to its end since it is too large
   */
  record NoAnswer(String reason, boolean isTooLarge) implements Broken {

    /** Nothing was wrong with its size. */
    public NoAnswer(String reason) {
      this(reason, false);
    }

    @Override
    public Submission.Unknown asSubmission() {
      return new Submission.Unknown(reason, Evidence.NONE);
    }

    @Override
    public Progress asProgress() {
      return new Progress.Unreadable(reason, null, Evidence.NONE);
    }
  }
}
