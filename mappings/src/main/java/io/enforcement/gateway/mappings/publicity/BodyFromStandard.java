package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.BodyEntrustment;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.EnforcementBody;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.util.List;

/** Writes an enforcement body (执法主体) as it stands now; one that stopped is withdrawn. */
@Named("publicityBody")
public final class BodyFromStandard implements FromStandard {

  /** Who may enforce, what, and on whose behalf. */
  @JsonPropertyOrder({
    "kind",
    "name",
    "code",
    "area",
    "shortName",
    "nature",
    "level",
    "field",
    "powers",
    "superior",
    "supervisedBy",
    "entrusted",
    "entrustment",
    "address",
    "phone",
    "stopDate",
    "successor",
    "register"
  })
  record PublicBody(
      String kind,
      String name,
      String code,
      String area,
      String shortName,
      String nature,
      String level,
      String field,
      List<String> powers,
      String superior,
      String supervisedBy,
      boolean entrusted,
      @JsonInclude(JsonInclude.Include.NON_NULL) PublicEntrustment entrustment,
      String address,
      String phone,
      String stopDate,
      String successor,
      @JsonUnwrapped RegisterState register) {}

  /** By whom a body is entrusted, with what, and until when. */
  @JsonPropertyOrder({"by", "scope", "from", "until"})
  record PublicEntrustment(String by, String scope, String from, String until) {}

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    EnforcementBody body = (EnforcementBody) record;
    Reading reading = new Reading();
    PublicBody shown =
        new PublicBody(
            "执法主体",
            body.getBody().getName(),
            body.getBody().getUscc(),
            body.getBody().getAreaNumber(),
            body.getSimpleName(),
            Words.of("body-nature", body.getNature(), "nature", reading),
            Words.of("exercise-level", body.getLevel(), "level", reading),
            Words.of("enforcement-field", body.getField(), "field", reading),
            Words.of("item-type", body.getSubjectPowers(), "powers", reading),
            name(body.getSuperiorBody()),
            name(body.getSupervisionDepartment()),
            body.isEntrusted(),
            entrustment(body.getEntrustment()),
            body.getAddress(),
            body.getOfficePhone(),
            Terms.text(body.getStopDate()),
            name(body.getSuccessorBody()),
            RegisterState.of(body, !body.isStopped(), context));
    reading.orRejected();
    return PartnerJson.write(shown);
  }

  private static PublicEntrustment entrustment(BodyEntrustment entrustment) {
    return entrustment == null
        ? null
        : new PublicEntrustment(
            name(entrustment.getEntrustingBody()),
            entrustment.getEntrustScope(),
            Terms.text(entrustment.getValidFrom()),
            Terms.text(entrustment.getValidUntil()));
  }

  private static String name(BodyReference body) {
    return body == null ? null : body.getName();
  }

  private static String name(OrganReference organ) {
    return organ == null ? null : organ.getName();
  }
}
