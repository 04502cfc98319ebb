package org.educationcities.oneroster;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The columns of each file, in the order of the standard (1EdTech OneRoster 1.1, CSV tables;
 * OneRoster 1.2, CSV binding).
 */
final class Headers {
  static final List<String> MANIFEST = ImmutableList.of("propertyName", "value");
  static final List<String> ORGS = of("name,type,identifier,parentSourcedId");
  static final List<String> SESSIONS =
      of("title,type,startDate,endDate,parentSourcedId,schoolYear");
  static final List<String> COURSES =
      of("schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes");
  static final List<String> CLASSES =
      of(
          "title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,"
              + "subjects,subjectCodes,periods");
  static final List<String> USERS_1_1 =
      of(
          "enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,"
              + "email,sms,phone,agentSourcedIds,grades,password");
  static final List<String> USERS_1_2 =
      of(
          "enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,"
              + "agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,"
              + "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns");
  static final List<String> ROLES =
      of("userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId");
  static final List<String> ENROLLMENTS =
      of("classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate");
  static final List<String> DEMOGRAPHICS =
      of(
          "birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,"
              + "nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,"
              + "hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,"
              + "publicSchoolResidenceStatus");

  private Headers() {}

  static List<String> users(OneRosterVersion version) {
    return version == OneRosterVersion.V1_1 ? USERS_1_1 : USERS_1_2;
  }

  /** Every file but the manifest begins with the same three columns. */
  private static List<String> of(String columns) {
    return ImmutableList.copyOf(("sourcedId,status,dateLastModified," + columns).split(",", -1));
  }
}
