package org.educationcities.notify.log;

/** What every attempt checks first. */
final class Attempt {

  private Attempt() {}

  /** Refuses an attempt on a closed channel (NOT-24) or an interrupted thread (NOT-23). */
  static void check(boolean closed) throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("This channel is closed.");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("Interrupted before the message was delivered.");
    }
  }
}
