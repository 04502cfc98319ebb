package org.example.sis;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Source;

/** All that this school information system owns, for the library to read. Thread-safe. */
public final class SisSources implements HostSources {
  private final SisReader reader;

  /** Sources over the system's own database, which stays its own. */
  public SisSources(DataSource dataSource, InstantSource clock) {
    reader = new SisReader(dataSource, clock);
  }

  @Override
  public Source<CityRecord> cities() {
    return new Cities(reader);
  }

  @Override
  public Source<SchoolRecord> schools() {
    return new Schools(reader);
  }

  @Override
  public Source<ClassRecord> classes() {
    return new Classes(reader);
  }

  @Override
  public Source<LearnerRecord> learners() {
    return new Learners(reader);
  }

  @Override
  public Source<GuardianRecord> guardians() {
    return new Guardians(reader);
  }

  @Override
  public Source<AdultRecord> adults() {
    return new Adults(reader);
  }

  @Override
  public Source<ResourceRecord> resources() {
    return new Resources(reader);
  }
}
