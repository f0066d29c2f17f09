package io.enforcement.gateway.routes.pack.check;

import static io.enforcement.gateway.routes.pack.check.CheckedPack.check;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.errors;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings are held against what they are to become: each entry, and what entries say together. */
class SettingsCheckTest {

  @Test
  void holdsTheSettingsAgainstWhatTheyAreToBecome() {
    assertThat(
            errors(
                """
                partner: Water Bureau
                partner: water
                nmae: { zh: 水务局 }
                authentication: gatway
                credentials: 9f86d081884c7d659a2feaa0c55ad015
                sends: nothing
                receives:
                  - exchange: penalty-decision
                    via: carrier-pigeon
                    records: [PenaltyDecison, Revocation]
                    basis: ''
                    fields: [public, parties.nick]
                    selector: "regoin = '640106' AND minor = FALSE"
                    concurrency: many
                    holdsRepaired: perhaps
                    retry: [PT5S, soon, PT0S]
                    translator: decision.jslt
                    settings: { password: x, directory: in }
                  - just a word
                queries: [LICENCES, LICENCES]
                quota: { messagesPerSecond: 0 }
                contacts:
                  - office: 信息中心
                  - { phone: "0951", email: nobody }
                expectations:
                  - { exchange: inspection, every: fortnight, by: "18:00" }
                  - { exchange: inspection, every: workday, by: "25:00" }
                retention: half a year
                """))
        .containsExactly(
            "1: the name Water Bureau is not plain",
            "2: partner is there twice",
            "3: there is no setting nmae",
            "4: authentication does not know the word gatway",
            "5: credentials looks like a secret itself",
            "6: sends is not a list",
            "8: receives[0].purpose is missing",
            "9: receives[0].via does not know the word carrier-pigeon",
            "10: the standard has no record PenaltyDecison",
            "11: receives[0].basis says nothing",
            "12: parties.nick is neither public nor personal, nor a field of these records",
            "13: no record of this subscription has a property minor",
            "13: no record of this subscription has a property regoin",
            "14: receives[0].concurrency is not a whole number",
            "15: receives[0].holdsRepaired is neither true nor false",
            "16: PT0S is no waiting time",
            "16: soon is no waiting time",
            "17: the pack has no file decision.jslt",
            "18: the setting password would hold a secret",
            "19: receives[1] is not of the form \"key: value\"",
            "20: queries[1] repeats LICENCES",
            "21: the number is out of range",
            "23: the contact has neither phone nor email",
            "24: contacts[1].office is missing",
            "24: this is no email address",
            "26: expectations[0].every does not know the word fortnight",
            "27: 25:00 is no time of day",
            "27: the partner sends no exchange inspection",
            "28: half a year is no period");
  }

  @Test
  void saysWhatEntriesMayNotSayTogether() {
    assertThat(
            errors(
                """
                partner: water
                authentication: provincial
                sends:
                  - { exchange: one, via: soap, translator: housingPenaltyDecision }
                  - exchange: two
                    via: rest
                    accepts: [application/json]
                    settings: { form-field: data }
                    translator: housingPenaltyDecison
                receives:
                  - exchange: three
                    via: outbox
                    records: [Receipt]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    translator: gateway:receipt.jslt
                  - exchange: three
                    via: rest
                    records: [Receipt]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    translator: gateway:receipt.jslt
                """))
        .containsExactly(
            "2: one comes via soap, whose envelope carries our own proof only",
            "8: the setting form-field and accepts: [application/x-www-form-urlencoded] go"
                + " together, and neither without the other",
            "9: the gateway brings no translator housingPenaltyDecison",
            "11: three is via outbox and given again until it is acknowledged",
            "12: the partner fetches some deliveries and is brought others",
            "18: the exchange three is there twice");
  }

