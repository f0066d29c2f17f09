package io.enforcement.gateway.mappings.housing;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.Party;
import java.util.List;

/** Reads the list of 当事人 of one decision. */
final class PartyReading {

  private static final PartnerCodes KIND = HousingValues.codes("party-kind");
  private static final PartnerCodes CERTIFICATE = HousingValues.codes("certificate-type");
  private static final String SOLE_TRADER = "个体工商户";

  private final Reading reading;
  private final HousingValues values;

  PartyReading(Reading reading) {
    this.reading = reading;
    this.values = new HousingValues(reading);
  }

  void read(List<HousingDecision.PartyOf> sources, List<Party> parties) {
    if (sources == null || sources.isEmpty()) {
      reading.refuse("mapping.missing", "当事人", "empty");
      return;
    }
    for (int i = 0; i < sources.size(); i++) {
      parties.add(party(sources.get(i), i, "当事人[" + i + "]."));
    }
  }

  private Party party(HousingDecision.PartyOf source, int index, String at) {
    Party party = new Party();
    party.setNo(source.no() == null ? index + 1 : source.no());
    party.setKind(values.requiredCode(KIND, source.kind(), at + "类别"));
    party.setSelfEmployed(SOLE_TRADER.equals(Reading.text(source.kind())));
    party.setName(values.text(source.name(), at + "名称"));
    party.setUscc(Reading.text(source.uscc()));
    party.setCertificate(
        certificate(
            source.certificateType(), source.certificateNumber(), at + "证件类型", at + "证件号码"));
    party.setLegalRepresentative(representative(source, at));
    party.setAddress(Reading.text(source.address()));
    party.setMinor(values.answer(source.minor(), at + "未成年人"));
    return party;
  }

  private LegalRepresentative representative(HousingDecision.PartyOf source, String at) {
    String name = Reading.text(source.representative());
    if (name == null) {
      return null;
    }
    LegalRepresentative representative = new LegalRepresentative();
    representative.setName(name);
    representative.setCertificate(
        certificate(
            source.representativeCertificateType(),
            source.representativeCertificateNumber(),
            at + "法定代表人证件类型",
            at + "法定代表人证件号码"));
    return representative;
  }

  private Certificate certificate(String type, String number, String typePath, String numberPath) {
    if (Reading.text(type) == null && Reading.text(number) == null) {
      return null;
    }
    Certificate certificate = new Certificate();
    certificate.setType(values.requiredCode(CERTIFICATE, type, typePath));
    certificate.setNumber(values.text(number, numberPath));
    return certificate;
  }
}
