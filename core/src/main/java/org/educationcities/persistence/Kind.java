package org.educationcities.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexType;
import org.educationcities.spi.storage.IndexValue;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that the library keeps: its name in the storage, its id, its codec and the
 * indexes it is found by. Immutable.
 *
 * @param <T> the kind of value
 */
public final class Kind<T> {
  private final EntityType type;
  private final int format;
  private final Codec<T> codec;
  private final Function<? super T, String> id;
  private final Map<String, Function<? super T, Optional<IndexValue>>> indexes;
  private final Personal<T> personal;
  private final boolean declared;
  private final boolean tellsOfPeople;
  private final boolean audited;
  private final @Nullable Function<? super T, Optional<Instant>> over;
  private final @Nullable String companion;
  private final @Nullable Function<? super T, String> companionId;
  private final @Nullable String untimed;

  private Kind(Builder<T> builder) {
    this.format = builder.format;
    this.codec = builder.codec;
    this.id = builder.id;
    this.indexes = ImmutableMap.copyOf(builder.values);
    this.type = new EntityType(builder.name, builder.types);
    this.declared = builder.personal != null;
    this.tellsOfPeople = builder.tellsOfPeople;
    this.audited = builder.audited;
    this.over = builder.over;
    this.companion = builder.companion;
    this.companionId = builder.companionId;
    this.untimed = builder.untimed;
    this.personal = declared ? Objects.requireNonNull(builder.personal) : Personal.nobody();
  }

  /**
   * Starts a kind.
   *
   * @param name its name in the storage, for ever
   * @param codec how it becomes bytes, in format 1
   * @param id its id
   */
  public static <T> Builder<T> named(String name, Codec<T> codec, Function<? super T, String> id) {
    return new Builder<>(name, codec, id);
  }

  /** What the storage knows of it. */
  public EntityType type() {
    return type;
  }

  /** Whose data its values hold. */
  public Personal<T> personal() {
    return personal;
  }

  /** Whether it was said whose data its values hold; a test asks that of every kind. */
  public boolean saysWhoseItIs() {
    return declared;
  }

  /** Whether its values tell of people. */
  public boolean isPersonal() {
    return tellsOfPeople;
  }

  /** Whether the audit tells what is done to its values. */
  public boolean isAudited() {
    return audited;
  }

  /** Whether its values can be over, and so be kept for a stated time only. */
  public boolean canBeOver() {
    return over != null;
  }

  /** The type whose components are its stored form; a test asks it of every kind. */
  public Class<?> storedAs() {
    return codec.document();
  }

  /** Since when a value is over; empty while it is not. */
  public Optional<Instant> overSince(T value) {
    return over == null ? Optional.empty() : over.apply(value);
  }

  /** The kind with whose things its values end, if they end with others. */
  public Optional<String> endsWith() {
    return Optional.ofNullable(companion);
  }

  /** The id of the thing that a value ends with; only where values end with others. */
  public String endsWith(T value) {
    return Objects.requireNonNull(companionId, "It ends with nothing.").apply(value);
  }

  /** Why its values have no time after which they are removed, where they have none. */
  public Optional<String> whyUntimed() {
    return Optional.ofNullable(untimed);
  }

  /** The id of a value. */
  public String idOf(T value) {
    return id.apply(value);
  }

  /** The stored form of a value, before it is sealed. */
  public byte[] plainBytes(T value) {
    return codec.write(value);
  }