  @Test
  void looksIntoTheSettingsOfEveryTransport() {
    assertThat(
            errors(
                """
                partner: water
                credentials: water
                sends:
                  - exchange: one
                    via: sftp
                    translator: housingPenaltyDecision
                    settings:
                      directroy: out
                      poll: every minute
                      port: twenty-two
                      ready: soon
                      host-key-fingerprint: MD5:ab
                  - exchange: two
                    via: frontdb
                    translator: housingPenaltyDecision
                    settings: { table: "two tables", key-colum: ID, url: db.example, max-rows: -1 }
                receives:
                  - exchange: three
                    via: rest
                    records: [PenaltyDecision]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    selector: "region = '${our-region}'"
                    translator: gateway:receipt.jslt
                    settings:
                      our-region: "640104"
                      endpoint: partner.example
                      allow-loopback: yes
                      profile: provinical
                      files-within: a week
                      tls-keystore-password: The-Word-Itself
                  - exchange: four
                    via: jms
                    records: [PenaltyDecision]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    translator: gateway:receipt.jslt
                    settings: { broker: mq.example, queue: our queue }
                """))
        .containsExactly(
            "8: the transport sftp has no setting directroy",
            "9: sends[0].settings.poll is not a duration",
            "10: sends[0].settings.port is not a whole number",
            "11: sends[0].settings.ready does not know the word soon",
            "12: sends[0].settings.host-key-fingerprint is not a fingerprint of a host key",
            "16: sends[1].settings.max-rows is not a whole number",
            "16: sends[1].settings.table is not the name of a table or column",
            "16: sends[1].settings.url is not the address of a database",
            "16: the transport frontdb has no setting key-colum",
            "28: receives[0].settings.endpoint is not an http or https address",
            "29: receives[0].settings.allow-loopback is neither true nor false",
            "30: receives[0].settings.profile does not know the word provinical",
            "31: receives[0].settings.files-within is not a duration",
            "32: receives[0].settings.tls-keystore-password is not the name of a secret",
            "40: receives[1].settings.broker is not the address of a broker",
            "40: receives[1].settings.queue is not the name of a queue");
  }

  @Test
  void saysWhichSettingWasMeantAndWhatIsLeftToTheSite() {
    List<PackProblem> problems =
        check(
            pack(
                Map.of(
                    "partner.yaml",
                    """
                    partner: water
                    name: { zh: 水务局, en: Water }
                    sends:
                      - exchange: one
                        via: sftp
                        translator: housingPenaltyDecision
                        settings: { directroy: out, host: sftp.example }
                    """)));

    assertThat(problems)
        .extracting(PackProblem::inOneLine)
        .contains(
            "partner.yaml:7: the transport sftp has no setting directroy — did you mean"
                + " directory?",
            "partner.yaml:5: sends[0] over sftp needs settings that are not said here: user,"
                + " credentials, host-key-fingerprint, directory — the site says them in"
                + " gateway.yaml under gateway.partners.water.settings; a pack for one site only"
                + " may say them here");
  }

  @Test
  void looksIntoTheFormOfMessagesWhole() {
    assertThat(
            errors(
                """
                partner: water
                sends:
                  - exchange: one
                    via: rest
                    format: { type: csv, charset: GBK, delimiter: ";;", heading: a.csv }
                    translator: one.jslt
                  - exchange: two
                    via: rest
                    format: { type: zip, entries: csv papyrus, manifest: xml, digest: md5 }
                    translator: one.jslt
                  - exchange: three
                    via: rest
                    translator: one.jslt
                """,
                "one.jslt",
                "{}"))
        .containsExactly(
            "5: a csv file needs the entry header",
            "5: sends[0].format.charset does not know the word GBK",
            "5: sends[0].format.delimiter is not one character",
            "5: there is no setting sends[0].format.heading",
            "9: a csv file needs the entry header",
            "9: sends[1].format.digest does not know the word md5",
            "9: sends[1].format.entries does not know the word papyrus",
            "9: sends[1].format.manifest does not know the word xml",
            "11: sends[2].format is missing");
  }

  @Test
  void asksForAllThatAWrittenFormNeeds() {
    assertThat(
            errors(
                """
                partner: water
                receives:
                  - exchange: one
                    via: rest
                    records: [PenaltyDecision]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    format: { type: xml, element: root }
                    translator: one.jslt
                  - exchange: two
                    via: rest
                    records: [PenaltyDecision]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    format: { type: zip, entries: csv xlsx, header: absent.csv, date: QQQQQQQ }
                    translator: one.jslt
                """,
                "one.jslt",
                "{}"))
        .containsExactly(
            "9: a xml file needs the entry header",
            "17: QQQQQQQ is no pattern of a date",
            "17: one form of entries can be written",
            "17: the pack has no file absent.csv");
  }

  @Test
  void looksAtWhatAPartnerIsAsked() {
    assertThat(
            errors(
                """
                partner: water
                answers:
                  - exchange: licence
                    via: soap
                    queries: []
                    basis: 测试
                    purpose: ''
                    queryFields: [public, subject.shoeSize]
                    answerFields: [public, colour]
                    request: query.jslt
                    reply: housingNothing
                """))
        .containsExactly(
            "4: answers[0].via does not know the word soap",
            "5: answers[0].queries says nothing",
            "7: answers[0].purpose says nothing",
            "8: subject.shoeSize is neither public nor personal, nor a field of these records",
            "9: colour is neither public nor personal, nor a field of these records",
            "10: the pack has no file query.jslt",
            "11: the gateway brings no translator housingNothing");
  }
}
