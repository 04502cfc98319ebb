package org.educationcities.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.educationcities.city.Names;
import org.educationcities.matching.CandidateCity;
import org.educationcities.matching.PairRule;
import org.educationcities.profile.AffinityPairs;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.AffinityTable;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;

/**
 * A country's worth of education cities by a seed, with all that rules out pairs: towns of very
 * different sizes, with 1,500 learners to a square kilometre in their middle; who is older may go
 * farther; a taxonomy of 344 topics on three levels, of which learners want leaves or whole areas
 * in the two fields they like; languages by town; ages, times of the week, arrangements, cost and
 * circles. One opportunity to 20 learners. Positions are kilometres, affinities those of the
 * library's formula.
 */
final class GrownCity {
  private static final int FIELDS = 8;
  private static final int AREAS = 6;
  private static final int LEAVES = 6;
  private static final int TIMES = 20;
  private static final double LEARNERS_A_KM2 = 1500;
  private static final double REGION_A_KM2 = 50;
  private static final int EVERYBODY = 63;

  private final SplittableRandom random;
  private final int learners;
  private final int opportunities;
  private final double[] townX;
  private final double[] townY;
  private final double[] townSize;
  private final double[] townShare;

  /** By field, its topics: the field, its areas, their leaves. */
  private final TopicId[][] topics = new TopicId[FIELDS][1 + AREAS + AREAS * LEAVES];

  private final AffinityTable table;

  GrownCity(int learners, long seed) {
    this.random = new SplittableRandom(seed);
    this.learners = learners;
    this.opportunities = Math.max(30, learners / 20);
    int towns = Math.max(3, learners / 10_000);
    this.townX = new double[towns];
    this.townY = new double[towns];
    this.townSize = new double[towns];
    this.townShare = new double[towns];
    double side = Math.sqrt(learners / REGION_A_KM2);
    double all = 0;
    for (int t = 0; t < towns; t++) {
      townX[t] = random.nextDouble() * side;
      townY[t] = random.nextDouble() * side;
      all += 1.0 / (t + 2);
      townShare[t] = all;
    }
    for (int t = 0; t < towns; t++) {
      townShare[t] /= all;
      double share = t == 0 ? townShare[0] : townShare[t] - townShare[t - 1];
      townSize[t] = Math.sqrt(share * learners / (2 * Math.PI * LEARNERS_A_KM2));
    }
    this.table = new AffinityTable(taxonomy(), AffinityRule.STANDARD);
  }

  private Taxonomy taxonomy() {
    List<Topic> all = new ArrayList<>();
    for (int f = 0; f < FIELDS; f++) {
      int at = 0;
      topics[f][at++] = added(all, "field " + f, Set.of());
      for (int a = 0; a < AREAS; a++) {
        TopicId area = added(all, "area " + f + " " + a, Set.of(topics[f][0]));
        topics[f][at++] = area;
        for (int l = 0; l < LEAVES; l++) {
          topics[f][at++] = added(all, "leaf " + f + " " + a + " " + l, Set.of(area));
        }
      }
    }
    return Taxonomy.of(all);
  }

  private static TopicId added(List<Topic> all, String name, Set<TopicId> broader) {
    TopicId id = new TopicId(name);
    all.add(new Topic(id, Names.of("en", name), broader));
    return id;
  }

