package io.enforcement.gateway.mappings.housing;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.RevocationKind;
import jakarta.inject.Named;
import java.util.List;

/** Reads the housing bureau's {@code revocation}. */
@Named("housingRevocation")
public final class RevocationToStandard implements ToStandard {

  private static final PartnerCodes KIND = HousingValues.codes("revocation-kind");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    Reading reading = new Reading();
    Revocation revocation = read(StrictJson.read(message, HousingRevocation.class), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, revocation));
  }

  private static Revocation read(HousingRevocation source, Reading reading) {
    HousingValues values = new HousingValues(reading);
    Revocation revocation = new Revocation();
    values.head(
        revocation, source.key(), source.operation(), source.revision(), source.updatedAt());
    revocation.setBody(values.body(source.body()));
    revocation.setPunishFileNum(values.number(source.number(), "原决定书文号"));
    String kind = values.requiredCode(KIND, source.kind(), "撤销方式");
    revocation.setKind(kind == null ? null : RevocationKind.fromValue(kind));
    revocation.setRevocationFileNum(values.number(source.revocationNumber(), "撤销文书号"));
    revocation.setRevocationDate(values.requiredDate(source.date(), "撤销日期"));
    revocation.setReason(values.text(source.reason(), "理由"));
    return revocation;
  }
}
