package org.educationcities.examples.cityinabox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The arrows of the whole house: core and storage, notification and source adapters on spi; file
 * formats on core; examples on all.
 */
class HouseTest {
  private static final String SPI = "org.educationcities.spi..";
  private static final List<String> ON_SPI = List.of("storage", "notify", "keys");
  private static final List<String> ON_CORE =
      List.of("oneroster", "hsds", "citycsv", "icalendar", "geojson", "report");
  private static final List<String> ROOMS =
      List.of(
          "circle",
          "city",
          "collaboration",
          "discovery",
          "exchange",
          "insight",
          "matching",
          "notification",
          "people",
          "persistence",
          "privacy",
          "profile",
          "registry",
          "resource",
          "round",
          "safeguarding",
          "team");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.educationcities");

  @Test
  void spiKnowsNobody() {
    classes()
        .that()
        .resideInAPackage(SPI)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(SPI, "java..", "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void coreKnowsNoAdapterAndNoExample() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(ROOMS))
        .or()
        .resideInAPackage("org.educationcities")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(adaptersAndExamples())
        .check(HOUSE);
  }

  @Test
  void storageAndNotificationAdaptersKnowSpiAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(ON_SPI))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(ROOMS))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.educationcities", "org.educationcities.examples..")
        .check(HOUSE);
  }

  @Test
  void noAdapterKnowsAnother() {
    for (String adapter :
        List.of("oneroster", "hsds", "citycsv", "icalendar", "geojson", "report")) {
      String[] others =
          ON_CORE.stream()
              .filter(each -> !each.equals(adapter))
              .map(each -> "org.educationcities." + each + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("org.educationcities." + adapter + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(ON_SPI))
          .check(HOUSE);
    }
  }

  @Test
  void theWholeHouseIsLookedAt() {
    // A rule over no classes holds always; every room and adapter must be here to be looked at.
    for (String room : List.copyOf(ROOMS)) {
      assertThat(HOUSE.stream().anyMatch(each -> isIn(each.getPackageName(), room)))
          .as(room)
          .isTrue();
    }
    for (String adapter : ON_CORE) {
      assertThat(HOUSE.stream().anyMatch(each -> isIn(each.getPackageName(), adapter)))
          .as(adapter)
          .isTrue();
    }
  }

  private static boolean isIn(String name, String room) {
    String whole = "org.educationcities." + room;
    return name.equals(whole) || name.startsWith(whole + ".");
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(each -> "org.educationcities." + each + "..").toArray(String[]::new);
  }

  private static String[] adaptersAndExamples() {
    return Stream.of(ON_SPI, ON_CORE, List.of("examples", "tck"))
        .flatMap(List::stream)
        .map(each -> "org.educationcities." + each + "..")
        .toArray(String[]::new);
  }
}
