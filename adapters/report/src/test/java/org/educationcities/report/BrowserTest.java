package org.educationcities.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Clicks through the pages in a real browser; see {@link Chromium} for where there is none. */
class BrowserTest {
  /** What reaches beyond the page, outside of boxes that scroll by themselves. */
  private static final String TOO_WIDE =
      "[...document.body.querySelectorAll('*')].filter(part => {"
          + "const box = part.getBoundingClientRect();"
          + "return (box.right > innerWidth + 1 || box.left < -1) && !part.closest('.scroll, nav, .tablist, .map, .sr, thead')"
          + "}).map(part => part.tagName + '.' + part.getAttribute('class')).slice(0, 8).join(' ')";

  @SuppressWarnings("NullAway.Init") // By the first open().
  private static Chromium chromium;

  @TempDir static Path folder;

  /**
   * Before each, so that where there is none each test is told as skipped, not the class as empty.
   */
  @BeforeEach
  void open() throws IOException {
    if (chromium == null) {
      chromium = Chromium.start(Files.createDirectories(folder.resolve("profile")));
    }
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void silent() {
    if (chromium != null) {
      chromium.assertSilent();
    }
  }

  @Test
  void the_watch_itself_sees_an_error_and_a_request() throws IOException {
    Path page = folder.resolve("loud.html");
    Files.writeString(page, "<script>console.error('loud')</script>");
    chromium.open(page, 800, 600);
    assertThatThrownBy(chromium::assertSilent).hasMessageContaining("loud");

    Files.writeString(
        page, "<img src='http://127.0.0.1:1/pixel.gif' onerror='window.failed = true'>");
    chromium.open(page, 800, 600);
    chromium.until("window.failed === true");
    assertThatThrownBy(chromium::assertSilent).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_city_is_chosen_and_its_map_drawn_when_it_is_looked_at() throws IOException {
    chromium.open(SamplePages.publicReport(folder, Locale.ENGLISH), 1280, 900);

    assertThat(chromium.all(".city:not([hidden])")).hasSize(1);
    assertThat(chromium.all(".leaflet-container")).hasSize(1);

    chromium.click(chromium.find(".city-nav a[href='#city-3']"));
    chromium.until("document.querySelector('#city-3 .leaflet-container') !== null");

    assertThat(chromium.find(".city:not([hidden]) h3").getText()).startsWith("Jerusalem");
    assertThat(chromium.find(".city-nav [aria-current]").getText()).isEqualTo("Jerusalem");
    assertThat(chromium.all(".leaflet-container")).hasSize(2);
    chromium.click(chromium.find(".glance a[href='#city-12']"));
    chromium.until("!document.querySelector('#city-12').hidden");
    assertThat(chromium.find(".city:not([hidden]) h3").getText()).startsWith("Seattle");
  }

  @Test
  void layers_topics_and_search_filter_the_map_and_its_table_alike() throws IOException {
    chromium.open(SamplePages.publicReport(folder, Locale.ENGLISH), 1280, 900);
    long all = shown();
    long schools = chromium.number("document.querySelectorAll('#city-1 tr[data-k=\"0\"]').length");

    chromium.click(chromium.find("#city-1 [name=layer][value='0']"));
    assertThat(shown()).isEqualTo(all - schools);
    assertThat(
            chromium.number("document.querySelectorAll('#city-1 tr[data-k]:not([hidden])').length"))
        .isEqualTo(all - schools);

    new Select(chromium.find("#city-1 [name=topic]")).selectByVisibleText("Robotics");
    assertThat(shown()).isBetween(1L, all - schools - 1);
    assertThat(chromium.find("#city-1 .status").getText()).startsWith(shown() + " of " + all);

    chromium.find("#city-1 [name=search]").sendKeys("no such place");
    assertThat(shown()).isZero();
  }

  @Test
  void tabs_show_one_panel_by_click_and_by_key() throws IOException {
    chromium.open(SamplePages.publicReport(folder, Locale.ENGLISH), 1280, 900);

    chromium.click(chromium.find("#city-1-missing-tab"));
    assertThat(chromium.all("#city-1 .panel:not([hidden])")).hasSize(1);
    assertThat(chromium.find("#city-1-missing").isDisplayed()).isTrue();

    chromium.find("#city-1-missing-tab").sendKeys(Keys.ARROW_RIGHT);
    assertThat(chromium.find("#city-1-price").isDisplayed()).isTrue();
    assertThat(chromium.ask("document.activeElement.id")).isEqualTo("city-1-price-tab");

    chromium.find("#city-1-price-tab").sendKeys(Keys.END);
    WebElement place = chromium.find("#city-1-places tbody th button");
    String name = place.getText();
    chromium.click(place);
    chromium.until("document.querySelector('.leaflet-popup') !== null");
    assertThat(chromium.find(".leaflet-popup-content strong").getText()).isEqualTo(name);
    assertThat(chromium.find(".leaflet-popup-close-button").getDomAttribute("aria-label"))
        .isEqualTo("Close");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "he", "ar"})
  void a_phone_of_360_pixels_needs_no_sideways_scroll(String language) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    for (Path page :
        List.of(
            SamplePages.publicReport(folder, locale),
            SamplePages.planner(folder, locale, 120, 20))) {
      chromium.open(page, 360, 740);
      chromium.ask("document.querySelectorAll('[hidden]').forEach(part => part.hidden = false)");

      assertThat(chromium.number("document.documentElement.scrollWidth"))
          .as("%s: %s", page.getFileName(), chromium.ask(TOO_WIDE))
          .isEqualTo(360);
    }
  }

