package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.city.CityId;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Upsert;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.Topic;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.Session;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.spi.storage.Query;

/**
 * Opportunities, the topics they are about, and the terms and calendars they take place in.
 * Thread-safe.
 */
public final class Offers {
  private final Store store;

  /** Offers in a store. */
  public Offers(Store store) {
    this.store = Objects.requireNonNull(store, "store");
  }

  /**
   * Keeps opportunities, each in the place of an earlier one with its id.
   *
   * @throws ForbiddenException if the actor's role may not offer
   */
  public void put(Actor actor, List<Opportunity> opportunities) {
    mayOffer(actor);
    Upsert.all(store.as(actor), KnowledgeKinds.OPPORTUNITY, opportunities);
  }

  /** How opportunities are kept, for transactions that rest on one. */
  public static Kind<Opportunity> kind() {
    return KnowledgeKinds.OPPORTUNITY;
  }

  /** The opportunity of an id, if there is one. */
  public Optional<Opportunity> find(OpportunityId id) {
    return store.find(KnowledgeKinds.OPPORTUNITY, id.value()).map(each -> each.value());
  }

  /** Those of some opportunities that are there, by id. */
  public Map<OpportunityId, Opportunity> find(Set<OpportunityId> ids) {
    ImmutableMap.Builder<OpportunityId, Opportunity> found = ImmutableMap.builder();
    for (List<OpportunityId> some : Iterables.partition(ids, 500)) {
      Set<String> values = some.stream().map(OpportunityId::value).collect(Collectors.toSet());
      store
          .inTransaction(unit -> unit.find(KnowledgeKinds.OPPORTUNITY, values))
          .values()
          .forEach(each -> found.put(each.value().id(), each.value()));
    }
    return found.buildOrThrow();
  }

  /** The opportunities of a term, by id. */
  public List<Opportunity> ofTerm(TermId term) {
    return all(KnowledgeKinds.OPPORTUNITY, "term", term.value());
  }

  /** The opportunities of a city, by id. */
  public List<Opportunity> ofCity(CityId city) {
    return all(KnowledgeKinds.OPPORTUNITY, "city", city.value());
  }

  /** Keeps topics, each in the place of an earlier one with its id. */
  public void putTopics(Actor actor, Collection<Topic> topics) {
    mayPlan(actor, "change the topics");
    // Checked as a whole before the first is stored: no circle, nothing missing.
    Upsert.all(
        store.as(actor), KnowledgeKinds.TOPIC, ImmutableList.copyOf(Taxonomy.of(topics).topics()));
  }

  /** All topics as a taxonomy. */
  public Taxonomy taxonomy() {
    ImmutableList.Builder<Topic> topics = ImmutableList.builder();
    store.forEach(
        KnowledgeKinds.TOPIC,
        Query.over(KnowledgeKinds.TOPIC.type().name()).limit(Query.MAX_LIMIT).build(),
        each -> topics.add(each.value()));
    return Taxonomy.of(topics.build());
  }

  /** Keeps a term. */
  public void putTerm(Actor actor, Term term) {
    mayPlan(actor, "change the terms");
    Upsert.all(store.as(actor), KnowledgeKinds.TERM, List.of(term));
  }

  /**
   * The term of an id.
   *
   * @throws NotFoundException if there is none
   */
  public Term term(TermId id) {
    return store
        .find(KnowledgeKinds.TERM, id.value())
        .map(each -> each.value())
        .orElseThrow(() -> new NotFoundException("term", id.value()));
  }

  /** Keeps the calendar of a city. */
  public void putCalendar(Actor actor, CityCalendar calendar) {
    mayPlan(actor, "change the calendars");
    Upsert.all(store.as(actor), KnowledgeKinds.CALENDAR, List.of(calendar));
  }

  /** The calendar of a city; without holidays if none is known. */
  public SchoolCalendar calendarOf(CityId city) {
    return store
        .find(KnowledgeKinds.CALENDAR, city.value())
        .map(each -> each.value().calendar())
        .orElse(SchoolCalendar.NONE);
  }

  /** The sessions of an opportunity in its term, holidays of its city left out. */
  public List<Session> sessionsOf(Opportunity opportunity) {
    return opportunity
        .schedule()
        .sessionsIn(term(opportunity.termId()), calendarOf(opportunity.cityId()));
  }

  private <T> List<T> all(Kind<T> kind, String index, String value) {
    ImmutableList.Builder<T> all = ImmutableList.builder();
    store.forEach(
        kind,
        Query.over(kind.type().name()).where(index, value).limit(Query.MAX_LIMIT).build(),
        each -> all.add(each.value()));
    return all.build();
  }

  private static void mayOffer(Actor actor) {
    // A learner too may put a challenge forward.
    if (!actor.isOneOf(
        Role.PROVIDER,
        Role.LEARNER,
        Role.EDUCATOR,
        Role.PLANNER,
        Role.ADMINISTRATOR,
        Role.SYSTEM)) {
      throw new ForbiddenException(actor, "offer an opportunity");
    }
  }

  private static void mayPlan(Actor actor, String act) {
    if (!actor.isOneOf(Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, act);
    }
  }
}
