package org.educationcities.view;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.city.ClassroomId;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Relations;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;

/** What educators see of the learners of their own school and classes. Thread-safe. */
public final class EducatorViews {
  private final Store store;
  private final HostSources sources;
  private final Relations relations;
  private final LearnerLines lines;

  EducatorViews(Store store, HostSources sources, Relations relations, LearnerLines lines) {
    this.store = Objects.requireNonNull(store, "store");
    this.sources = Objects.requireNonNull(sources, "sources");
    this.relations = Objects.requireNonNull(relations, "relations");
    this.lines = Objects.requireNonNull(lines, "lines");
  }

  /**
   * One learner as an educator of theirs sees them; told in the audit.
   *
   * @param actor an educator of the learner's school, or of a class that the learner is in, as the
   *     host tells it now
   * @throws ForbiddenException if it is none, or the host knows no such learner
   */
  public EducatorView of(Actor actor, LearnerId learner) {
    if (!relations.educates(actor, learner)) {
      throw new ForbiddenException(actor, "see this learner as an educator");
    }
    EducatorView view = view(learner);
    store.as(actor).run(unit -> unit.sawOf(Person.of(learner), "educator-view"));
    return view;
  }

  /**
   * The learners of a class, by id, each told in the audit. Linear in them.
   *
   * @param actor an educator of the class or of its school
   * @throws ForbiddenException if it is none
   * @throws NotFoundException if there is no such class, or the host knows one of its learners no
   *     more
   */
  public List<EducatorView> ofClass(Actor actor, ClassroomId classroom) {
    ClassRecord known =
        sources.classes().read(Selection.byIds(Set.of(classroom.value()))).records().stream()
            .findFirst()
            .orElseThrow(() -> new NotFoundException("class", classroom.value()));
    boolean theirs =
        actor.role() == Role.EDUCATOR
            && (known.educatorIds().contains(actor.id())
                || relations.worksAt(actor, known.schoolId()));
    if (!theirs) {
      throw new ForbiddenException(actor, "see the learners of this class");
    }
    List<EducatorView> views =
        known.learnerIds().stream()
            .sorted()
            .map(each -> view(new LearnerId(each)))
            .collect(ImmutableList.toImmutableList());
    store
        .as(actor)
        .run(unit -> views.forEach(each -> unit.sawOf(Person.of(each.learner()), "educator-view")));
    return views;
  }

  private EducatorView view(LearnerId learner) {
    return new EducatorView(
        learner,
        lines.profile(learner),
        lines.quests(learner),
        lines.wishes(learner),
        lines.arrangements(learner),
        lines.placements(learner));
  }
}
