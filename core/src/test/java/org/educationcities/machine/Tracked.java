package org.educationcities.machine;

import java.time.Instant;
import org.educationcities.collaboration.Collaboration;
import org.jspecify.annotations.Nullable;

/** A placement as it stands, and what was last looked at for it. Not thread-safe. */
final class Tracked {
  Collaboration now;
  long version;
  boolean wasInForce;
  Instant endsBy = Instant.MIN;
  World.@Nullable Look look;

  Tracked(Collaboration now, long version) {
    this.now = now;
    this.version = version;
  }

  String child() {
    return now.learners().get(0).value();
  }

  String opportunity() {
    return now.opportunity().orElseThrow().value();
  }
}
