/** The domain, the matching engine and the services of Education Cities. */
module org.educationcities {
  requires static org.jspecify;
  requires transitive org.educationcities.spi;
  requires com.google.common;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires com.fasterxml.jackson.datatype.guava;
  requires jakarta.validation;
  requires org.hibernate.validator;
  requires de.siegmar.fastcsv;
  requires ical4j.core;

  exports org.educationcities;
  exports org.educationcities.circle;
  exports org.educationcities.city;
  exports org.educationcities.collaboration;
  exports org.educationcities.discovery;
  exports org.educationcities.insight;
  exports org.educationcities.exchange;
  exports org.educationcities.matching;
  exports org.educationcities.notification;
  exports org.educationcities.people;
  exports org.educationcities.privacy;
  exports org.educationcities.profile;
  exports org.educationcities.registry;
  exports org.educationcities.resource;
  exports org.educationcities.round;
  exports org.educationcities.safeguarding;
  exports org.educationcities.view;

  opens org.educationcities.privacy to
      com.fasterxml.jackson.databind;
  opens org.educationcities.persistence to
      com.fasterxml.jackson.databind;
  opens org.educationcities.safeguarding to
      com.fasterxml.jackson.databind;
  opens org.educationcities.collaboration to
      com.fasterxml.jackson.databind;
  opens org.educationcities.notification to
      com.fasterxml.jackson.databind;
  opens org.educationcities.round to
      com.fasterxml.jackson.databind;
  opens org.educationcities.registry to
      com.fasterxml.jackson.databind;

  uses org.educationcities.spi.Plugin;

  exports org.educationcities.team;
}
