package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/**
 * Writes an officer (执法人员): name, body, number of the certificate and the area it holds for,
 * nothing else. Without a valid certificate the entry is withdrawn, and then not even the name is
 * said.
 */
@Named("publicityOfficer")
public final class OfficerFromStandard implements FromStandard {

  private static final String VALID = "01";

  /** What everybody may know of an officer. */
  @JsonPropertyOrder({"kind", "name", "certificateNo", "body", "bodyCode", "area", "register"})
  record PublicOfficer(
      String kind,
      String name,
      String certificateNo,
      String body,
      String bodyCode,
      String area,
      @JsonUnwrapped RegisterState register) {}

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    Officer officer = (Officer) record;
    RegisterState state = RegisterState.of(officer, VALID.equals(officer.getCertStatus()), context);
    return PartnerJson.write(
        new PublicOfficer(
            "执法人员",
            state.shows() ? officer.getName() : null,
            officer.getCertNo(),
            officer.getBody().getName(),
            officer.getBody().getUscc(),
            officer.getCertArea(),
            state));
  }
}
