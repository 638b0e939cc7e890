package dev.dailies.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Hands each test a ledger of its own in which nothing was planned yet, and closes it. */
public final class FreshLedger implements ParameterResolver {

  private record Opened(Path folder, TestLedger ledger) implements AutoCloseable {

    static Opened now() {
      try {
        Path folder = Files.createTempDirectory("ledger");
        return new Opened(folder, TestLedger.empty(folder));
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }

    @Override
    public void close() throws IOException {
      ledger.close();
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == TestLedger.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getStore(Namespace.create(FreshLedger.class))
        .computeIfAbsent(Opened.class, key -> Opened.now(), Opened.class)
        .ledger();
  }
}
