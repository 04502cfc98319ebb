package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.InvalidInputException;
import org.educationcities.InvalidInputException.Violation;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.LocalityRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.context.TypeConstraintMappingContext;
import org.hibernate.validator.cfg.defs.MaxDef;
import org.hibernate.validator.cfg.defs.MinDef;
import org.hibernate.validator.cfg.defs.NotBlankDef;
import org.hibernate.validator.cfg.defs.NotEmptyDef;
import org.hibernate.validator.cfg.defs.PatternDef;
import org.hibernate.validator.cfg.defs.SizeDef;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.hibernate.validator.spi.properties.ConstrainableExecutable;
import org.hibernate.validator.spi.properties.GetterPropertySelectionStrategy;

/**
 * The rules for records that come from a host or a file, as Jakarta Validation constraints. They
 * are stated here rather than as annotations, since {@code spi} has no dependency. No expression
 * language is on the way: messages are interpolated by parameter only.
 */
final class RecordRules {
  private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
  private static final String CODE = "[a-z0-9][a-z0-9_-]{0,63}";

  private final Validator validator;

  RecordRules() {
    HibernateValidatorConfiguration configuration =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .getterPropertySelectionStrategy(new ComponentAccessors())
            .messageInterpolator(new ParameterMessageInterpolator());
    configuration.addMapping(mapping(configuration.createConstraintMapping()));
    try (ValidatorFactory factory = configuration.buildValidatorFactory()) {
      validator = factory.getValidator();
    }
  }

  /**
   * Checks records.
   *
   * @throws InvalidInputException with every broken rule of every record
   */
  void check(String kind, List<? extends HostRecord> records) {
    ImmutableList.Builder<Violation> violations = ImmutableList.builder();
    for (HostRecord record : records) {
      validator.validate(record).stream()
          .map(
              each ->
                  new Violation(record.id(), each.getPropertyPath().toString(), each.getMessage()))
          .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::rule))
          .forEach(violations::add);
    }
    List<Violation> found = violations.build();
    if (!found.isEmpty()) {
      throw new InvalidInputException(kind, found);
    }
  }

  private static ConstraintMapping mapping(ConstraintMapping mapping) {
    names(mapping.type(LocalityRecord.class));
    languages(names(mapping.type(CityRecord.class)))
        .getter("country")
        .constraint(
            new PatternDef().regexp("[A-Z]{2}").message("must be an ISO 3166-1 alpha-2 code"))
        .getter("localities")
        .containerElementType()
        .valid();
    grades(languages(names(mapping.type(SchoolRecord.class))));
    mapping.type(ClassRecord.class).getter("title").constraint(new SizeDef().max(255));
    codes(languages(mapping.type(LearnerRecord.class)), "arrangements");
    languages(mapping.type(GuardianRecord.class));
    languages(mapping.type(AdultRecord.class));
    codes(languages(names(mapping.type(ResourceRecord.class))), "arrangements")
        .getter("kind")
        .constraint(new NotBlankDef())
        .constraint(new SizeDef().max(64))
        .getter("minimumAge")
        .containerElementType()
        .constraint(new MinDef().value(0))
        .constraint(new MaxDef().value(150))
        .getter("maximumAge")
        .containerElementType()
        .constraint(new MinDef().value(0))
        .constraint(new MaxDef().value(150));
    return mapping;
  }

  private static <T> TypeConstraintMappingContext<T> names(TypeConstraintMappingContext<T> type) {
    type.getter("names")
        .constraint(new NotEmptyDef().message("must have a public name in at least one language"))
        .containerElementType(0)
        .constraint(new PatternDef().regexp(LANGUAGE).message("must be a BCP 47 language tag"))
        .containerElementType(1)
        .constraint(new NotBlankDef())
        .constraint(new SizeDef().max(500));
    return type;
  }

  private static <T> TypeConstraintMappingContext<T> languages(
      TypeConstraintMappingContext<T> type) {
    type.getter("languages")
        .containerElementType()
        .constraint(new PatternDef().regexp(LANGUAGE).message("must be a BCP 47 language tag"));
    return type;
  }

  private static <T> void grades(TypeConstraintMappingContext<T> type) {
    type.getter("grades").containerElementType().constraint(new SizeDef().min(1).max(16));
  }

  private static <T> TypeConstraintMappingContext<T> codes(
      TypeConstraintMappingContext<T> type, String property) {
    type.getter(property)
        .containerElementType()
        .constraint(
            new PatternDef()
                .regexp(CODE)
                .message("must be a code of lower-case letters, digits, '-' and '_'"));
    return type;
  }

  /** Records name their accessors as their components: {@code names()}, not {@code getNames()}. */
  private static final class ComponentAccessors implements GetterPropertySelectionStrategy {
    @Override
    public Optional<String> getProperty(ConstrainableExecutable executable) {
      return executable.getParameterTypes().length == 0
              && executable.getReturnType() != void.class
              && !Set.of("hashCode", "toString", "getClass", "clone", "notify", "notifyAll")
                  .contains(executable.getName())
          ? Optional.of(executable.getName())
          : Optional.empty();
    }

    @Override
    public List<String> getGetterMethodNameCandidates(String propertyName) {
      return List.of(propertyName);
    }
  }
}
