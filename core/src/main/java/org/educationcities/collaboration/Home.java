package org.educationcities.collaboration;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.ClassroomId;
import org.educationcities.city.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Where a party is at home. The homes of all who take part tell the circle of a collaboration.
 * Immutable.
 */
public final class Home {
  private final String country;
  private final CityId city;
  private final @Nullable SchoolId school;
  private final @Nullable ClassroomId classroom;

  private Home(
      String country, CityId city, @Nullable SchoolId school, @Nullable ClassroomId classroom) {
    this.country = Objects.requireNonNull(country, "country");
    this.city = Objects.requireNonNull(city, "city");
    this.school = school;
    this.classroom = classroom;
    if (country.length() != 2) {
      throw new IllegalArgumentException("A country is an ISO 3166-1 alpha-2 code.");
    }
  }

  /** At home in a city: a city itself, a provider, a resident. */
  public static Home in(String country, CityId city) {
    return new Home(country, city, null, null);
  }

  /** At home in a school: the school itself, an educator, a learner whose class is not known. */
  public static Home in(String country, CityId city, SchoolId school) {
    return new Home(country, city, Objects.requireNonNull(school, "school"), null);
  }

  /** At home in a class: a learner, or the educator who coaches there. */
  public static Home in(String country, CityId city, SchoolId school, ClassroomId classroom) {
    return new Home(
        country,
        city,
        Objects.requireNonNull(school, "school"),
        Objects.requireNonNull(classroom, "classroom"));
  }

  /**
   * The innermost circle that holds all of some homes: of one class, one school, one city, one
   * country, or the world. A home without a school shares none.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Circle circleOf(Collection<Home> homes) {
    if (homes.isEmpty()) {
      throw new IllegalArgumentException("Nobody has no circle.");
    }
    if (!share(homes, each -> each.country)) {
      return Circle.WORLD;
    }
    if (!share(homes, each -> each.city)) {
      return Circle.COUNTRY;
    }
    if (!share(homes, each -> each.school)) {
      return Circle.CITY;
    }
    return share(homes, each -> each.classroom) ? Circle.CLASSROOM : Circle.SCHOOL;
  }

  private static boolean share(
      Collection<Home> homes, Function<Home, ? extends @Nullable Object> level) {
    Object first = level.apply(homes.iterator().next());
    return first != null && homes.stream().allMatch(each -> first.equals(level.apply(each)));
  }

  /** The country, ISO 3166-1 alpha-2. */
  public String country() {
    return country;
  }

  /** The city. */
  public CityId city() {
    return city;
  }

  /** The school, if there is one. */
  public Optional<SchoolId> school() {
    return Optional.ofNullable(school);
  }

  /** The class, if there is one. */
  public Optional<ClassroomId> classroom() {
    return Optional.ofNullable(classroom);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Home that
        && country.equals(that.country)
        && city.equals(that.city)
        && Objects.equals(school, that.school)
        && Objects.equals(classroom, that.classroom);
  }

  @Override
  public int hashCode() {
    return Objects.hash(country, city, school, classroom);
  }

  /** The city only: a child's school is personal. */
  @Override
  public String toString() {
    return "Home[" + city + "]";
  }
}
