package org.educationcities.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * A time zone over a stretch of time: every change of its offset, one by one, from the change
 * before the last one, from the rules that the sessions were expanded by.
 */
record ZoneSpan(ZoneId zone, Instant first, Instant last) {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  ZoneSpan with(Instant moment) {
    return new ZoneSpan(
        zone, moment.isBefore(first) ? moment : first, moment.isAfter(last) ? moment : last);
  }

  VTimeZone component() {
    ZoneRules rules = zone.getRules();
    VTimeZone component = new VTimeZone();
    component.add(new TzId(zone.getId()));
    ZoneOffsetTransition change = before(rules, first);
    if (change == null) {
      ZoneOffset always = rules.getOffset(first);
      component.add(observance(false, EPOCH, always, always));
      change = rules.nextTransition(first);
    }
    while (change != null && !change.getInstant().isAfter(last)) {
      component.add(
          observance(
              rules.isDaylightSavings(change.getInstant()),
              change.getDateTimeBefore(),
              change.getOffsetBefore(),
              change.getOffsetAfter()));
      change = rules.nextTransition(change.getInstant());
    }
    return component;
  }

  /**
   * The change before the last one, so that readers see both the zone's standard time and its
   * daylight saving.
   */
  private static @Nullable ZoneOffsetTransition before(ZoneRules rules, Instant moment) {
    ZoneOffsetTransition last = rules.previousTransition(moment.plusSeconds(1));
    if (last == null) {
      return null;
    }
    ZoneOffsetTransition earlier = rules.previousTransition(last.getInstant());
    return earlier == null ? last : earlier;
  }

  private static Observance observance(
      boolean daylight, LocalDateTime begins, ZoneOffset from, ZoneOffset to) {
    Observance observance = daylight ? new Daylight() : new Standard();
    observance.add(new DtStart<>(begins));
    observance.add(new TzOffsetFrom(from));
    observance.add(new TzOffsetTo(to));
    return observance;
  }
}
