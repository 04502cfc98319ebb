package org.educationcities.tck;

/** A way in which a channel may be wrong, and the case of the kit that is meant to notice. */
enum ChannelFault {
  NONE("not11_whatWasAcceptedHasArrived"),
  ID_FRESH_EACH_TIME("not1_aRepeatCarriesTheSameId"),
  ID_BY_CHANNEL("not1_aRepeatThroughAnotherChannelCarriesTheSameId"),
  ID_WITHOUT_CASE("not1_idsThatLookAlikeStayApart"),
  ID_WITHOUT_SPACE("not1_theSameIdInTwoSpacesIsTwo"),
  ID_CUT("not1_everyCharacterThatAnIdMayHaveIsTaken"),
  PARAMETERS_PILE_UP("not2_nothingOfOneMessageIsInAnother"),
  TELLS_THE_MACHINE("not2_nothingAboutTheMachineIsAdded"),
  HEADERS_DECODED("not3_oddParametersForgeNothing"),
  SURROGATES_NOT_TAKEN("not3_oddParametersForgeNothing"),
  RECIPIENT_SPLIT_AT_COMMAS("not3_oddRecipientsForgeNothing"),
  LOCALE_MUST_BE_KNOWN("not3_oddLocalesAreTaken"),
  DEFAULT_LOCALE_USED("not3_theLanguageOfTheMachineChangesNothing"),
  YEAR_FORMATTED("not3_farawayInstantsAreTaken"),
  SIZE_LIMITED("not3_theLargestMessageIsTaken"),
  KIND_MUST_BE_KNOWN("not3_unknownKindsAreTaken"),
  FAILURE_THROWN("not10_itAnswersWhateverTheFarSideDoes"),
  NULL_ANSWERED("not10_itAnswersWhateverTheFarSideDoes"),
  ACCEPTED_UNSENT("not11_whatWasAcceptedHasArrived"),
  SENT_TO_THOSE_BEFORE_TOO("not11_itArrivesForItsRecipientAlone"),
  BROKEN_OFF_IS_ACCEPTED("not11_nothingElseIsAccepted"),
  BABBLE_IS_ACCEPTED("not11_nothingElseIsAccepted"),
  SILENCE_IS_REFUSAL("not12_whatGaveNoAnswerIsTriedAgain"),
  WAIT_INVENTED("not12_whatGaveNoAnswerIsTriedAgain"),
  POSTPONED_IS_REFUSED("not12_whatWasPostponedIsTriedAgain"),
  WAIT_DROPPED("not12_theWaitThatWasAskedForIsPassedOn"),
  REFUSED_IS_TRIED_AGAIN("not13_whatWasRefusedIsRefusedForGood"),
  UNKNOWN_IS_TRIED_AGAIN("not13_anUnknownRecipientIsRefused"),
  REFUSED_ONCE_REFUSED_ALWAYS("not13_oneRefusalConcernsNoOtherMessage"),
  REASON_REPEATS_THE_TEXT("not14_noReasonRepeatsTheFarSide"),
  REASON_NAMES_THE_RECIPIENT("not14_noReasonTellsOfTheMessage"),
  WAITS_FOR_EVER("not20_anAttemptEnds"),
  LIMIT_ONLY_BETWEEN_BYTES("not20_anAttemptEnds"),
  CONTENT_COUNTS("not21_aRepeatHasTheSameContent"),
  CONTENT_BY_CHANNEL("not21_aRepeatThroughAnotherChannelHasTheSameContent"),
  CONTENT_AS_THE_MAP_COMES("not21_theOrderOfParametersChangesNothing"),
  RECIPIENT_LOGGED("not22_nothingPersonalIsLogged"),
  ADDRESS_LOGGED("not22_nothingPersonalIsLogged"),
  SECRET_PRINTED("not22_nothingPersonalIsPrinted"),
  INTERRUPT_SWALLOWED("not23_anInterruptBeforeTheAttemptIsHeeded"),
  INTERRUPT_IS_A_FAILURE("not23_anInterruptEndsTheWaiting"),
  INTERRUPT_TOLD_TWICE("not23_anInterruptEndsTheWaiting"),
  INTERRUPT_ENDS_ALL("not23_anInterruptConcernsNoOtherAttempt"),
  INTERRUPT_BREAKS_IT("not23_afterAnInterruptTheNextGoesThrough"),
  USABLE_AFTER_CLOSE("not24_afterCloseEveryAttemptIsRefused"),
  CLOSING_TWICE_THROWS("not24_closingTwiceDoesNothing"),
  CLOSING_ONE_CLOSES_ALL("not24_closingOneLeavesAnotherOpen"),
  CLOSING_HEEDS_INTERRUPTS("not24_anInterruptedThreadClosesToo"),
  CLOSING_BREAKS_ATTEMPTS("not24_closingEndsWhatIsUnderWay"),
  ONE_AT_A_TIME("not25_manyThreadsDeliverAtOnce"),
  ANSWERS_SWAPPED("not25_eachThreadGetsTheAnswerToItsOwn"),
  CONTENTS_SWAPPED("not25_nothingIsMixedUpUnderLoad"),
  FAILURE_STAYS("not26_theNextGoesThroughAfter"),
  CONNECTIONS_RUN_OUT("not26_manyFailuresLeaveNothingBehind"),
  NAME_WITH_A_BLANK("not30_theNameIsFitForAConfiguration"),
  UNKNOWN_SETTINGS_TAKEN("not30_unknownSettingsAreRefusedAllAtOnce"),
  FIRST_PROBLEM_ALONE("not30_missingSettingsAreToldAllAtOnce"),
  MISSING_SETTINGS_TAKEN("not30_eachRequiredSettingIsRequired"),
  SECRET_NOT_DECLARED("not31_whatSoundsSecretIsDeclaredSecret"),
  SECRET_IN_AN_ERROR("not31_noErrorRepeatsASecret"),
  SECRET_SHOWN_WHEN_OPEN("not31_anOpenChannelShowsNoSecret"),
  CONNECTS_WHEN_OPENED("not32_openingNeedsNoFarSide");

  private final String caughtBy;

  ChannelFault(String caughtBy) {
    this.caughtBy = caughtBy;
  }

  String caughtBy() {
    return caughtBy;
  }
}
