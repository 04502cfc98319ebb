package org.educationcities.hostile;

import java.util.Locale;

/**
 * Everything that reads what strangers may have written, and what writes their words for others.
 */
enum Targets {
  ONEROSTER_FOLDER(16_384),
  ONEROSTER_ZIP(8_192),
  HSDS_JSON(8_192),
  HSDS_TABLES(8_192),
  CITY_CSV(8_192),
  POLICY(4_096),
  RULE(512),
  WEBHOOK(2_048),
  WEBHOOK_ANSWER(1_024),
  CODECS(4_096),
  SEALS(1_024),
  JSON_STORE(8_192),
  KEYS(2_048),
  AUDIT_HEAD(128),
  CURSOR(256),
  TABLE_OUT(1_024),
  REPORT_OUT(512),
  CALENDAR_OUT(512),
  PLACES_OUT(512);

  private final int longest;

  Targets(int longest) {
    this.longest = longest;
  }

  /** A fresh one. */
  Target make() {
    return switch (this) {
      case ONEROSTER_FOLDER -> new OneRosterFolder();
      case ONEROSTER_ZIP -> new OneRosterZip();
      case HSDS_JSON -> new HsdsJson();
      case HSDS_TABLES -> new HsdsTables();
      case CITY_CSV -> new CityCsv();
      case POLICY -> new PolicyText();
      case RULE -> new Rules();
      case WEBHOOK_ANSWER -> new WebhookAnswer();
      case AUDIT_HEAD -> new AuditHeads();
      case CURSOR -> new Cursors();
      case WEBHOOK -> new WebhookRequest();
      case CODECS -> new StoredDocuments();
      case SEALS -> new SealedPayloads();
      case JSON_STORE -> new JsonStoreFolder();
      case KEYS -> new KeyFolder();
      case TABLE_OUT -> new TablesOut();
      case REPORT_OUT -> new PagesOut();
      case CALENDAR_OUT -> new CalendarsOut();
      case PLACES_OUT -> new PlacesOut();
    };
  }

  /** The most bytes that the fuzzer makes for it. */
  int longest() {
    return longest;
  }

  /** As its folders are called. */
  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Targets ofFolder(String folder) {
    return valueOf(folder.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
