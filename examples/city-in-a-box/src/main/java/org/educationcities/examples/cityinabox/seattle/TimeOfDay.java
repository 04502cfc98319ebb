package org.educationcities.examples.cityinabox.seattle;

import java.time.LocalTime;

/**
 * Hours within a day.
 *
 * @param from the beginning
 * @param to the end, later on the same day
 */
public record TimeOfDay(LocalTime from, LocalTime to) {}
