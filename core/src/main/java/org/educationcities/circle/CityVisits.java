package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.educationcities.city.CityId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Part;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.Party;

/**
 * The country circle: cities of one country visit each other to learn from each other's strengths,
 * each of them both learning and teaching. A visit is made only where the host's strengths serve
 * the visitor's growth areas; what the visitor's strengths give the host in return counts too.
 *
 * <p>Exact, in two stages, each by minimum-cost flow. First, visits in which every city hosts
 * exactly as often as it visits: of all those, most cities take part; then there are most visits;
 * then they give most affinity. Second, with these fixed, whatever a city can still host or visit
 * beyond that, one way: most visits, then most affinity. Stateless and thread-safe; deterministic.
 */
public final class CityVisits {
  private static final int MOST_CITIES = 500;

  private CityVisits() {}

  /**
   * One city visits another.
   *
   * @param host whose strengths are learned from
   * @param visitor who comes to learn
   * @param affinity what the visit gives the visitor, with its explanation
   * @param balanced whether it belongs to the visits in which everybody hosts as often as it visits
   * @param proposal the collaboration that is proposed
   */
  public record Visit(
      CityId host, CityId visitor, Affinity affinity, boolean balanced, Collaboration proposal) {}

  /**
   * The visits of a country.
   *
   * @param visits by host and visitor
   * @param onlyHosting cities that teach and do not learn
   * @param onlyVisiting cities that learn and do not teach
   * @param left cities that do neither
   */
  public record Result(
      List<Visit> visits, List<CityId> onlyHosting, List<CityId> onlyVisiting, List<CityId> left) {
    /** A result; lists are copied. */
    public Result {
      visits = List.copyOf(visits);
      onlyHosting = List.copyOf(onlyHosting);
      onlyVisiting = List.copyOf(onlyVisiting);
      left = List.copyOf(left);
    }

    /** What is proposed: a collaboration for each visit. */
    public List<Collaboration> proposals() {
      return visits.stream().map(Visit::proposal).toList();
    }
  }

  /**
   * The visits between the cities of one country.
   *
   * @param mostEach how often a city hosts at most, and how often it visits at most, 1 to 50
   * @throws IllegalArgumentException if the cities are of two countries or more than 500
   */
  public static Result compose(
      Collection<ProfiledParty> cities, AffinityFormula formula, int mostEach, Occasion occasion) {
    if (mostEach < 1 || mostEach > 50) {
      throw new IllegalArgumentException("A city visits 1 to 50 others, not " + mostEach + ".");
    }
    TreeMap<String, ProfiledParty> byId = new TreeMap<>();
    for (ProfiledParty city : cities) {
      ProfiledParty.require(city, Party.Kind.CITY);
      byId.put(city.id(), city);
    }
    if (byId.size() > MOST_CITIES
        || byId.values().stream().map(each -> each.home().country()).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "Visits are among at most " + MOST_CITIES + " cities of one country.");
    }
    List<ProfiledParty> sorted = new ArrayList<>(byId.values());
    int n = sorted.size();
    Affinity[][] affinity = new Affinity[n][n];
    for (int host = 0; host < n; host++) {
      for (int visitor = 0; visitor < n; visitor++) {
        affinity[host][visitor] =
            formula.between(sorted.get(visitor).profile(), sorted.get(host).profile());
      }
    }
    boolean[][] balanced = balanced(affinity, mostEach);
    boolean[][] extra = extra(affinity, balanced, mostEach);
    return result(sorted, affinity, balanced, extra, occasion);
  }

  private static boolean[][] balanced(Affinity[][] affinity, int mostEach) {
    int n = affinity.length;
    // No sum of affinities outweighs one visit more, and no number of visits one city more.
    long visit = 1000L * n * mostEach + 1;
    long city = (visit + 1000) * n * mostEach + 1;
    long[][] value = values(affinity, new boolean[n][n], visit);
    long[][] stayHome = new long[n][mostEach];
    for (long[] units : stayHome) {
      // The last unit to stay at home is what leaves a city out altogether.
      units[mostEach - 1] = city;
    }
    return VisitFlow.balanced(mostEach, value, stayHome).made;
  }

  private static boolean[][] extra(Affinity[][] affinity, boolean[][] balanced, int mostEach) {
    int n = affinity.length;
    int[] hosts = new int[n];
    int[] visits = new int[n];
    for (int host = 0; host < n; host++) {
      for (int visitor = 0; visitor < n; visitor++) {
        if (balanced[host][visitor]) {
          hosts[host]++;
          visits[visitor]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      hosts[i] = mostEach - hosts[i];
      visits[i] = mostEach - visits[i];
    }
    return VisitFlow.free(hosts, visits, values(affinity, balanced, 1000L * n * mostEach + 1)).made;
  }

  private static long[][] values(Affinity[][] affinity, boolean[][] without, long visit) {
    int n = affinity.length;
    long[][] value = new long[n][n];
    for (int host = 0; host < n; host++) {
      for (int visitor = 0; visitor < n; visitor++) {
        int points = affinity[host][visitor].points();
        boolean possible = host != visitor && points > 0 && !without[host][visitor];
        value[host][visitor] = possible ? visit + points : 0;
      }
    }
    return value;
  }

  private static Result result(
      List<ProfiledParty> cities,
      Affinity[][] affinity,
      boolean[][] balanced,
      boolean[][] extra,
      Occasion occasion) {
    List<Visit> visits = new ArrayList<>();
    int n = cities.size();
    boolean[] hosts = new boolean[n];
    boolean[] goes = new boolean[n];
    for (int host = 0; host < n; host++) {
      for (int visitor = 0; visitor < n; visitor++) {
        if (balanced[host][visitor] || extra[host][visitor]) {
          hosts[host] = true;
          goes[visitor] = true;
          Collaboration proposal =
              occasion
                  .propose(
                      CollaborationKind.CITY_VISIT,
                      List.of(cities.get(host).as(Part.HOSTS), cities.get(visitor).as(Part.VISITS)))
                  .build();
          visits.add(
              new Visit(
                  new CityId(cities.get(host).id()),
                  new CityId(cities.get(visitor).id()),
                  affinity[host][visitor],
                  balanced[host][visitor],
                  proposal));
        }
      }
    }
    List<CityId> onlyHosting = new ArrayList<>();
    List<CityId> onlyVisiting = new ArrayList<>();
    List<CityId> left = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      CityId id = new CityId(cities.get(i).id());
      if (hosts[i] && !goes[i]) {
        onlyHosting.add(id);
      } else if (!hosts[i] && goes[i]) {
        onlyVisiting.add(id);
      } else if (!hosts[i]) {
        left.add(id);
      }
    }
    return new Result(visits, onlyHosting, onlyVisiting, left);
  }
}
