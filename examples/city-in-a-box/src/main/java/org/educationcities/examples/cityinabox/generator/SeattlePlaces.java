package org.educationcities.examples.cityinabox.generator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.examples.cityinabox.facts.PlaceKind;
import org.educationcities.examples.cityinabox.seattle.SeattleGround;
import org.educationcities.examples.cityinabox.seattle.SeattleOffer;
import org.educationcities.profile.Profile;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.spi.source.ResourceRecord;

/**
 * Seattle's resources are real. Generated are the places of its programmes, and the groups that
 * meet in its centres within their published hours.
 */
final class SeattlePlaces {
  private static final List<LocalTime> GROUPS =
      List.of(LocalTime.of(15, 0), LocalTime.of(16, 30), LocalTime.of(18, 0));
  private static final List<LocalTime> WEEKEND_GROUPS =
      List.of(LocalTime.of(10, 0), LocalTime.of(11, 30), LocalTime.of(13, 0));
  private static final Duration GROUP = Duration.ofMinutes(75);

  private final CityDraft draft;
  private final List<PlaceKind> indoors;
  private final Map<String, ResourceRecord> byId = new HashMap<>();

  private SeattlePlaces(CityDraft draft, List<PlaceKind> kinds) {
    this.draft = draft;
    Set<String> suits =
        Set.of(
            "community-centre",
            "art-studio",
            "dance-studio",
            "basketball-team",
            "martial-arts-club",
            "music-school",
            "community-theatre",
            "mathematics-circle",
            "maker-space",
            "sewing-workshop",
            "film-club",
            "public-library",
            "language-exchange");
    this.indoors = kinds.stream().filter(each -> suits.contains(each.code())).toList();
  }

  static void into(CityDraft draft, SeattleGround ground, List<PlaceKind> kinds) {
    new SeattlePlaces(draft, kinds).fill(ground);
  }

  private void fill(SeattleGround ground) {
    draft.resources.addAll(ground.resources());
    ground.resources().forEach(each -> byId.put(each.id(), each));
    Set<String> tapped = new LinkedHashSet<>();
    for (SeattleOffer offer : ground.offers()) {
      if (offer.isOpenHours()) {
        groups(offer);
      } else {
        programme(offer);
      }
      if (tapped.add(offer.resourceId())) {
        // Adults of their own for each place: nobody is in two places at once.
        Providers.mentors(draft, resource(offer).organizationId(), List.of("en"));
      }
    }
  }

  private void programme(SeattleOffer offer) {
    Duration length = Duration.between(offer.hours().from(), offer.hours().to());
    int nth = 0;
    for (DayOfWeek day : offer.days().stream().sorted().toList()) {
      nth++;
      draft.opportunities.add(
          started(offer, "offer-" + offer.resourceId() + "-" + nth, "")
              .schedule(Providers.weekly(draft, day, offer.hours().from(), length))
              .profile(offer.profile())
              .places(draft.between(12, 28))
              .ages(offer.ages())
              .build());
    }
  }

  private void groups(SeattleOffer offer) {
    for (DayOfWeek day : offer.days()) {
      boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
      for (LocalTime start : weekend ? WEEKEND_GROUPS : GROUPS) {
        if (start.isBefore(offer.hours().from()) || start.plus(GROUP).isAfter(offer.hours().to())) {
          continue;
        }
        PlaceKind like = draft.oneOf(indoors);
        Profile profile = like.profile();
        String id =
            "offer-"
                + offer.resourceId()
                + "-"
                + day.name().substring(0, 2).toLowerCase(Locale.ROOT)
                + start.getHour();
        draft.opportunities.add(
            started(offer, id, like.names().get("en") + " group, generated, ")
                .schedule(Providers.weekly(draft, day, start, GROUP))
                .profile(profile)
                .places(draft.between(14, 24))
                .ages(like.ages())
                .inferred(true)
                .build());
      }
    }
  }

  private Opportunity.Builder started(SeattleOffer offer, String id, String before) {
    ResourceRecord resource = resource(offer);
    return Opportunity.builder(new OpportunityId(id))
        .resourceId(new ResourceId(resource.id()))
        .providerId(new ProviderId(resource.organizationId()))
        .cityId(new CityId(draft.city.id()))
        .termId(Generator.TERM.id())
        .names(Names.of("en", before + resource.names().get("en")))
        .position(resource.position().orElse(null))
        .languages(List.of("en"))
        .arrangements(Set.of("wheelchair"))
        .inferred(true)
        .generated(true);
  }

  private ResourceRecord resource(SeattleOffer offer) {
    ResourceRecord resource = byId.get(offer.resourceId());
    if (resource == null) {
      throw new IllegalStateException("No resource '" + offer.resourceId() + "' was read.");
    }
    return resource;
  }
}
