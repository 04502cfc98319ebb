package org.educationcities.privacy;

import com.google.common.collect.ImmutableList;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.educationcities.collaboration.CollaborationServices;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.spi.source.HostSources;

/** What people can ask about their data, composed over one store. Thread-safe. */
public final class PrivacyServices {
  private final Store store;
  private final List<Kind<?>> kinds;
  private final Export export;
  private final Erasure erasure;
  private final Retention retention;

  /** Services over everything that is kept in a store. */
  public PrivacyServices(
      Store store,
      List<? extends Kind<?>> kinds,
      HostSources sources,
      CollaborationServices services,
      InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.kinds = ImmutableList.copyOf(kinds);
    this.export = new Export(store, kinds, sources, services.merges(), clock);
    this.erasure =
        new Erasure(
            store, kinds, services.departures(), services.merges(), services.safeguarding(), clock);
    this.retention = new Retention(store, kinds, services.safeguarding(), clock);
  }

  /**
   * Who did what, and who was shown what of a child.
   *
   * @throws IllegalStateException if no key source was chosen: no audit is kept then
   */
  public Audit audit() {
    if (!store.isSealed()) {
      throw new IllegalStateException(
          "No audit is kept: no key source was chosen.\n"
              + "Maybe name one by keys(...) when building.");
    }
    return new Audit(store, kinds);
  }

  /** Everything that is kept of one person, to be given to them. */
  public Export export() {
    return export;
  }

  /** The end of everything that is kept of one person. */
  public Erasure erasure() {
    return erasure;
  }

  /** The end of what has been kept for as long as the policy says. */
  public Retention retention() {
    return retention;
  }
}
