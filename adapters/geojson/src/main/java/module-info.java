/** Places out as GeoJSON (RFC 7946). */
module org.educationcities.geojson {
  requires static org.jspecify;
  requires transitive org.educationcities;
  requires com.google.common;
  requires com.fasterxml.jackson.core;

  exports org.educationcities.geojson;
}
