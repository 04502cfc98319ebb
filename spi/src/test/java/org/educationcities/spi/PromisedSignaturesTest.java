package org.educationcities.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the SPI promises stands in {@code spi/api.txt}, for a person to review: a change of it is a
 * change of the contract, and comes with an entry in the changelog. To accept one, run this test
 * with {@code -Dapi.update=true}.
 */
class PromisedSignaturesTest {

  @Test
  void areThoseOfTheCommittedFile() throws IOException, URISyntaxException {
    Path file = Path.of(System.getProperty("project.root"), "spi", "api.txt");
    String now = String.join("\n", signatures()) + "\n";
    if (Boolean.getBoolean("api.update")) {
      Files.writeString(file, now);
    }

    assertThat(now).isEqualTo(Files.readString(file));
  }

  private static SortedSet<String> signatures() throws IOException, URISyntaxException {
    Path classes = Path.of(Space.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .map(PromisedSignaturesTest::load)
          .filter(PromisedSignaturesTest::isPromised)
          .flatMap(PromisedSignaturesTest::signaturesOf)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Space.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static boolean isPromised(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPromised(type.getEnclosingClass()));
  }

  private static Stream<String> signaturesOf(Class<?> type) {
    String superclass =
        type.getSuperclass() == null || type.getSuperclass() == Object.class
            ? ""
            : " extends " + type.getSuperclass().getTypeName();
    List<String> members =
        Stream.of(
                Stream.of(superclass + interfacesOf(type)),
                Arrays.stream(type.getDeclaredFields())
                    .filter(each -> isVisible(each.getModifiers()))
                    .map(Field::toGenericString),
                Stream.concat(
                        Arrays.stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getDeclaredMethods()))
                    .filter(each -> isVisible(each.getModifiers()) && !each.isSynthetic())
                    .map(PromisedSignaturesTest::signatureOf))
            .flatMap(each -> each)
            .toList();
    return members.stream().map(member -> type.getName() + ": " + member.strip());
  }

  private static String interfacesOf(Class<?> type) {
    return type.getInterfaces().length == 0
        ? ""
        : " implements "
            + Arrays.stream(type.getInterfaces())
                .map(Class::getTypeName)
                .sorted()
                .collect(Collectors.joining(", "));
  }

  private static String signatureOf(Executable member) {
    String signature = member.toGenericString();
    return member instanceof Method method && method.isDefault()
        ? "default " + signature
        : signature;
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
