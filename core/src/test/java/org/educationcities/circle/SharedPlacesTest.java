package org.educationcities.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.educationcities.SmallCity;
import org.educationcities.city.Circle;
import org.educationcities.city.City;
import org.educationcities.city.CityId;
import org.educationcities.city.Distance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LocalityRecord;
import org.junit.jupiter.api.Test;

/** The country circle: places that one region opens to its neighbours. */
class SharedPlacesTest extends Circles {
  private static final SharedPlaces.Neighbour HADERA =
      neighbour("hadera", 32.434, 34.919, Profile.empty());
  private static final SharedPlaces.Neighbour NETANYA =
      neighbour("netanya", 32.32, 34.853, wants("chess", 4).profile());
  private static final Opportunity CHESS =
      SmallCity.opportunity("club", "chess", 12).openTo(Circle.COUNTRY).build();

  @Test
  void aFreePlaceThatServesANeighbourIsShared() {
    SharedPlaces.Result result = share(CHESS, 4, 20);

    assertThat(result.places()).hasSize(1);
    assertThat(result.places().get(0).to()).isEqualTo(new CityId("netanya"));
    assertThat(result.proposals().get(0).circle()).isEqualTo(Circle.COUNTRY);
    assertThat(result.left()).containsExactly(new CityId("hadera"));
  }

  @Test
  void anOffersTagAloneMakesNoCollaboration() {
    assertThat(share(CHESS, 0, 20).places()).as("no place is free").isEmpty();
    assertThat(share(CHESS, 4, 5).places()).as("nobody is near").isEmpty();
    Opportunity unwanted =
        SmallCity.opportunity("club", "theatre", 12).openTo(Circle.WORLD).build();
    assertThat(share(unwanted, 4, 20).places()).as("nobody wants it").isEmpty();
  }

  @Test
  void whatIsOpenToTheCityOnlyStaysThere() {
    Opportunity own = SmallCity.opportunity("club", "chess", 12).openTo(Circle.CITY).build();
    assertThat(share(own, 4, 20).places()).isEmpty();
  }

  private static SharedPlaces.Result share(Opportunity opportunity, int free, int kilometres) {
    return SharedPlaces.compose(
        List.of(HADERA, NETANYA),
        List.of(opportunity),
        Map.of(new OpportunityId("club"), free),
        Distance.ofKilometres(kilometres),
        3,
        FORMULA,
        OCCASION);
  }

  private static SharedPlaces.Neighbour neighbour(
      String id, double latitude, double longitude, Profile profile) {
    City place =
        City.of(
            CityRecord.builder(id, "IL", ZoneId.of("Asia/Jerusalem"))
                .names(Map.of("en", id))
                .localities(
                    List.of(
                        new LocalityRecord(
                            id, Map.of("en", id), new GeoPoint(latitude, longitude), 1000)))
                .build());
    return new SharedPlaces.Neighbour(place, party(Party.Kind.CITY, id, city("IL", id), profile));
  }
}
