package org.educationcities.notification;

/** What one run of a relay does, counted as it goes. */
final class Tally {
  int events;
  int attempted;
  int sent;
  int postponed;
  int dead;
  int dropped;

  Relay.Run run() {
    return new Relay.Run(events, sent, postponed, dead, dropped);
  }
}
