package org.educationcities.storage.json;

import org.junit.jupiter.api.Tag;

/** The kit with every file synced, as in use. */
@Tag("long")
class JsonOnDiskConformanceTest extends JsonConformanceTest {

  @Override
  Disk disk() {
    return new RealDisk();
  }
}
