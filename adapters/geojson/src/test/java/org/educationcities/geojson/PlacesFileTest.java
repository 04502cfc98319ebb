package org.educationcities.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.educationcities.exchange.ImportException;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.SchoolRecord;
import org.junit.jupiter.api.Test;

/** Places as other programs read them. */
class PlacesFileTest {

  @Test
  void aSchoolIsAFeatureWithLongitudeFirst() throws IOException {
    SchoolRecord school =
        SchoolRecord.builder("s1", "hadera")
            .names(Map.of("he", "בית ספר </script>"))
            .position(new GeoPoint(32.44012345, 34.9188))
            .build();

    JsonNode feature = write(List.of(Place.of(school))).get("features").get(0);

    assertThat(feature.get("geometry").get("coordinates").toString())
        .isEqualTo("[34.9188,32.440123]");
    assertThat(feature.get("properties").get("name:he").asText()).isEqualTo("בית ספר </script>");
  }

  @Test
  void aPlaceThatIsNowhereHasNoGeometry() throws IOException {
    JsonNode feature = write(List.of(new Place("d", null, Map.of()))).get("features").get(0);

    assertThat(feature.get("geometry").isNull()).isTrue();
    assertThat(feature.get("properties").isObject()).isTrue();
  }

  @Property(tries = 200)
  void everyPositionIsReadBackToSixDigits(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude)
      throws IOException {
    JsonNode coordinates =
        write(List.of(new Place("p", new GeoPoint(latitude, longitude), Map.of("n", 1))))
            .get("features")
            .get(0)
            .get("geometry")
            .get("coordinates");

    assertThat(coordinates.get(0).asDouble()).isCloseTo(longitude, Offset.offset(5.1e-7));
    assertThat(coordinates.get(1).asDouble()).isCloseTo(latitude, Offset.offset(5.1e-7));
  }

  @Test
  void aMissingFolderGivesTheDeclaredException() {
    assertThatThrownBy(() -> PlacesFile.write(Path.of("no/such/folder/a.geojson"), List.of()))
        .isInstanceOf(ImportException.class);
  }

  private static JsonNode write(List<Place> places) throws IOException {
    Path file = Files.createTempFile("places", ".geojson");
    try {
      PlacesFile.write(file, places);
      return new ObjectMapper().readTree(file.toFile());
    } finally {
      Files.delete(file);
    }
  }
}
