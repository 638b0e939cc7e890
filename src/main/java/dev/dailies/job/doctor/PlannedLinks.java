package dev.dailies.job.doctor;

import dev.dailies.job.doctor.link.NamedLink;
import dev.dailies.job.run.ActiveProvider;
import dev.dailies.ledger.Plan;
import dev.dailies.ledger.PlannedTasks;
import dev.dailies.ledger.Plans;
import dev.dailies.ledger.Task;
import dev.dailies.provider.Inputs;
import dev.dailies.provider.LinkWish;
import dev.dailies.provider.Shot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses that a provider will be sent, and will fetch, each once. */
final class PlannedLinks {

  private final Plans plans;
  private final PlannedTasks planned;

  PlannedLinks(Plans plans, PlannedTasks planned) {
    this.plans = plans;
    this.planned = planned;
  }

  List<NamedLink> of(ActiveProvider active) {
    Map<String, NamedLink> links = new LinkedHashMap<>();
    long newest = plans.newest().map(Plan::number).orElse(0L);
    active
        .provider()
        .links()
        .ifPresent(wish -> planned.forEach(active.name(), newest, task -> add(task, wish, links)));
    return List.copyOf(links.values());
  }

  private static void add(Task task, LinkWish wish, Map<String, NamedLink> links) {
    Shot shot = task.shot();
    if (shot == null) {
      return;
    }
    if (shot.image() != null) {
      add(new NamedLink(shot.image(), task.shotId(), "image", false, wish), links);
    }
    if (shot.video() != null) {
      add(new NamedLink(shot.video(), task.shotId(), "video", true, wish), links);
    }
    for (String reference : shot.references()) {
      add(new NamedLink(reference, task.shotId(), "references", false, wish), links);
    }
  }

  private static void add(NamedLink link, Map<String, NamedLink> links) {
    if (Inputs.scheme(link.url()).startsWith("http")) {
      links.putIfAbsent(link.column() + " " + link.url(), link);
    }
  }
}