  @Test
  void a_hebrew_page_is_laid_out_from_the_right_and_keeps_foreign_names_whole() throws IOException {
    chromium.open(SamplePages.publicReport(folder, Locale.forLanguageTag("he")), 1280, 900);

    assertThat(chromium.ask("getComputedStyle(document.body).direction")).isEqualTo("rtl");
    assertThat(chromium.number("document.querySelector('.hero-text').getBoundingClientRect().left"))
        .isGreaterThan(
            chromium.number("document.querySelector('.atlas').getBoundingClientRect().left"));
    assertThat(
            chromium.ask(
                "getComputedStyle(document.querySelector('.city-head .other')).unicodeBidi"))
        .isEqualTo("isolate");
    chromium.click(chromium.find("#city-1-balance-tab"));
    chromium.find("#city-1-balance-tab").sendKeys(Keys.ARROW_LEFT);
    assertThat(chromium.find("#city-1-missing").isDisplayed()).isTrue();
  }

  @Test
  void texts_and_tables_stand_without_the_script() throws IOException {
    Path page = SamplePages.publicReport(folder, Locale.ENGLISH);
    String whole = Files.readString(page);
    Path bare = folder.resolve("bare.html");
    Files.writeString(bare, whole.substring(0, whole.lastIndexOf("<script>")) + "</body></html>");
    chromium.open(bare, 1280, 900);

    assertThat(visible(".city")).isEqualTo(12);
    assertThat(visible(".panel")).isEqualTo(60);
    assertThat(chromium.find(".nojs").isDisplayed()).isTrue();
    assertThat(chromium.find(".city-nav").isDisplayed()).isFalse();
  }

  @Test
  void a_printed_page_shows_every_city_and_no_controls() throws IOException {
    chromium.open(SamplePages.publicReport(folder, Locale.ENGLISH), 800, 1100);
    chromium.medium("print");

    assertThat(visible(".city")).isEqualTo(12);
    assertThat(visible(".panel")).isEqualTo(60);
    assertThat(visible(".bar-top, .filters, .tablist, .city-nav")).isZero();
    chromium.medium("screen");
  }

  @Test
  void a_planner_searches_sorts_pages_and_explains_twenty_thousand_rows() throws IOException {
    chromium.open(SamplePages.planner(folder, Locale.ENGLISH, 20_000, 1_500), 1440, 900);

    assertThat(chromium.find("#range").getText()).isEqualTo("1–50 of 20,000");
    assertThat(chromium.all(".rows tbody tr")).hasSize(50);
    chromium.click(chromium.find("#next"));
    assertThat(chromium.find("#range").getText()).isEqualTo("51–100 of 20,000");

    chromium.click(chromium.find(".rows thead th:nth-child(5) button"));
    assertThat(chromium.find(".rows [aria-sort]").getDomAttribute("aria-sort"))
        .isEqualTo("descending");
    long best =
        chromium.number(
            "Number(document.querySelector('.rows tbody td:nth-child(5)').textContent)");
    long next =
        chromium.number(
            "Number(document.querySelector('.rows tbody tr:nth-child(2) td:nth-child(5)').textContent)");
    assertThat(best).isGreaterThanOrEqualTo(next);

    new Select(chromium.find("#city")).selectByVisibleText("Hadera");
    assertThat(chromium.find("#range").getText()).endsWith("of 1,667");
    chromium.find("#search").sendKeys("Theatre, spring workshop 1");
    chromium.until("document.querySelectorAll('.rows tbody tr').length > 0");
    assertThat(chromium.find(".rows tbody tr").getText()).contains("Hadera", "Theatre");

    chromium.click(chromium.find(".explain"));
    long sum =
        chromium.number(
            "[...document.querySelectorAll('.why .line .num')].reduce((sum, cell) => sum + Number(cell.textContent), 0)");
    long affinity =
        chromium.number(
            "Number(document.querySelector('.rows tr.open td:nth-child(5)').textContent)");
    assertThat(sum).isEqualTo(affinity);

    chromium.click(chromium.find("button[type=reset]"));
    chromium.click(chromium.find("#tab-unplaced"));
    chromium.until("document.querySelector('#range').textContent.endsWith('of 1,500')");
    assertThat(chromium.find(".rows").getText()).contains("41 learners share the 30 places");
  }

  private static long visible(String selector) {
    return chromium.number(
        "[...document.querySelectorAll('"
            + selector
            + "')].filter(p => p.checkVisibility()).length");
  }

  private static long shown() {
    return chromium.number("Number(document.querySelector('#city-1 .map').dataset.shown)");
  }
}
