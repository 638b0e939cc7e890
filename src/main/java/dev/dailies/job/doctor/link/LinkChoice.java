package dev.dailies.job.doctor.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses a few of many links: one of each host first, then some from all over the list. */
public final class LinkChoice {

  private LinkChoice() {}

  /** So many of them at most, in their order. */
  public static List<NamedLink> of(List<NamedLink> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    Set<Integer> chosen = new LinkedHashSet<>();
    Set<String> hosts = new HashSet<>();
    for (int at = 0; at < all.size() && chosen.size() < most; at++) {
      if (hosts.add(all.get(at).host())) {
        chosen.add(at);
      }
    }
    int left = most - chosen.size();
    for (int part = 1; part <= left; part++) {
      chosen.add((int) ((long) part * (all.size() - 1) / left));
    }
    List<NamedLink> few = new ArrayList<>();
    chosen.stream().sorted().forEach(at -> few.add(all.get(at)));
    return List.copyOf(few);
  }
}
