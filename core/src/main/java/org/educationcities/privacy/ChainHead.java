package org.educationcities.privacy;

import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.UnitOfWork;

/**
 * Where the chain ends, as the sealer left it: format 1. Whoever seals writes it, so that there is
 * one sealer at a time.
 *
 * @param sequence the place of the last entry, 0 for none
 * @param hash its hash
 * @param mark a mark over both, under the space's key
 */
record ChainHead(long sequence, String hash, String mark) {
  static final String ID = "head";

  static final Kind<ChainHead> KIND =
      Kind.named("audit-head", Codec.json(ChainHead.class), (ChainHead each) -> ID)
          .impersonal()
          .build();

  static ChainHead of(UnitOfWork unit, long sequence, String hash) {
    return new ChainHead(sequence, hash, unit.markOf(text(sequence, hash)));
  }

  boolean isGenuine(UnitOfWork unit) {
    return mark.equals(unit.markOf(text(sequence, hash)));
  }

  AuditHead head() {
    return new AuditHead(sequence, hash);
  }

  private static String text(long sequence, String hash) {
    return "audit-head|" + sequence + "|" + hash;
  }
}
