package org.educationcities.examples.cityinabox.facts;

import org.educationcities.spi.source.GeoPoint;

/**
 * A real school.
 *
 * @param id the ministry's
 * @param localityId its locality
 * @param name as registered, in Hebrew
 * @param position where it stands
 * @param language the language it is taken to teach in, inferred from the names: {@code he} or
 *     {@code ar}
 */
public record RealSchool(
    String id, String localityId, String name, GeoPoint position, String language) {}
