package org.educationcities.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.educationcities.spi.source.GeoPoint;
import org.junit.jupiter.api.Test;

class DistanceTest {

  @Test
  void aDegreeOfTheEquatorIsAThreeHundredSixtiethOfTheCircumference() {
    Distance degree = Distance.between(new GeoPoint(0, 0), new GeoPoint(0, 1));

    assertThat(degree.kilometres()).isCloseTo(111.195, within(0.001));
  }

  @Test
  void thereAndBackAreAlike() {
    GeoPoint hadera = new GeoPoint(32.434, 34.919);
    GeoPoint seattle = new GeoPoint(47.606, -122.332);

    assertThat(Distance.between(hadera, seattle)).isEqualTo(Distance.between(seattle, hadera));
    assertThat(Distance.between(hadera, hadera)).isEqualTo(Distance.ZERO);
  }

  @Test
  void refusesWhatIsNoDistance() {
    assertThatThrownBy(() -> new Distance(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Distance(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
