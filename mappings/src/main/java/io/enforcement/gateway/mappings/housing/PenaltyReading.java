package io.enforcement.gateway.mappings.housing;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Penalty;
import java.math.BigDecimal;
import java.util.List;

/** Reads the list of 处罚 and the lists of legal bases of one decision. */
final class PenaltyReading {

  private static final PartnerCodes TYPE = HousingValues.codes("penalty-type");

  /** A code of the table organ-type. */
  private static final String ADMINISTRATIVE = "1";

  private final Reading reading;
  private final HousingValues values;

  PenaltyReading(Reading reading) {
    this.reading = reading;
    this.values = new HousingValues(reading);
  }

  void penalties(List<HousingDecision.PenaltyOf> sources, List<Penalty> penalties) {
    if (sources == null || sources.isEmpty()) {
      reading.refuse("mapping.missing", "处罚", "empty");
      return;
    }
    for (int i = 0; i < sources.size(); i++) {
      penalties.add(penalty(sources.get(i), "处罚[" + i + "]."));
    }
  }

  void bases(List<HousingDecision.Basis> sources, String path, List<LegalBasis> bases) {
    for (int i = 0; sources != null && i < sources.size(); i++) {
      HousingDecision.Basis source = sources.get(i);
      LegalBasis basis = new LegalBasis();
      basis.setLawName(values.text(source.law(), path + "[" + i + "].法律"));
      basis.setProvision(Reading.text(source.provision()));
      basis.setContent(Reading.text(source.content()));
      bases.add(basis);
    }
  }

  private Penalty penalty(HousingDecision.PenaltyOf source, String at) {
    Penalty penalty = new Penalty();
    penalty.setType(values.requiredCode(TYPE, source.type(), at + "种类"));
    penalty.setAmount(amount(source, at));
    penalty.setLicence(Reading.text(source.licence()));
    penalty.setLicenceOrgan(organ(source.licenceOrgan(), at + "发证机关"));
    penalty.setDays(source.days());
    penalty.setDescription(Reading.text(source.description()));
    if (source.parties() != null) {
      penalty.getPartyNos().addAll(source.parties());
    }
    return penalty;
  }

  /** Licences are granted by administrative organs; who it was is often all that is known of it. */
  private OrganReference organ(HousingBody source, String path) {
    if (source == null) {
      return null;
    }
    OrganReference organ = new OrganReference();
    organ.setKind(ADMINISTRATIVE);
    organ.setName(values.text(source.name(), path + ".名称"));
    organ.setUscc(Reading.text(source.uscc()));
    organ.setAreaNumber(Reading.text(source.division()));
    return organ;
  }

  private BigDecimal amount(HousingDecision.PenaltyOf source, String at) {
    if (source.amount() == null) {
      return null;
    }
    String unit = values.text(source.unit(), at + "单位");
    return unit == null ? null : reading.yuan(plain(source.amount()), unit, at + "金额");
  }

  /** A number like 1E+100000 must not be written out: it is no amount anyway. */
  private static String plain(BigDecimal amount) {
    boolean sane = amount.precision() <= 30 && Math.abs(amount.scale()) <= 30;
    return sane ? amount.toPlainString() : amount.toString();
  }
}
