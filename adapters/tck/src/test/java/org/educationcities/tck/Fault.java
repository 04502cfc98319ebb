package org.educationcities.tck;

/** A way in which an adapter may be wrong, and the case of the kit that is meant to notice. */
enum Fault {
  NONE("sto10_allWritesBecomeVisibleTogether"),
  VERSIONS_START_AT_ZERO("sto4_versionIsAboveZero"),
  UPDATE_KEEPS_THE_VERSION("sto4_updateWithoutAChangeGivesAnotherVersionToo"),
  VERSIONS_COUNT_PER_ENTITY("sto4_versionNeverComesBackAfterDeleteAndInsert"),
  VERSIONS_START_ANEW_ON_REOPENING("sto4_versionNeverComesBackAfterReopening"),
  UPDATE_OVERWRITES("sto21_updateOfAStaleVersionConflicts"),
  DELETE_DOES_NOT_LOOK("sto21_deleteOfAStaleVersionConflicts"),
  REQUIRE_DOES_NOTHING("sto23_requireOfAStaleVersionConflicts"),
  REQUIRE_LOOKS_ONLY_WHEN_CALLED("sto23_requireHoldsUntilTheCommit"),
  INSERT_OVERWRITES("sto22_insertOfAnIdThatExistsConflicts"),
  COMMITS_ONE_BY_ONE("sto10_aConflictOnTheLastWriteUndoesAll"),
  WRITES_AT_ONCE("sto10_nothingIsVisibleToOthersBeforeTheReturn"),
  RETRIES_BY_ITSELF("sto11_workRunsOnceEvenOnAConflict"),
  WRAPS_WHAT_WAS_THROWN("sto12_theVeryThrowableReachesTheCaller"),
  COMMITS_WHEN_THE_WORK_THROWS("sto12_workThatThrowsWritesNothing"),
  NESTS("sto16_transactionsDoNotNest"),
  FIND_SEES_ALL_SPACES("sto15_findLooksInItsSpaceOnly"),
  QUERY_SEES_ALL_SPACES("sto15_queryLooksInItsSpaceOnly"),
  FIND_IS_BLIND_TO_OWN_WRITES("sto20_findSeesOwnWrites"),
  QUERY_IS_BLIND_TO_OWN_WRITES("sto20_querySeesOwnWrites"),
  USABLE_AFTER_ITS_END("sto24_writingBeyondTheReturnIsRefused"),
  COMMITS_AFTER_A_SWALLOWED_CONFLICT("sto25_aSwallowedConflictOfAnInsertStillFails"),
  TEXTS_BY_UTF_16_UNIT("sto31_textsByCodePoint"),
  IDS_BY_UTF_16_UNIT("sto41_idsByCodePoint"),
  IDS_WITHOUT_CASE("sto1_idsThatDifferInCaseAreTwo"),
  IDS_TRIMMED("sto1_idsThatDifferInSpacesAreTwo"),
  IDS_NORMALIZED("sto1_idsThatDifferInNormalFormAreTwo"),
  PAYLOAD_CUT("sto2_payloadOfOneMebibyte"),
  PAYLOAD_AS_TEXT("sto2_payloadThatIsNoText"),
  PAYLOAD_EMPTIED_OF_ZEROS("sto2_payloadOfZeros"),
  FORMAT_FROZEN("sto3_formatChangesWithAnUpdate"),
  RANGE_INCLUDES_ITS_UPPER_END("sto40_rangeIncludesItsLowerEndOnly"),
  EQUALITY_WITHOUT_CASE("sto40_equalityOfATextMatchesExactly"),
  ABSENT_VALUES_COME_FIRST("sto41_whatHasNoOrderValueDoesNotAppear"),
  TIES_AS_THEY_COME("sto41_equalValuesById"),
  CURSOR_COUNTS("sto43_insertsMeanwhile"),
  PAGES_ONE_TOO_LARGE("sto44_noPageIsLargerThanItsLimit"),
  CURSOR_NOT_CHECKED("sto45_cursorOfAnotherOrderIsRefused"),
  INDEX_LEFT_BEHIND("sto33_anUpdateMayTakeAValueAway"),
  UNDECLARED_INDEXES_TAKEN("sto34_valueUnderAnUndeclaredIndexIsRefused"),
  SECOND_OPENER_LET_IN("sto19_aSecondOpenerIsRefused"),
  FORGETS_ON_REOPENING("sto18_whatWasCommittedIsThereAfterReopening"),
  USABLE_AFTER_CLOSE("sto18_afterCloseEveryTransactionIsRefused"),
  UNKNOWN_SETTINGS_TAKEN("sto50_unknownSettingsAreRefusedAllAtOnce"),
  DAMAGE_REPAIRED("sto51_aMediumThatCannotBeUsedIsLeftAsItIs");

  private final String caughtBy;

  Fault(String caughtBy) {
    this.caughtBy = caughtBy;
  }

  String caughtBy() {
    return caughtBy;
  }
}
