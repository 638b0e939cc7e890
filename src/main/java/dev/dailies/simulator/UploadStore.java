package dev.dailies.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the files that clients sent, in memory; the oldest go when it is full. */
public final class UploadStore {

  private static final long ROOM = 256L * 1024 * 1024;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private long used;

  /** Puts a file there, in place of any other of that name. */
  public synchronized void put(String name, byte[] content) {
    remove(name);
    files.put(name, content);
    used += content.length;
    while (used > ROOM && files.size() > 1) {
      remove(files.keySet().iterator().next());
    }
  }

  /** The file of that name, if it is still there. */
  public synchronized Optional<byte[]> get(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The names of all files, oldest first. */
  public synchronized List<String> names() {
    return List.copyOf(files.keySet());
  }

  private void remove(String name) {
    byte[] content = files.remove(name);
    used -= content == null ? 0 : content.length;
  }
}
