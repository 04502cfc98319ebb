package org.educationcities.examples.cityinabox.seattle;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is found in one list. Not thread-safe. */
final class DirtLog {
  private final List<Dirt> found = new ArrayList<>();
  private final String file;

  DirtLog(String file) {
    this.file = file;
  }

  void add(int item, String field, String reason) {
    found.add(new Dirt(file, item, field, reason));
  }

  List<Dirt> found() {
    return ImmutableList.copyOf(found);
  }
}
