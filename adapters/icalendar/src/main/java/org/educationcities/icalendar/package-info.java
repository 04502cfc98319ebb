/**
 * Sessions out as iCalendar (RFC 5545): what takes place, when and where, and nothing of who takes
 * part. Nothing personal may enter here.
 */
@NullMarked
package org.educationcities.icalendar;

import org.jspecify.annotations.NullMarked;
