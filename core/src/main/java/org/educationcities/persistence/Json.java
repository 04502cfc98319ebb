package org.educationcities.persistence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Constructor;
import org.educationcities.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON dialect of everything stored: ids as texts, instants as ISO 8601, no polymorphism,
 * strict on reading.
 */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new GuavaModule())
          .addModule(identifiers())
          // A record is its components: a question it answers is no part of it.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          // The same content gives the same bytes, whatever order a map happens to have.
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(64).maxStringLength(1 << 20).build());
  }

  private Json() {}

  private static SimpleModule identifiers() {
    SimpleModule module =
        new SimpleModule("identifiers") {
          private static final long serialVersionUID = 1L;

          @Override
          public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new IdentifierDeserializers());
          }
        };
    module.addSerializer(Identifier.class, ToStringSerializer.instance);
    return module;
  }

  private static final class IdentifierDeserializers extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return Identifier.class.isAssignableFrom(type.getRawClass())
          ? new IdentifierDeserializer(type.getRawClass())
          : null;
    }
  }

  private static final class IdentifierDeserializer extends StdDeserializer<Identifier> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised: no Java serialisation anywhere
    private final Constructor<?> constructor;

    private IdentifierDeserializer(Class<?> type) {
      super(type);
      try {
        constructor = type.getDeclaredConstructor(String.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " is no record of one text.", e);
      }
    }

    @Override
    public Identifier deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return (Identifier) constructor.newInstance(parser.getValueAsString());
      } catch (ReflectiveOperationException e) {
        return (Identifier) context.handleInstantiationProblem(handledType(), null, e);
      }
    }
  }
}
