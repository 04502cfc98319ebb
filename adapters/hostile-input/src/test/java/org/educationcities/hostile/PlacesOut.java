package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.educationcities.geojson.Place;
import org.educationcities.geojson.PlacesFile;
import org.educationcities.spi.source.GeoPoint;

/** A name on the map: the file is JSON, and another reader finds the very name in it. */
final class PlacesOut implements Target {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Path folder;

  PlacesOut() {
    try {
      folder = Files.createTempDirectory("places");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(byte[] input) throws IOException {
    String name = new String(input, StandardCharsets.UTF_8);
    Path file = folder.resolve("places.json");
    PlacesFile.write(
        file,
        List.of(new Place("p1", new GeoPoint(32, 35), Map.of("name:en", name, "x" + name, 1))));
    JsonNode properties =
        JSON.readTree(Files.readAllBytes(file)).path("features").path(0).path("properties");
    assertThat(properties.path("name:en").textValue()).isEqualTo(name);
    assertThat(properties.path("x" + name).intValue()).isEqualTo(1);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(bytes("Hall"), bytes("\",\"x\":{\"\\\u0000\u2028</script>"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
