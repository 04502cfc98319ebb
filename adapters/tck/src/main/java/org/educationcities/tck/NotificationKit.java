package org.educationcities.tck;

import java.util.List;

/**
 * The conformance kit for notification channels: extend it, give it a {@link FarSide} that it can
 * drive and, where there is one, the factory, and run it with your own build. Each case is named
 * after the rule it tests. Cases that need a {@link Conduct} of which the far side is not capable
 * are skipped.
 *
 * <pre>{@code
 * class MyChannelTest extends NotificationKit {
 *   @Override
 *   protected FarSide farSide() throws IOException {
 *     return new MyServer();
 *   }
 *
 *   @Override
 *   protected Optional<ChannelFactory> factory() {
 *     return Optional.of(new MyPlugin().channels().get(0));
 *   }
 *
 *   @Override
 *   protected Settings settings() {
 *     return Settings.of(Map.of("url", "https://localhost:9", "secret", "a secret"));
 *   }
 * }
 * }</pre>
 *
 * <p>Rules that no case can test are listed by {@link #UNTESTABLE}.
 */
public abstract class NotificationKit extends ChannelOpeningCases {

  /** The rules that this kit cannot test, and why. */
  public static final List<String> UNTESTABLE =
      List.of(
          "NOT-2, first half: what the sender puts into parameters is the sender's; no code can tell"
              + " a name from a pseudonym.",
          "NOT-10, last sentence: what else escapes is the relay's to count as RetryLater.",
          "NOT-12 and NOT-13 beyond the conducts: whether a later attempt can succeed is known to"
              + " the far side alone.",
          "NOT-20 to the millisecond: the kit waits beyond the limit before it says that an attempt"
              + " never ends, since a machine may be busy.",
          "NOT-22 for loggers other than the JDK's: the kit hears those alone, and what a bridge"
              + " hands to them.",
          "NOT-25 beyond the threads of one run: that nothing is ever mixed up cannot be shown, only"
              + " that it was not.");

  /** For the vendor's class. */
  protected NotificationKit() {}
}
