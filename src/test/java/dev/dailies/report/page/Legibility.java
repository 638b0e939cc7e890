package dev.dailies.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dailies.report.page.Browser.Control;
import java.util.List;

/** Whether everybody can read and work a page, by day and by night. */
final class Legibility {

  /** The texts whose contrast to what is behind them is below 4.5 : 1 (WCAG 2, AA). */
  private static final String CONTRAST =
      """
      const parse = (color) => {
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      };
      const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const color = parse(getComputedStyle(at).backgroundColor);
          if (color[3] > 200) { return color; }
        }
        return [255, 255, 255];
      };
      const weak = new Set();
      for (const element of document.querySelectorAll('body *')) {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || !element.checkVisibility() || element.matches(':disabled, script, style, option')) { continue; }
        const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) { weak.add(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2)); }
      }
      return [...weak].join('; ')
      """;

  private Legibility() {}

  /** Every control has a name, and every text stands out. */
  static void check(Browser browser) {
    assertThat(browser.controls()).hasSizeGreaterThan(10).allSatisfy(Legibility::isNamed);
    for (String scheme : List.of("dark", "light")) {
      browser.wear(scheme);
      assertThat(browser.ask(CONTRAST)).as(scheme).isEqualTo("");
    }
  }

  private static void isNamed(Control control) {
    assertThat(control.name()).as(control.role()).isNotBlank();
  }
}
