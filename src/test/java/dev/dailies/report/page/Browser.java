package dev.dailies.report.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Chromium of the system, without a window. */
final class Browser implements AutoCloseable {

  private static final Optional<File> CHROMIUM = program("chromium", "chromium-browser");
  private static final Optional<File> DRIVER = program("chromedriver");

  /** It misses its own library for this browser's version, which nothing here needs. */
  private static final Logger TALK = Logger.getLogger("org.openqa.selenium");

  private static final Set<String> CONTROLS =
      Set.of("button", "searchbox", "textbox", "combobox", "checkbox", "Video", "image");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it, or skips the test where there is none.
   *
   * @param profile a new folder
   */
  static Browser start(Path profile) {
    assumeTrue(
        CHROMIUM.isPresent() && DRIVER.isPresent(),
        "the page is not tried: no chromium and chromedriver on the PATH");
    TALK.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.orElseThrow());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1400,1000",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.orElseThrow()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<File> program(String... names) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Arrays.stream(names).map(name -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  /** Opens a page from disk. */
  void open(Path page) {
    driver.get(page.toUri().toString());
  }

  void openNothing() {
    driver.get("about:blank");
  }

  /** Nothing moves on an empty page, and what the one before said late is not the next one's. */
  void forgetPage() {
    openNothing();
    console();
    requests();
  }

  /** Forgets what pages keep in the browser. */
  void forgetPicks() {
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin",
        Map.of("origin", "file:///", "storageTypes", "local_storage"));
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** What a script says, as in {@code return 1 + 1}. */
  String ask(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  String text(String css) {
    return element(css).getText();
  }

  List<String> texts(String css) {
    return elements(css).stream().map(WebElement::getText).toList();
  }

  WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> elements(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** What a screen reader finds to work on the page, or to look at. */
  record Control(String role, String name) {}

  /** All that is shown; in one question, since one for each would take seconds. */
  List<Control> controls() {
    Object tree = driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of()).get("nodes");
    return StreamSupport.stream(JsonMapper.shared().valueToTree(tree).spliterator(), false)
        .filter(node -> !node.at("/ignored").asBoolean())
        .map(node -> new Control(text(node, "role"), text(node, "name")))
        .filter(control -> CONTROLS.contains(control.role()))
        .toList();
  }

  private static String text(JsonNode node, String property) {
    return node.at("/" + property + "/value").asString("");
  }

  void click(String css) {
    WebElement element = element(css);
    ask("arguments[0].scrollIntoView({ block: 'center' })", element);
    element.click();
  }

  void hover(String css) {
    new Actions(driver).moveToElement(element(css)).perform();
  }

  /** Types to whatever has the focus. */
  void type(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** What has the focus, by its name. */
  String focused() {
    return String.valueOf(driver.switchTo().activeElement().getAccessibleName());
  }

  void saveDownloadsIn(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
  }

  /** {@code dark} or {@code light}. */
  void wear(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Puts its clock into a zone, or back to that of the machine if the name is empty. */
  void travel(String zone) {
    driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
  }

  /** Shows the page as paper would, or as a screen does. */
  void wearMedium(String medium) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Takes a picture of what is to be seen. */
  void photograph(Path file) {
    Object data =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png")).get("data");
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** What the console has said since this was last asked. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The addresses of all requests since this was last asked. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).get("message"))
        .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
        .map(Browser::url)
        .toList();
  }

  private static String url(JsonNode message) {
    return message.at("/params/request/url").asString();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
