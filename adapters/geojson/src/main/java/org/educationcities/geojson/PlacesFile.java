package org.educationcities.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.educationcities.exchange.ImportException;
import org.educationcities.spi.source.GeoPoint;

/**
 * Writes a feature collection of points (RFC 7946): WGS84, longitude before latitude, six digits,
 * which is a tenth of a metre; a place without a position has the geometry null. Thread-safe.
 */
public final class PlacesFile {

  private PlacesFile() {}

  /**
   * Writes a file, the places in the order given; an older one is replaced.
   *
   * @throws ImportException if it cannot be written
   */
  public static void write(Path file, Collection<Place> places) {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator json =
            JsonFactory.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      for (Place place : places) {
        feature(json, place);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new ImportException(
          String.valueOf(file.getFileName()),
          "file-unwritable",
          "It cannot be written.\nMaybe the folder is missing or read-only, or the disk full.");
    }
  }

  private static void feature(JsonGenerator json, Place place) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", place.id());
    GeoPoint position = place.position();
    if (position == null) {
      json.writeNullField("geometry");
    } else {
      json.writeObjectFieldStart("geometry");
      json.writeStringField("type", "Point");
      json.writeArrayFieldStart("coordinates");
      json.writeNumber(degrees(position.longitude()));
      json.writeNumber(degrees(position.latitude()));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, Object> each : place.properties().entrySet()) {
      json.writeFieldName(each.getKey());
      value(json, each.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }

  private static BigDecimal degrees(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }
}
