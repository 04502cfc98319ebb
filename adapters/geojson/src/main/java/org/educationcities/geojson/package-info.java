/**
 * Places out as GeoJSON (RFC 7946). Public places and figures only: no position of a person may
 * enter here.
 */
@NullMarked
package org.educationcities.geojson;

import org.jspecify.annotations.NullMarked;
