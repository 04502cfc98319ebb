package org.educationcities.examples.cityinabox;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has opened other houses to strangers is used nowhere in this one. */
class NoHarmfulToolTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.educationcities");

  @Test
  void nothingIsSerialisedByJava() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(Object(In|Out)putStream|Externalizable)|java\\.beans\\..*")
        .check(HOUSE);
  }

  @Test
  void noJsonNamesAClass() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("com\\.fasterxml\\.jackson\\.annotation\\.Json(TypeInfo|SubTypes).*")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("com\\.fasterxml\\.jackson\\.databind\\.jsontype\\..*")
        .orShould()
        .callMethodWhere(
            target(nameMatching("(activate|enable)DefaultTyping.*|setDefaultTyping|polymorphic.*")))
        .check(HOUSE);
  }

  @Test
  void noXmlIsRead() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.xml..", "org.xml.sax..", "org.w3c.dom..")
        .check(HOUSE);
  }

  @Test
  void noScriptAndNoExpressionIsEvaluated() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.script..", "javax.el..", "jakarta.el..", "javax.naming..")
        .check(HOUSE);
  }

  /** Who makes a parser or a mapper sets its limits, unless all that it does is to write. */
  @Test
  void whoeverMayReadJsonHasLimits() {
    Set<String> limited = new TreeSet<>();
    for (JavaClass each : HOUSE) {
      if (calls(each, NoHarmfulToolTest::makesJson)) {
        if (calls(each, NoHarmfulToolTest::setsLimits)) {
          limited.add(simpleName(each));
        } else {
          assertThat(calls(each, NoHarmfulToolTest::reads)).as(each.getName()).isFalse();
        }
      }
    }
    assertThat(limited).containsExactly("Json", "JsonDocument", "PublishedList");
  }

  /** A reader is one of those who set limits, or reads by the mapper of what is stored. */
  @Test
  void jsonIsReadInFourPlacesAlone() {
    Set<String> readers = new TreeSet<>();
    for (JavaClass each : HOUSE) {
      if (calls(each, NoHarmfulToolTest::reads)) {
        readers.add(simpleName(each));
      }
    }
    assertThat(readers).containsExactly("Codec", "JsonDocument", "Kind", "PublishedList");
  }

  @Test
  void everyMapperThatIsKeptAndReadsIsLimited() throws ReflectiveOperationException {
    int limited = 0;
    for (JavaClass each : HOUSE) {
      for (JavaField field : each.getFields()) {
        if (field.getRawType().isAssignableTo(ObjectMapper.class)
            && field.getModifiers().contains(JavaModifier.STATIC)
            && calls(each, NoHarmfulToolTest::setsLimits)) {
          Field found = field.reflect();
          found.setAccessible(true);
          StreamReadConstraints limits =
              ((ObjectMapper) found.get(null)).getFactory().streamReadConstraints();
          assertThat(limits.getMaxNestingDepth()).as(field.getFullName()).isLessThanOrEqualTo(64);
          assertThat(limits.getMaxStringLength()).isLessThanOrEqualTo(1 << 20);
          assertThat(limits.getMaxNumberLength()).isLessThanOrEqualTo(1_000);
          limited++;
        }
      }
    }
    assertThat(limited).isPositive();
  }

  @Test
  void theHouseIsLookedAt() {
    // A rule over no classes holds always.
    for (String room :
        List.of("exchange", "persistence", "oneroster", "hsds", "storage.json", "storage.jdbc")) {
      assertThat(
              HOUSE.stream()
                  .anyMatch(each -> each.getPackageName().equals("org.educationcities." + room)))
          .as(room)
          .isTrue();
    }
  }

  private static boolean calls(JavaClass type, Predicate<JavaCall<?>> which) {
    return Stream.<JavaCall<?>>concat(
            type.getMethodCallsFromSelf().stream(), type.getConstructorCallsFromSelf().stream())
        .anyMatch(which);
  }

  private static boolean isOfJson(JavaCall<?> call) {
    return call.getTargetOwner().isAssignableTo(ObjectMapper.class)
        || call.getTargetOwner().isAssignableTo(ObjectReader.class)
        || call.getTargetOwner().isAssignableTo(JsonFactory.class);
  }

  private static boolean makesJson(JavaCall<?> call) {
    return isOfJson(call) && List.of("<init>", "builder").contains(call.getName());
  }

  private static boolean reads(JavaCall<?> call) {
    return isOfJson(call)
        && call.getName().matches("read.*|createParser|convertValue|treeToValue|updateValue");
  }

  private static boolean setsLimits(JavaCall<?> call) {
    return call.getName().matches("streamReadConstraints|setStreamReadConstraints");
  }

  private static String simpleName(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "").replaceFirst(".*\\.", "");
  }
}
