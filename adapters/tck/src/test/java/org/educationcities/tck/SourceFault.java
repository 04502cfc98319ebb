package org.educationcities.tck;

/** A way in which host sources may be wrong, and the case of the kit that is meant to notice. */
enum SourceFault {
  NONE("src2_everyRecordAppearsOnceWhateverThePage"),
  IDS_BY_ROW("src1_idsStayWhenOthersComeAndGo"),
  IDS_GIVEN_AGAIN("src1_theIdOfWhoLeftIsNotGivenToAnother"),
  PAGES_TELL_LESS("src1_anIdIsTheSameRecordByIdAndPageAfterPage"),
  CURSOR_INCLUDED("src2_everyRecordAppearsOnceWhateverThePage"),
  LAST_OF_A_PAGE_LOST("src2_allPageSizesReturnTheSame"),
  FULL_PAGE_IS_THE_LAST("src2_moreThanThePageThatIsAllowed"),
  PAGE_TOO_LARGE("src2_noPageIsLargerThanItsLimit"),
  PAGES_BY_OFFSET("src2_whileOthersWhoWereReadLeave"),
  NEWEST_FIRST_BY_OFFSET("src2_whileOthersCome"),
  CURSOR_MUST_STAND("src2_whereACursorStandsMayLeave"),
  CURSOR_KEPT_INSIDE("src2_aCursorServesOtherSourcesOfTheSameHost"),
  LEFT_FOUND_BY_ID("src3_whoLeftIsNotFoundById"),
  LEFT_IN_PAGES("src3_whoLeftIsInNoPage"),
  AS_OF_IN_THE_FUTURE("src4_asOfIsNotLaterThanTheBeginning"),
  AS_OF_AFTER_READING("src4_whatCameBeforeAsOfIsReturned"),
  AS_OF_AFTER_READING_BY_ID("src4_whoLeftBeforeAsOfIsNotReturned"),
  STATEMENT_FOR_EACH("src5_aPageCostsWhatASmallOneCosts"),
  STATEMENT_FOR_EACH_ID("src5_manyIdsCostWhatFewCost"),
  EMPTY_WHEN_GONE("src6_aHostThatIsGoneIsUnavailable"),
  THROWS_ITS_OWN_WHEN_GONE("src6_aHostThatIsGoneIsUnavailable"),
  LESS_WHEN_GONE("src6_aHostThatGoesWhileReadingNeverAnswersWithLess"),
  NEVER_BACK("src6_aHostThatIsBackAnswersInFull"),
  ALL_FOR_SOME("src7_whatIsAskedForIsReturnedOnceAndNothingElse"),
  RETURNED_TWICE("src7_whatIsAskedForIsReturnedOnceAndNothingElse"),
  BY_IDS_HAS_A_NEXT_PAGE("src7_anAnswerByIdsHasNoNextPage"),
  HUNDRED_IDS_AT_MOST("src7_aThousandIdsAtOnce"),
  UNKNOWN_IS_AN_ERROR("src7_unknownIdsAreAbsentAndNoError"),
  UNKNOWN_TAKES_ALL_AWAY("src7_unknownIdsAmongKnownOnesDoNotTakeThemAway"),
  IDS_PARSED_AS_NUMBERS("src7_whatOnlyLooksLikeAnIdIsAnother"),
  IDS_TRIMMED("src7_whatOnlyLooksLikeAnIdIsAnother"),
  ALL_KINDS_BY_ID("src7_idsOfOtherKindsAreNotTakenForThisOne"),
  IDS_WITHOUT_CASE("src7_idsOfAnyTextAreKeptApart"),
  NAMES_WHOM_IT_DOES_NOT_SERVE("src8_whatARecordNamesIsServedToo"),
  NAMES_WHO_LEFT("src8_nobodyNamesWhoLeft"),
  MERGED_INTO_NOBODY("src8_whoIsMergedNamesWhoIsServed"),
  MERGES_GO_ROUND("src8_mergesDoNotGoRound"),
  SHARED_BETWEEN_READERS("src9_readersDoNotDisturbOneAnother"),
  CLOSES_THE_HOST("src10_closingLeavesTheHostOpen"),
  CLOSES_ONCE_ONLY("src10_closingTwiceDoesNothing");

  private final String caughtBy;

  SourceFault(String caughtBy) {
    this.caughtBy = caughtBy;
  }

  String caughtBy() {
    return caughtBy;
  }
}
