package org.educationcities.machine;

import org.educationcities.spi.source.GeoPoint;

/** An opportunity as it truly is. */
record Ground(String opportunity, String provider, String resource, GeoPoint position) {}
