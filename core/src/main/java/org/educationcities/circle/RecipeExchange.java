package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.educationcities.city.CityId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Part;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.Party;
import org.jspecify.annotations.Nullable;

/**
 * The world circle: finds, for each city, the recipes of other cities that serve its growth areas
 * most. Stateless and thread-safe; deterministic.
 */
public final class RecipeExchange {
  private RecipeExchange() {}

  /**
   * A recipe for a city.
   *
   * @param recipe what is taken up, with its credit
   * @param by which city
   * @param affinity what it gives the city, with its explanation
   * @param proposal the collaboration that is proposed, of the two cities
   */
  public record Adoption(Recipe recipe, CityId by, Affinity affinity, Collaboration proposal) {}

  /**
   * Recipes for cities.
   *
   * @param adoptions by city, the most fitting first
   * @param left cities for which there is none
   */
  public record Result(List<Adoption> adoptions, List<CityId> left) {
    /** A result; lists are copied. */
    public Result {
      adoptions = List.copyOf(adoptions);
      left = List.copyOf(left);
    }

    /** What is proposed: a collaboration for each adoption. */
    public List<Collaboration> proposals() {
      return adoptions.stream().map(Adoption::proposal).toList();
    }
  }

  /**
   * Recipes from any other city, of the same country or not; the circle is told by the two.
   *
   * @param mostACity how many recipes a city takes up at most
   * @throws IllegalArgumentException if the city that made a recipe is not among the cities
   */
  public static Result among(
      Collection<Recipe> recipes,
      Collection<ProfiledParty> cities,
      AffinityFormula formula,
      int mostACity,
      Occasion occasion) {
    Map<String, ProfiledParty> byId = new TreeMap<>();
    for (ProfiledParty city : cities) {
      ProfiledParty.require(city, Party.Kind.CITY);
      byId.put(city.id(), city);
    }
    Map<RecipeId, ProfiledParty> makers = new HashMap<>();
    for (Recipe recipe : recipes) {
      ProfiledParty maker = byId.get(recipe.madeIn().value());
      if (maker == null) {
        throw new IllegalArgumentException(
            "Recipe '" + recipe.id() + "' was made in a city that is not among these.");
      }
      makers.put(recipe.id(), maker);
    }
    List<Adoption> adoptions = new ArrayList<>();
    List<CityId> left = new ArrayList<>();
    for (ProfiledParty city : byId.values()) {
      List<Adoption> own =
          recipes.stream()
              .filter(recipe -> !recipe.credit().contains(new CityId(city.id())))
              .map(recipe -> adoption(recipe, makers.get(recipe.id()), city, formula, occasion))
              .filter(each -> each.affinity().points() > 0)
              .sorted(
                  Comparator.<Adoption>comparingInt(each -> -each.affinity().points())
                      .thenComparing(each -> each.recipe().id().value()))
              .limit(mostACity)
              .toList();
      adoptions.addAll(own);
      if (own.isEmpty()) {
        left.add(new CityId(city.id()));
      }
    }
    return new Result(adoptions, left);
  }

  /** As {@link #among}, but only from cities of other countries: the world circle alone. */
  public static Result acrossCountries(
      Collection<Recipe> recipes,
      Collection<ProfiledParty> cities,
      AffinityFormula formula,
      int mostACity,
      Occasion occasion) {
    Map<String, List<ProfiledParty>> byCountry =
        cities.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.home().country(), TreeMap::new, Collectors.toList()));
    Map<CityId, String> countryOf = new HashMap<>();
    cities.forEach(each -> countryOf.put(new CityId(each.id()), each.home().country()));
    List<Adoption> adoptions = new ArrayList<>();
    List<CityId> left = new ArrayList<>();
    byCountry.forEach(
        (country, own) -> {
          List<Recipe> foreign =
              recipes.stream()
                  .filter(each -> !country.equals(countryOf.get(each.madeIn())))
                  .toList();
          Result result = among(foreign, cities, formula, mostACity, occasion);
          result.adoptions().stream()
              .filter(each -> country.equals(countryOf.get(each.by())))
              .forEach(adoptions::add);
          result.left().stream()
              .filter(each -> country.equals(countryOf.get(each)))
              .forEach(left::add);
        });
    return new Result(adoptions, left);
  }

  private static Adoption adoption(
      Recipe recipe,
      @Nullable ProfiledParty maker,
      ProfiledParty city,
      AffinityFormula formula,
      Occasion occasion) {
    Collaboration proposal =
        occasion
            .propose(
                CollaborationKind.RECIPE_ADOPTION,
                List.of(Objects.requireNonNull(maker).as(Part.GIVES), city.as(Part.TAKES_UP)),
                recipe.id().value())
            .attributes(
                Map.of(
                    "recipe",
                    recipe.id().value(),
                    "recipe.credit",
                    recipe.credit().stream().map(CityId::value).collect(Collectors.joining(" "))))
            .build();
    return new Adoption(
        recipe, new CityId(city.id()), formula.between(city.profile(), recipe.profile()), proposal);
  }
}
