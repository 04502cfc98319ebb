package org.educationcities;

import java.util.Objects;

/**
 * Who asks: an identity that the host has authenticated, in one role. Every service call names one.
 *
 * @param id the host's opaque id of the person or process, 1 to 255 characters; never a name
 * @param role the capacity in which they ask
 */
public record Actor(String id, Role role) {

  /**
   * An actor by id and role.
   *
   * @throws IllegalArgumentException if the id is blank or longer than 255 characters
   */
  public Actor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(role, "role");
    if (id.isBlank() || id.length() > 255) {
      throw new IllegalArgumentException(
          "An actor's id must have 1 to 255 characters, not "
              + id.length()
              + ".\nMaybe pass the id under which you authenticated them.");
    }
  }

  /** The library itself, acting under the name of one of its own processes. */
  public static Actor system(String process) {
    return new Actor(process, Role.SYSTEM);
  }

  /** Whether this actor asks in one of the given roles. */
  public boolean isOneOf(Role first, Role... others) {
    if (role == first) {
      return true;
    }
    for (Role other : others) {
      if (role == other) {
        return true;
      }
    }
    return false;
  }
}
