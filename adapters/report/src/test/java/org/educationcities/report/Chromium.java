package org.educationcities.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real headless Chromium, watched: what it says in its console and what it asks the network for.
 * Where none is installed the test is skipped; where {@code CI} is true it fails.
 */
final class Chromium implements AutoCloseable {
  private static final Pattern URL =
      Pattern.compile(
          "\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"(.*?)\"");

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  static Chromium start(Path profile) {
    File browser = executable("chromium", "chromium-browser", "google-chrome");
    File service = executable("chromedriver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
        "--window-size=1280,900",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return new Chromium(
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(service).build(), options));
  }

  private static File executable(String... names) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      for (String name : names) {
        File file = new File(folder, name);
        if (file.canExecute()) {
          return file;
        }
      }
    }
    String missing =
        "None of "
            + List.of(names)
            + " is installed.\nMaybe: apt-get install chromium chromium-driver";
    boolean isRequired =
        Boolean.getBoolean("CI") || Boolean.parseBoolean(System.getenv().getOrDefault("CI", ""));
    return isRequired ? fail(missing) : abort(missing);
  }

  /** Opens a page at a width in CSS pixels, as a phone would where it is narrow. */
  void open(Path page, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.get(page.toUri().toString());
  }

  void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Shows the page as on screen ("screen") or as printed ("print"). */
  void medium(String medium) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Clicks where a person would, after bringing it into view. */
  void click(WebElement element) {
    driver.executeScript(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
  }

  Object ask(String script, Object... arguments) {
    return Objects.requireNonNullElse(driver.executeScript("return " + script, arguments), "");
  }

  long number(String script) {
    return ((Number) ask(script)).longValue();
  }

  /** Waits, at most ten seconds, until a script gives true. */
  void until(String script) {
    new WebDriverWait(driver, Duration.ofSeconds(10))
        .withMessage(script)
        .until(ready -> Boolean.TRUE.equals(ask(script)));
  }

  void picture(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Nothing was said in the console, and nothing was asked for but the page's own file. */
  void assertSilent() {
    List<String> said = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      said.add(entry.getMessage());
    }
    List<String> asked = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      Matcher matcher = URL.matcher(entry.getMessage());
      // The browser's own first tab is not the page's doing, and data: asks nobody.
      if (matcher.find() && !matcher.group(1).matches("(chrome|data):.*")) {
        asked.add(matcher.group(1));
      }
    }
    assertThat(said).as("console").isEmpty();
    assertThat(asked)
        .as("requests")
        .allMatch(url -> url.startsWith("file:///") && url.endsWith(".html"));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
