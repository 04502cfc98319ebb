package org.educationcities.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.profile.Party.Kind;
import org.educationcities.profile.Profile;
import org.junit.jupiter.api.Test;

/** The country circle: visits. */
class CityVisitsTest extends Circles {

  @Test
  void threeCitiesInARoundEachHostAndVisitAndTheFourthOnlyHosts() {
    List<ProfiledParty> cities =
        List.of(
            cityOf("a", can("chess", 4).wants("drawing", 4).profile()),
            cityOf("b", can("drawing", 4).wants("theatre", 4).profile()),
            cityOf("c", can("theatre", 4).wants("chess", 4).profile()),
            cityOf("d", can("theatre", 3).profile()),
            cityOf("e", Profile.empty()));

    CityVisits.Result result = CityVisits.compose(cities, FORMULA, 2, OCCASION);

    assertThat(result.visits().stream().filter(CityVisits.Visit::balanced))
        .extracting(each -> each.host() + " teaches " + each.visitor())
        .containsExactly("a teaches c", "b teaches a", "c teaches b");
    assertThat(result.visits()).hasSize(4);
    assertThat(result.onlyHosting()).containsExactly(new CityId("d"));
    assertThat(result.left()).containsExactly(new CityId("e"));
    assertThat(result.proposals()).allMatch(each -> each.circle() == Circle.COUNTRY);
  }

  @Test
  void citiesOfTwoCountriesAreRefused() {
    List<ProfiledParty> cities =
        List.of(
            cityOf("a", Profile.empty()),
            party(Kind.CITY, "seattle", city("US", "seattle"), Profile.empty()));
    assertThatThrownBy(() -> CityVisits.compose(cities, FORMULA, 1, OCCASION))
        .hasMessageContaining("one country");
  }

  @Property(tries = 40)
  void noOtherVisitsAreBetter(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int most = random.nextInt(1, 3);
    List<ProfiledParty> cities = new ArrayList<>();
    for (int i = 0; i < random.nextInt(2, 5); i++) {
      cities.add(cityOf("city-" + i, drawn(random)));
    }

    CityVisits.Result result = CityVisits.compose(cities, FORMULA, most, OCCASION);

    int n = cities.size();
    int[][] affinity = new int[n][n];
    for (int h = 0; h < n; h++) {
      for (int v = 0; v < n; v++) {
        affinity[h][v] =
            h == v ? 0 : FORMULA.between(cities.get(v).profile(), cities.get(h).profile()).points();
      }
    }
    long balanced = 0;
    long all = 0;
    for (CityVisits.Visit each : result.visits()) {
      int bit = bit(cities, each.host(), n) * n + bit(cities, each.visitor(), n);
      assertThat(affinity[bit / n][bit % n]).isPositive();
      assertThat(each.affinity().points()).isEqualTo(affinity[bit / n][bit % n]);
      balanced |= each.balanced() ? 1L << bit : 0;
      all |= 1L << bit;
    }
    long[] found = score(balanced, affinity, most, true);
    long[] bestBalanced = {-1};
    long[] foundAll = score(all, affinity, most, false);
    long[] bestAll = {-1};
    for (long set = 0; set < 1L << (n * n); set++) {
      long[] one = score(set, affinity, most, true);
      bestBalanced = better(one, bestBalanced) ? one : bestBalanced;
      if ((set & balanced) == balanced) {
        long[] other = score(set, affinity, most, false);
        bestAll = better(other, bestAll) ? other : bestAll;
      }
    }
    assertThat(found).isEqualTo(bestBalanced);
    assertThat(foundAll).isEqualTo(bestAll);
  }

  /** Cities that take part (where balance is asked for), visits, affinity; or -1 if not allowed. */
  private static long[] score(long set, int[][] affinity, int most, boolean mustBalance) {
    int n = affinity.length;
    int[] hosts = new int[n];
    int[] visits = new int[n];
    long points = 0;
    for (int bit = 0; bit < n * n; bit++) {
      if ((set >> bit & 1) == 1) {
        if (affinity[bit / n][bit % n] == 0) {
          return new long[] {-1};
        }
        hosts[bit / n]++;
        visits[bit % n]++;
        points += affinity[bit / n][bit % n];
      }
    }
    int parts = 0;
    for (int i = 0; i < n; i++) {
      if (hosts[i] > most || visits[i] > most || (mustBalance && hosts[i] != visits[i])) {
        return new long[] {-1};
      }
      parts += hosts[i] > 0 ? 1 : 0;
    }
    return new long[] {mustBalance ? parts : 0, Long.bitCount(set), points};
  }

  private static boolean better(long[] one, long[] other) {
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      if (one[i] != other[i]) {
        return one[i] > other[i];
      }
    }
    return one.length > other.length;
  }

  private static int bit(List<ProfiledParty> cities, CityId id, int n) {
    for (int i = 0; i < n; i++) {
      if (cities.get(i).id().equals(id.value())) {
        return i;
      }
    }
    throw new AssertionError(id);
  }

  private static ProfiledParty cityOf(String id, Profile profile) {
    return party(Kind.CITY, id, city("IL", id), profile);
  }
}
