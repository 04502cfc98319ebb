package org.educationcities.matching;

import java.util.List;
import java.util.Objects;

/**
 * How an opportunity chooses when seats are reserved for groups. The blocks of seats are filled one
 * after the other in the order given; each takes, among those who are left and may have it, whom
 * the opportunity puts first. The order matters: a reserve before the open seats is a guarantee,
 * since members who would have come in anyway use it up; a reserve after them comes on top (U. Dur,
 * S. D. Kominers, P. A. Pathak and T. Sönmez, "Reserve design: unintended consequences and the
 * demise of Boston's walk zones", Journal of Political Economy 126, 2018). Members of no group are
 * never put behind within open seats, and groups may overlap.
 *
 * @param opportunity the opportunity's id
 * @param blocks the blocks of seats in the order in which they are filled; together all its places
 * @param unfilled what becomes of reserved seats for which too few members asked
 */
public record ReservedSeats(String opportunity, List<Block> blocks, Unfilled unfilled) {

  /** The group of a block that is open to everyone. */
  public static final String EVERYONE = "";

  /**
   * Some seats for one group.
   *
   * @param group the group's id, or {@link #EVERYONE}
   * @param seats how many, at least 0
   */
  public record Block(String group, int seats) {

    /** A block. */
    public Block {
      Objects.requireNonNull(group, "group");
      if (seats < 0) {
        throw new IllegalArgumentException("A block has " + seats + " seats.\nMaybe leave it out.");
      }
    }
  }

  /** What becomes of reserved seats for which too few members asked. */
  public enum Unfilled {
    /** After all blocks they are given to anyone, by the opportunity's order. */
    GO_TO_ANYONE,
    /** They stay free. */
    STAY_FREE
  }

  /** Blocks in their order. */
  public ReservedSeats {
    Objects.requireNonNull(opportunity, "opportunity");
    blocks = List.copyOf(blocks);
    Objects.requireNonNull(unfilled, "unfilled");
  }

  /** All the seats of all blocks. */
  public int seats() {
    return blocks.stream().mapToInt(Block::seats).sum();
  }
}
