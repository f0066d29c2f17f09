package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.routes.security.CallerProof;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is meant by a name at the door. */
class CallerNamesTest {

  private static final String DIGITS = "ab".repeat(32);

  private final CallerNames names = new CallerNames();

  @Test
  void aPartnerIsKnownInItsOwnWayOnly() {
    names.add("housing", CallerProof.GATEWAY, Map.of("caller-id", "ignored"));
    names.add("water", CallerProof.SHARING_PLATFORM, Map.of("caller-id", "requester-1@2399"));
    names.add("harbour", CallerProof.PROVINCIAL, Map.of());

    assertThat(names.partner(CallerProof.GATEWAY, "housing")).contains("housing");
    assertThat(names.partner(CallerProof.GATEWAY, "ignored")).isEmpty();
    assertThat(names.partner(CallerProof.SHARING_PLATFORM, "requester-1@2399")).contains("water");
    assertThat(names.partner(CallerProof.SHARING_PLATFORM, "water")).isEmpty();
    assertThat(names.partner(CallerProof.GATEWAY, "water")).isEmpty();
    assertThat(names.partner(CallerProof.PROVINCIAL, "harbour")).contains("harbour");
    assertThat(names.partner(CallerProof.MUTUAL_TLS, "harbour")).isEmpty();
  }

  @Test
  void aCertificateIsKnownByItsFingerprintsOrItsSubject() {
    certificate("one", "SHA256:" + "AB:".repeat(31) + "AB, sha256:" + "cd".repeat(32));
    certificate("two", "CN=Harbour, O=Invented");

    assertThat(names.partner(CallerProof.MUTUAL_TLS, "sha256:" + DIGITS)).contains("one");
    assertThat(names.partner(CallerProof.MUTUAL_TLS, "sha256:" + "cd".repeat(32))).contains("one");
    assertThat(names.partner(CallerProof.MUTUAL_TLS, "subject:cn=harbour,o=invented"))
        .contains("two");
  }

  @Test
  void whoSignsMayBeBoundToCertificatesBesides() {
    names.add("housing", CallerProof.GATEWAY, Map.of());
    names.add("region", CallerProof.GATEWAY, Map.of("caller-certificate", "sha256:" + DIGITS));
    certificate("one", "sha256:" + DIGITS);

    assertThat(names.certificates("housing")).isEmpty();
    assertThat(names.certificates("region")).containsExactly("sha256:" + DIGITS);
    assertThat(names.certificates("one")).as("its only proof").isEmpty();
    assertThat(names.partner(CallerProof.MUTUAL_TLS, "sha256:" + DIGITS)).contains("one");
    assertThatIllegalArgumentException()
        .as("an empty setting is no freedom")
        .isThrownBy(() -> names.add("two", CallerProof.GATEWAY, Map.of("caller-certificate", " ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "sha256:12", "harbour", "sha256:zz", "sha1:ab"})
  void refusesWhatNamesNoCertificate(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> certificate("harbour", text))
        .withMessageStartingWith("partner harbour: setting caller-certificate ");
  }

  @Test
  void twoPartnersNeverShareAName() {
    certificate("one", "sha256:" + DIGITS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> certificate("two", "sha256:" + DIGITS))
        .withMessage("partner two: setting caller-certificate is that of partner one");
  }

  private void certificate(String partner, String text) {
    names.add(partner, CallerProof.MUTUAL_TLS, Map.of("caller-certificate", text));
  }
}
