package dev.dailies.job.doctor.link;

import dev.dailies.delivery.Downloaded;
import dev.dailies.delivery.Peek;
import dev.dailies.delivery.Peeks;
import dev.dailies.manifest.link.SharePage;
import dev.dailies.media.MediaType;
import dev.dailies.report.HumanUnits;
import java.util.OptionalLong;
import java.util.Set;

/** Looks at one link as the provider that will fetch it does. */
final class LinkJudge {

  private static final String DIRECT = "give the address of the file itself";

  private final Peeks peeks;
  private final LinkHead heads;

  LinkJudge(Peeks peeks, LinkHead heads) {
    this.peeks = peeks;
    this.heads = heads;
  }

  LinkVerdict judge(NamedLink link) {
    Peek peek = peeks.at(link.url());
    Downloaded objection = peek.objection();
    if (objection != null) {
      return judge(link, objection);
    }
    if (peek.isPage()) {
      return LinkVerdict.wrong(
          link,
          "is a web page, and no %s".formatted(wanted(link)),
          SharePage.of(link.url()).map(SharePage::fix).orElse(DIRECT));
    }
    MediaType type = peek.type();
    if (type == null || !types(link).contains(type)) {
      return LinkVerdict.wrong(
          link,
          "is %s, and no %s that is taken there"
              .formatted(type == null ? "of no known type" : type.mediaName(), wanted(link)),
          "give another file");
    }
    return tooLarge(link, peek.bytes())
        ? LinkVerdict.wrong(
            link,
            "has %s, and %s are taken there"
                .formatted(HumanUnits.size(peek.bytes().orElse(0)), HumanUnits.size(most(link))),
            "make it smaller")
        : asTold(link, type);
  }

  /** What is not public, or is refused, stays so; all else may pass. */
  private static LinkVerdict judge(NamedLink link, Downloaded objection) {
    if (objection instanceof Downloaded.Expired expired) {
      return LinkVerdict.wrong(
          link,
          "cannot be fetched: " + expired.reason(),
          "give one that anybody can fetch, and that holds until it is sent");
    }
    if (objection instanceof Downloaded.NotAClip refused) {
      return LinkVerdict.wrong(
          link, "cannot be fetched: " + refused.reason(), "give one that anybody can fetch");
    }
    String reason =
        objection instanceof Downloaded.TryAgain again ? again.reason() : String.valueOf(objection);
    return LinkVerdict.absent(link, "cannot be fetched now: " + reason);
  }

  /** Who fetches it by what a HEAD says meets what that says. */
  private LinkVerdict asTold(NamedLink link, MediaType type) {
    if (!link.wish().isStrict()) {
      return LinkVerdict.well(link);
    }
    String odd = heads.oddity(link.url(), type);
    return odd == null
        ? LinkVerdict.well(link)
        : LinkVerdict.odd(
            link, odd + ", and the provider may refuse it", "have it served otherwise");
  }

  private static Set<MediaType> types(NamedLink link) {
    return link.isVideo() ? link.wish().videos() : link.wish().images();
  }

  private static boolean tooLarge(NamedLink link, OptionalLong bytes) {
    return bytes.isPresent() && bytes.getAsLong() > most(link);
  }

  private static long most(NamedLink link) {
    return link.isVideo() ? link.wish().mostOfVideo() : link.wish().mostOfImage();
  }

  private static String wanted(NamedLink link) {
    return link.isVideo() ? "video" : "image";
  }
}
