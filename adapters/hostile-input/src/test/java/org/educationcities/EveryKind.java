package org.educationcities;

import java.util.List;
import org.educationcities.persistence.Kind;

/** Lets the tests of hostile input at every kind of thing that the library keeps. */
public final class EveryKind {

  private EveryKind() {}

  /** All of them. */
  public static List<Kind<?>> all() {
    return AllKinds.kinds();
  }
}