  /** The city, its profiles compiled. */
  CandidateCity build() {
    AffinityTable.Compiled[] wants = new AffinityTable.Compiled[learners];
    AffinityTable.Compiled[] offers = new AffinityTable.Compiled[opportunities];
    double[] x = new double[learners];
    double[] y = new double[learners];
    double[] reach = new double[learners];
    long[] wanted = new long[learners];
    int[] ages = new int[learners];
    long[] spoken = new long[learners];
    long[] free = new long[learners];
    long[] needed = new long[learners];
    int[] most = new int[learners];
    long[] belongsTo = new long[learners];
    for (int i = 0; i < learners; i++) {
      int town = town();
      x[i] = townX[town] + random.nextGaussian() * townSize[town];
      y[i] = townY[town] + random.nextGaussian() * townSize[town];
      ages[i] = 6 + random.nextInt(13);
      reach[i] = 2 + (ages[i] - 6) * (0.4 + 0.4 * random.nextDouble());
      spoken[i] = 1L << town % 4 | (chance(0.3) ? 1L << random.nextInt(4) : 0);
      for (int slot = 0; slot < TIMES; slot++) {
        free[i] |= chance(0.6) ? 1L << slot : 0;
      }
      needed[i] = chance(0.04) ? 1L << random.nextInt(4) : 0;
      most[i] = chance(0.3) ? 0 : random.nextInt(400);
      belongsTo[i] = 1L << EVERYBODY | 1L << town % EVERYBODY;
      wants[i] = table.compile(learnerProfile(i, wanted));
    }
    double[] ox = new double[opportunities];
    double[] oy = new double[opportunities];
    int[] places = new int[opportunities];
    long[] taught = new long[opportunities];
    int[] youngest = new int[opportunities];
    int[] oldest = new int[opportunities];
    long[] heldIn = new long[opportunities];
    long[] taken = new long[opportunities];
    long[] given = new long[opportunities];
    int[] cost = new int[opportunities];
    long[] openTo = new long[opportunities];
    for (int j = 0; j < opportunities; j++) {
      int town = town();
      ox[j] = townX[town] + random.nextGaussian() * 0.8 * townSize[town];
      oy[j] = townY[town] + random.nextGaussian() * 0.8 * townSize[town];
      places[j] = 1 + random.nextInt(37);
      youngest[j] = 5 + random.nextInt(9);
      oldest[j] = youngest[j] + 3 + random.nextInt(8);
      heldIn[j] = 1L << town % 4 | (chance(0.2) ? 1L << random.nextInt(4) : 0);
      taken[j] = 1L << random.nextInt(TIMES) | (chance(0.2) ? 1L << random.nextInt(TIMES) : 0);
      given[j] = random.nextInt(16);
      given[j] |= random.nextInt(16);
      cost[j] = chance(0.6) ? 0 : random.nextInt(400);
      openTo[j] = chance(0.8) ? 1L << EVERYBODY : 1L << town % EVERYBODY;
      offers[j] = table.compile(offerProfile(j, taught));
    }
    return CandidateCity.builder(
            Instance.ids("l", learners),
            Instance.ids("o", opportunities),
            AffinityPairs.of(table, wants, offers))
        .learnersAt(x, y, reach)
        .opportunitiesAt(ox, oy, places)
        .topics(wanted, taught)
        .rules(
            List.of(
                PairRule.age(ages, youngest, oldest),
                PairRule.language(spoken, heldIn),
                PairRule.time(free, taken),
                PairRule.cost(most, cost),
                PairRule.accessibility(needed, given),
                PairRule.circle(belongsTo, openTo)))
        .build();
  }

  /**
   * Three to six growth areas in two fields, a third of them whole areas; two to four strengths.
   */
  private Profile learnerProfile(int i, long[] wanted) {
    Profile.Builder profile = Profile.builder();
    int[] liked = {random.nextInt(FIELDS), random.nextInt(FIELDS)};
    for (int g = 3 + random.nextInt(4); g > 0; g--) {
      int field = liked[random.nextInt(2)];
      int topic =
          chance(0.25)
              ? 1 + (1 + LEAVES) * random.nextInt(AREAS)
              : 1 + random.nextInt(topics[field].length - 1);
      profile.growthArea(topics[field][topic], new Importance(1 + random.nextInt(4)));
      wanted[i] |= fieldBit(field) | signature(field, topic);
      if (isArea(topic)) {
        // Two moves reach all areas of the field.
        for (int a = 0; a < AREAS; a++) {
          wanted[i] |= 1L << (field * AREAS + a);
        }
      }
    }
    for (int s = 2 + random.nextInt(3); s > 0; s--) {
      profile.strength(any(random.nextInt(FIELDS)), Proficiency.of(1 + random.nextInt(4)));
    }
    return profile.build();
  }

  /** One to three strengths in one field, seldom the whole field; two of five need something. */
  private Profile offerProfile(int j, long[] taught) {
    Profile.Builder profile = Profile.builder();
    int field = random.nextInt(FIELDS);
    for (int s = 1 + random.nextInt(3); s > 0; s--) {
      int topic = chance(0.03) ? 0 : 1 + random.nextInt(topics[field].length - 1);
      profile.strength(topics[field][topic], Proficiency.of(2 + random.nextInt(3)));
      taught[j] |= topic == 0 ? fieldBit(field) : signature(field, topic);
    }
    if (chance(0.4)) {
      profile.growthArea(any(random.nextInt(FIELDS)), new Importance(1 + random.nextInt(4)));
    }
    return profile.build();
  }

  private TopicId any(int field) {
    return topics[field][1 + random.nextInt(topics[field].length - 1)];
  }

  private static boolean isArea(int topic) {
    return topic > 0 && (topic - 1) % (1 + LEAVES) == 0;
  }

  /** A bit for each area with its leaves. */
  private static long signature(int field, int topic) {
    return 1L << (field * AREAS + (topic - 1) / (1 + LEAVES));
  }

  private static long fieldBit(int field) {
    return 1L << (FIELDS * AREAS + field);
  }

  private boolean chance(double of) {
    return random.nextDouble() < of;
  }

  private int town() {
    double at = random.nextDouble();
    int town = 0;
    while (town < townShare.length - 1 && townShare[town] < at) {
      town++;
    }
    return town;
  }
}
