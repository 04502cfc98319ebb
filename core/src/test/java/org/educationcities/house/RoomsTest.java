package org.educationcities.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.educationcities.EducationCitiesException;
import org.junit.jupiter.api.Test;

/** The rooms of {@code core} and the arrows between them. */
class RoomsTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // The kit is a jar of the tests only; its killed writer reports by printing.
          .withImportOption(location -> !location.contains("org/educationcities/tck"))
          .importPackages("org.educationcities");

  private static final DescribedPredicate<JavaClass> FOREIGN =
      describe(
          "a type that a host may have in another version",
          type ->
              type.getPackageName().startsWith("com.google")
                  || type.getPackageName().startsWith("com.fasterxml")
                  || type.getPackageName().startsWith("jakarta.")
                  || type.getPackageName().startsWith("org.hibernate")
                  || type.getPackageName().startsWith("net.fortuna")
                  || type.getPackageName().startsWith("de.siegmar"));

  @Test
  void noRoomGoesRoundInACircle() {
    slices().matching("org.educationcities.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void matchingAndTeamKnowNothingButNumbersAndIds() {
    classes()
        .that()
        .resideInAnyPackage("org.educationcities.matching..", "org.educationcities.team..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("java..")
                .or(resideInAPackage("org.jspecify.."))
                .or(resideInAPackage("com.google.common.."))
                // One hierarchy of errors for the whole library: its root is all they know beyond.
                .or(type(EducationCitiesException.class))
                .or(resideInAPackage("org.educationcities.matching.."))
                .or(resideInAPackage("org.educationcities.team..")))
        .check(CORE);
  }

  @Test
  void theWordsOfTheDomainKnowNoStorage() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.educationcities.city..",
            "org.educationcities.people..",
            "org.educationcities.profile..",
            "org.educationcities.resource..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.educationcities.persistence..",
            "org.educationcities.registry..",
            "org.educationcities.spi.storage..",
            "org.educationcities.spi.notification..")
        .check(CORE);
  }

  @Test
  void onlyDiscoveryMeetsTheServiceLoader() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.educationcities.discovery..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ServiceLoader.class)
        .check(CORE);
  }

  @Test
  void timeIsPassedInNeverAskedFor() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CORE);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.educationcities.EducationCities$Builder")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .check(CORE);
  }

  @Test
  void nothingIsPrintedOrSerialised() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class)
        .check(CORE);
  }

  @Test
  void noPublicSignatureHoldsAForeignType() {
    classes()
        .that()
        .areNotAssignableTo(Throwable.class)
        .and(describe("are promised", RoomsTest::isPromised))
        .should(keepForeignTypesInside())
        .check(CORE);
  }

  private static boolean isPromised(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.getPackageName().equals("org.educationcities.persistence")
        && type.getEnclosingClass().map(RoomsTest::isPromised).orElse(true);
  }

  private static ArchCondition<JavaClass> keepForeignTypesInside() {
    return new ArchCondition<>("keep foreign types out of public signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaMember member : type.getMembers()) {
          if (!member.getModifiers().contains(JavaModifier.PUBLIC)
              && !member.getModifiers().contains(JavaModifier.PROTECTED)) {
            continue;
          }
          List<JavaClass> seen = new ArrayList<>();
          if (member instanceof JavaCodeUnit unit) {
            seen.add(unit.getRawReturnType());
            seen.addAll(unit.getRawParameterTypes());
          } else {
            seen.addAll(member.getAllInvolvedRawTypes());
          }
          seen.stream()
              .filter(FOREIGN)
              .forEach(
                  each ->
                      events.add(
                          SimpleConditionEvent.violated(
                              member, member.getFullName() + " shows " + each.getName())));
        }
      }
    };
  }
}
