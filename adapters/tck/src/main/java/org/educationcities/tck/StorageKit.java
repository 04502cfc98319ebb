package org.educationcities.tck;

import java.util.List;

/**
 * The conformance kit for storage: extend it, say which factory is meant and how a fresh medium is
 * had, and run it with your own build. Each case is named after the rule it tests. Cases of a
 * capability that the storage does not declare are skipped, or turn round: what is not declared
 * must really be refused.
 *
 * <pre>{@code
 * class MyStorageTest extends StorageKit {
 *   @Override
 *   protected StorageFactory factory() {
 *     return new MyPlugin().storages().get(0);
 *   }
 *
 *   @Override
 *   protected Settings freshMedium() throws IOException {
 *     return Settings.of(Map.of("folder", Files.createTempDirectory("my").toString()));
 *   }
 * }
 * }</pre>
 *
 * <p>Extend {@link DurabilityKit} as well where DURABLE is declared. Rules that no case can test
 * are listed by {@link #UNTESTABLE}.
 */
public abstract class StorageKit extends LifecycleCases {

  /** The rules that this kit cannot test, and why. */
  public static final List<String> UNTESTABLE =
      List.of(
          "STO-13, second half: an unknown outcome cannot be brought about from outside; an adapter"
              + " tests it with a medium that fails at the commit.",
          "STO-14 with SYNCED: the loss of power cannot be brought about; what was told to sync is"
              + " known to the adapter alone.",
          "STO-17: what a read does not promise cannot be missing.",
          "STO-43 beyond the threads of one run: that it never fails cannot be shown, only that it"
              + " did not.",
          "That SHARED_BY_PROCESSES holds over machines: the kit has one.");

  /** For the vendor's class. */
  protected StorageKit() {}
}