  /** The stored form of a value as JSON, read within the limits of all that is stored. */
  public JsonNode plainTree(T value) {
    try {
      return Json.MAPPER.readTree(plainBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Entity write(T value) {
    return Entity.unstored(type.name(), id.apply(value), format, codec.write(value), index(value));
  }

  Entity rewrite(Entity old, T value) {
    if (!old.id().equals(id.apply(value))) {
      throw new IllegalArgumentException("An update of " + old + " brings another id.");
    }
    return old.withContent(format, codec.write(value), index(value));
  }

  Stored<T> read(Entity entity, String sealedBy) {
    if (entity.format() > format) {
      throw new NewerFormatException(entity, format);
    }
    try {
      return new Stored<>(codec.read(entity.format(), entity.payload()), entity, sealedBy, audited);
    } catch (IOException | RuntimeException e) {
      // The cause's message may quote the payload, which may be personal: only its type is passed
      // on.
      throw new CorruptEntityException(entity, e.getClass().getSimpleName());
    }
  }

  private Map<String, IndexValue> index(T value) {
    ImmutableMap.Builder<String, IndexValue> index = ImmutableMap.builder();
    indexes.forEach((name, of) -> of.apply(value).ifPresent(each -> index.put(name, each)));
    return index.buildOrThrow();
  }

  /**
   * Collects the parts of a kind. Not thread-safe.
   *
   * @param <T> the kind of value
   */
  public static final class Builder<T> {
    private final String name;
    private final Codec<T> codec;
    private final Function<? super T, String> id;
    private final Map<String, IndexType> types = new LinkedHashMap<>();
    private final Map<String, Function<? super T, Optional<IndexValue>>> values =
        new LinkedHashMap<>();
    private int format = 1;
    private @Nullable Personal<T> personal;
    private boolean audited;
    private boolean tellsOfPeople;
    private @Nullable Function<? super T, Optional<Instant>> over;
    private @Nullable String companion;
    private @Nullable Function<? super T, String> companionId;
    private @Nullable String untimed;

    private Builder(String name, Codec<T> codec, Function<? super T, String> id) {
      this.name = Objects.requireNonNull(name, "name");
      this.codec = Objects.requireNonNull(codec, "codec");
      this.id = Objects.requireNonNull(id, "id");
    }

    /** The number of the newest format. */
    public Builder<T> format(int newest) {
      format = newest;
      return this;
    }

    /** Whose data its values hold; the audit tells what is done to them. */
    public Builder<T> personal(Personal<T> whose) {
      personal = Objects.requireNonNull(whose, "whose");
      tellsOfPeople = true;
      audited = true;
      return this;
    }

    /** Its values hold nothing about anybody. */
    public Builder<T> impersonal() {
      personal = Personal.nobody();
      tellsOfPeople = false;
      audited = false;
      return this;
    }

    /** The audit tells what is done to its values: what is decided about people rests on them. */
    public Builder<T> audited() {
      audited = true;
      return this;
    }

    /** Since when a value is over, from when the time runs for which it is kept. */
    public Builder<T> over(Function<? super T, Optional<Instant>> since) {
      over = Objects.requireNonNull(since, "since");
      return this;
    }

    /** A value ends with a thing of another kind: it is removed when that one's time is over. */
    public Builder<T> endsWith(String kind, Function<? super T, String> thing) {
      companion = Objects.requireNonNull(kind, "kind");
      companionId = Objects.requireNonNull(thing, "thing");
      return this;
    }

    /**
     * Its values have no time after which they are removed. Every kind that tells of people has
     * one, ends with another, or says why not.
     */
    public Builder<T> untimed(String why) {
      untimed = Objects.requireNonNull(why, "why");
      return this;
    }

    /** The audit does not tell of them: they only carry on what another change has told. */
    public Builder<T> unaudited() {
      audited = false;
      return this;
    }

    /** Found by a text. */
    public Builder<T> text(String index, Function<? super T, String> value) {
      return optionalText(index, each -> Optional.of(value.apply(each)));
    }

    /** Found by a text that may be absent. */
    public Builder<T> optionalText(String index, Function<? super T, Optional<String>> value) {
      types.put(index, IndexType.TEXT);
      values.put(index, each -> value.apply(each).map(IndexValue::of));
      return this;
    }

    /** Found by a number. */
    public Builder<T> number(String index, Function<? super T, Long> value) {
      return optionalNumber(index, each -> Optional.of(value.apply(each)));
    }

    /** Found by a number that may be absent; an instant as microseconds since the epoch. */
    public Builder<T> optionalNumber(String index, Function<? super T, Optional<Long>> value) {
      types.put(index, IndexType.NUMBER);
      values.put(index, each -> value.apply(each).map(IndexValue::of));
      return this;
    }

    /** The kind. */
    public Kind<T> build() {
      return new Kind<>(this);
    }
  }
}
