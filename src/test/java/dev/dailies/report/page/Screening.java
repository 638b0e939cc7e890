package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one screen of this JVM to tests, since a browser and a run are slow to start. Where no
 * browser is installed the tests are skipped, and say so. A page asks nothing of any network and
 * complains of nothing: that is looked at after each of them.
 */
final class Screening implements ParameterResolver, AfterEachCallback {

  private static Screen screen(ExtensionContext test) {
    return test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Screening.class))
        .computeIfAbsent(Screen.class, key -> Screen.open(), Screen.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Screen.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return screen(test);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Browser browser = screen(test).browser();
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            url -> url.startsWith("file:") || url.startsWith("data:") || url.startsWith("blob:"));
    browser.forgetPage();
  }
}
