package dev.dailies.job.doctor;

import dev.dailies.job.doctor.link.LinkLooks;
import dev.dailies.job.doctor.link.LinkVerdict;
import dev.dailies.job.doctor.link.NamedLink;
import dev.dailies.job.run.ExitCode;
import dev.dailies.text.Count;
import dev.dailies.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Are the images and videos there that rows name by an address, as their provider wants them? */
final class InputCheck implements Check {

  private static final int MOST = 10;
  private static final int LONGEST = 120;

  private final Subject subject;
  private final LinkLooks looks;
  private final int all;

  /**
   * @param all how many there are
   */
  InputCheck(String provider, LinkLooks looks, int all) {
    this.subject = new Subject("inputs", provider);
    this.looks = looks;
    this.all = all;
  }

  @Override
  public List<Finding> look() {
    List<LinkVerdict> verdicts = looks.all();
    List<Finding> found = new ArrayList<>();
    List<LinkVerdict> troubles =
        verdicts.stream()
            .filter(verdict -> verdict.trouble() != null)
            .sorted((one, other) -> one.code().compareTo(other.code()))
            .toList();
    troubles.stream().limit(MOST).forEach(verdict -> found.add(told(verdict)));
    if (troubles.size() > MOST) {
      LinkVerdict next = troubles.get(MOST);
      found.add(
          finding(next.code(), "so is it with %d more".formatted(troubles.size() - MOST), null));
    }
    if (troubles.isEmpty()) {
      found.add(subject.ok(whole(verdicts.size())));
    }
    return found;
  }

  private String whole(int looked) {
    return looked == all
        ? "%s as %s should"
            .formatted(
                looked == 1 ? "1 link answers" : looked + " links answer",
                looked == 1 ? "it" : "they")
        : "%d of %s were looked at, and answer as they should; --inputs=all looks at all"
            .formatted(looked, Count.of(all, "link"));
  }

  private Finding told(LinkVerdict verdict) {
    NamedLink link = verdict.link();
    return finding(
        verdict.code(),
        "%s of %s, %s, %s"
            .formatted(
                link.column(),
                link.shot(),
                PlainText.oneLine(link.url(), LONGEST),
                verdict.trouble()),
        verdict.remedy());
  }

  private Finding finding(ExitCode code, String found, @Nullable String remedy) {
    return code == ExitCode.OK
        ? subject.warning(found, remedy)
        : subject.failure(code, found, remedy);
  }
}
