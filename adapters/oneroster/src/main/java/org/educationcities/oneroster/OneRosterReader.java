package org.educationcities.oneroster;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportLimits;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.SourceFiles;
import org.jspecify.annotations.Nullable;

/**
 * Reads OneRoster 1.1 and 1.2 CSV from a folder or a zip. Names, addresses, telephone numbers and
 * passwords of people are not read at all; birth dates only when asked for, and from {@code
 * demographics.csv} nothing else. Immutable and thread-safe.
 *
 * <pre>{@code
 * OneRosterImport imported = OneRosterReader.builder().city("hadera").build().read(Path.of("roster.zip"));
 * }</pre>
 */
public final class OneRosterReader {
  private final @Nullable String city;
  private final String language;
  private final boolean birthDates;
  private final Set<String> permittingRoles;
  private final ImportMode mode;
  private final ImportLimits limits;

  private OneRosterReader(Builder builder) {
    city = builder.city;
    language = builder.language;
    birthDates = builder.birthDates;
    permittingRoles = builder.permittingRoles;
    mode = builder.mode;
    limits = builder.limits;
  }

  /** Starts a reader that takes all or nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a folder or zip.
   *
   * @throws ImportException if the files are refused as a whole, or something in them is and
   *     nothing may be taken then
   */
  public OneRosterImport read(Path folderOrZip) {
    ImportLog log = new ImportLog(mode, limits);
    try (SourceFiles files = SourceFiles.open(folderOrZip, limits)) {
      return new Reading(this, files, log).run();
    }
  }

  @Nullable String city() {
    return city;
  }

  String language() {
    return language;
  }

  boolean readsBirthDates() {
    return birthDates;
  }

  boolean mayPermit(String role) {
    return permittingRoles.contains(role);
  }

  /** Collects what a reader needs to know. Not thread-safe. */
  public static final class Builder {
    private @Nullable String city;
    private String language = "und";
    private boolean birthDates;
    private Set<String> permittingRoles = ImmutableSet.of("guardian", "parent");
    private ImportMode mode = ImportMode.ALL_OR_NOTHING;
    private ImportLimits limits = ImportLimits.STANDARD;

    private Builder() {}

    /**
     * The id of the city that all schools belong to. Without it, that is the id of the district
     * they are in.
     */
    public Builder city(String newCity) {
      city = Objects.requireNonNull(newCity, "city");
      return this;
    }

    /**
     * The language of the schools' names, a BCP 47 tag; {@code und}, not known, if it is not told.
     */
    public Builder language(String newLanguage) {
      language = Objects.requireNonNull(newLanguage, "language");
      return this;
    }

    /** Asks for {@code demographics.csv}, and there for birth dates. */
    public Builder withBirthDates() {
      birthDates = true;
      return this;
    }

    /**
     * The roles whose bearers may give permission for the learners that they are agents of; {@code
     * guardian} and {@code parent} if it is not told. OneRoster says nothing of custody: a city
     * that knows better is to narrow this.
     */
    public Builder permittingRoles(Set<String> newPermittingRoles) {
      permittingRoles = ImmutableSet.copyOf(newPermittingRoles);
      return this;
    }

    /** What happens to the rest when something cannot be taken. */
    public Builder mode(ImportMode newMode) {
      mode = Objects.requireNonNull(newMode, "mode");
      return this;
    }

    /** How much it takes in. */
    public Builder limits(ImportLimits newLimits) {
      limits = Objects.requireNonNull(newLimits, "limits");
      return this;
    }

    /** The reader. */
    public OneRosterReader build() {
      return new OneRosterReader(this);
    }
  }
}
