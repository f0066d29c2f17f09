package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.routes.partner.Partner.Entitlement;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.AssistAnswer;
import io.enforcement.gateway.standards.model.Attachment;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which files go to a receiver with a record. */
class NamedFilesTest {

  private static final String SAMPLE = "/standards/v1/samples/AssistAnswer/documents-given.json";

  @Test
  void areFoundWhereverTheyStand() throws IOException {
    AssistAnswer answer = answer();
    int before = NamedFiles.of(receiving(AttachmentNeed.OFFERED, "public"), answer).size();
    answer.getPapers().get(0).getAttachments().add(file("aa", "application/pdf", false));
    answer.getPapers().get(0).getAttachments().add(file("aa", "application/pdf", false));

    Set<String> named = NamedFiles.of(receiving(AttachmentNeed.OFFERED, "public"), answer);

    assertThat(named).hasSize(before + 1).contains(digest("aa"));
  }

  @Test
  void areNoneForWhoGetsRecordsOnly() throws IOException {
    AssistAnswer answer = answer();
    answer.getPapers().get(0).getAttachments().add(file("aa", "application/pdf", false));

    assertThat(NamedFiles.of(receiving(AttachmentNeed.NONE, "public"), answer)).isEmpty();
  }

  @Test
  void areNotSoundOrPicturesThatMove() throws IOException {
    AssistAnswer answer = answer();
    answer.getPapers().get(0).getAttachments().add(file("aa", "Audio/mpeg", false));
    answer.getPapers().get(0).getAttachments().add(file("bb", "video/mp4", false));

    assertThat(NamedFiles.of(receiving(AttachmentNeed.REQUIRED, "public"), answer))
        .doesNotContain(digest("aa"), digest("bb"));
  }

  @Test
  void areSecretUnlessTheVeryFieldIsPermitted() throws IOException {
    AssistAnswer answer = answer();
    answer.getPapers().get(0).getAttachments().add(file("aa", "application/pdf", true));

    assertThat(NamedFiles.of(receiving(AttachmentNeed.REQUIRED, "public"), answer))
        .doesNotContain(digest("aa"));
    assertThat(NamedFiles.of(receiving(AttachmentNeed.REQUIRED, "papers"), answer))
        .contains(digest("aa"));
    assertThat(NamedFiles.of(receiving(AttachmentNeed.REQUIRED, "papers.attachments"), answer))
        .contains(digest("aa"));
  }

  @Test
  void canBeAskedOfEveryRecord() throws ReflectiveOperationException {
    for (RecordType type : Dictionary.v1().records()) {
      StandardRecord record =
          (StandardRecord) type.part().generated().getConstructor().newInstance();

      assertThat(NamedFiles.of(receiving(type.name(), AttachmentNeed.OFFERED, "public"), record))
          .as(type.name())
          .isEmpty();
    }
  }

  private static AssistAnswer answer() throws IOException {
    try (InputStream sample = NamedFilesTest.class.getResourceAsStream(SAMPLE)) {
      return StandardJson.read(sample.readAllBytes(), AssistAnswer.class);
    }
  }

  private static Attachment file(String digits, String mediaType, boolean secret) {
    Attachment file = new Attachment();
    file.setTitle("附件");
    file.setMediaType(mediaType);
    file.setDigest(digest(digits));
    file.setSecret(secret);
    return file;
  }

  private static String digest(String digits) {
    return "sha256:" + digits.repeat(32);
  }

  private static Receiving receiving(AttachmentNeed need, String field) {
    return receiving("AssistAnswer", need, field);
  }

  private static Receiving receiving(String record, AttachmentNeed need, String field) {
    List<String> fields = List.of(field);
    PermittedFields permitted = PermittedFields.of(List.of(record), fields);
    return new Receiving(
        "reader",
        "records",
        "rest",
        Set.of(record),
        new Entitlement("测试", "测试", fields, permitted),
        need,
        Optional.empty(),
        false,
        null,
        EffectClass.C,
        null,
        List.of(),
        1,
        null);
  }
}
