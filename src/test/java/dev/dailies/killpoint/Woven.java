package dev.dailies.killpoint;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts woven classes in the place of the plain ones. */
final class Woven implements ClassFileTransformer {

  /** Where the agent's jar keeps them, all in one: a look for each class would take its time. */
  static final String FILE = "woven.classes";

  private final Map<String, byte[]> classes;

  /**
   * @param classes their bytes, by names as in {@code java/nio/file/Files}
   */
  Woven(Map<String, byte[]> classes) {
    this.classes = classes;
  }

  static Woven read() throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (DataInputStream file =
        new DataInputStream(
            Objects.requireNonNull(Woven.class.getResourceAsStream("/" + FILE), FILE))) {
      int count = file.readInt();
      for (int n = 0; n < count; n++) {
        classes.put(file.readUTF(), file.readNBytes(file.readInt()));
      }
    }
    return new Woven(classes);
  }

  void write(OutputStream stream) throws IOException {
    DataOutputStream file = new DataOutputStream(stream);
    file.writeInt(classes.size());
    for (Map.Entry<String, byte[]> woven : classes.entrySet()) {
      file.writeUTF(woven.getKey());
      file.writeInt(woven.getValue().length);
      file.write(woven.getValue());
    }
    file.flush();
  }

  boolean replaces(Class<?> loaded) {
    return classes.containsKey(loaded.getName().replace('.', '/'));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> before,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    return classes.get(name);
  }
}
