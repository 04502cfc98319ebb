package org.educationcities.tck;

import java.util.Objects;
import org.educationcities.spi.Settings;

/**
 * A medium that no storage can use: of a newer version, foreign, corrupt or out of reach (STO-51).
 *
 * @param name what is wrong with it, for the test's name
 * @param settings what would open it
 * @param fingerprint tells whether the medium is still as it was: the same text before and after
 */
public record DamagedMedium(String name, Settings settings, Fingerprint fingerprint) {

  /** Reads the whole content of a medium, or a digest of it. */
  @FunctionalInterface
  public interface Fingerprint {
    /** The content, as a text that differs whenever the content does. */
    String take() throws Exception;
  }

  /** A damaged medium, all of it given. */
  public DamagedMedium {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
