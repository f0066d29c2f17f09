package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.CoercionMeasure;
import io.enforcement.gateway.standards.model.CreditObjection;
import io.enforcement.gateway.standards.model.CreditObjectionAnswer;
import io.enforcement.gateway.standards.model.CrimeTransfer;
import io.enforcement.gateway.standards.model.DisciplineClue;
import io.enforcement.gateway.standards.model.FilingDisagreement;
import io.enforcement.gateway.standards.model.FilingRuling;
import io.enforcement.gateway.standards.model.JointEnforcement;
import io.enforcement.gateway.standards.model.JurisdictionDispute;
import io.enforcement.gateway.standards.model.OrderSign;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets what, by the selectors of the folders that we ship: those and nobody else. */
class SubscriptionsTest {

  private static final String HOUSING = "11640104MB1GXDM53C";
  private static final String MARKET = "11640104MB1GXDM96R";
  private static final String PROCURATORATE = "11640104MB1GXDM45H";
  private static final String INSPECTORATE = "11640104MB1GXE0213";
  private static final String ELSEWHERE = "11640104MB1GXE523M";

  private static final Translators TRANSLATORS = Translators.shipped();

  @TempDir private Path data;
  private final Map<String, PartnerSettings> partners = new LinkedHashMap<>();

  @Test
  void aJointActionGoesToItsMembers() {
    neighbours();
    JointEnforcement action = sample(JointEnforcement.class, "planned-inspection");

    assertThat(receivers(action)).containsExactly("neighbour-housing");

    action.getMembers().remove(1);
    assertThat(receivers(action)).isEmpty();
  }

  @Test
  void aDisputeGoesToWhoeverItNames() {
    neighbours();
    JurisdictionDispute dispute = sample(JurisdictionDispute.class, "settled-by-talk");
    assertThat(receivers(dispute)).isEmpty();

    dispute.setDesignatedOrgan(organ("1", HOUSING));
    assertThat(receivers(dispute)).containsExactly("neighbour-housing");

    dispute.getDisputants().add(organ("1", ELSEWHERE));
    assertThat(receivers(dispute)).containsExactly("neighbour-elsewhere", "neighbour-housing");
  }

  @Test
  void aCopyGoesToTheProcuratorateThatIsNamed() {
    like("procuratorate", "procuratorate-named", Map.of("uscc", PROCURATORATE, "region", "640104"));
    like("procuratorate", "procuratorate-same-region", of(ELSEWHERE, "640104"));
    like("procuratorate", "procuratorate-elsewhere", of(HOUSING, "640106"));
    CrimeTransfer transfer = sample(CrimeTransfer.class, "substandard-pipes");

    assertThat(receivers(transfer)).containsExactly("procuratorate-named");

    transfer.getCopyReceivers().get(0).setUscc(null);
    assertThat(receivers(transfer))
        .as("named without a code: by division")
        .containsExactly("procuratorate-named", "procuratorate-same-region");

    transfer.getCopyReceivers().clear();
    assertThat(receivers(transfer)).isEmpty();
  }

  @Test
  void aPenaltyThatTouchesALicenceGoesToWhoeverGrantedIt() {
    like("licensing", "licensing-of-region", of(MARKET, "6401"));
    like("licensing", "licensing-of-licence", of(HOUSING, "6402"));
    PenaltyDecision decision = sample(PenaltyDecision.class, "sole-trader");
    decision.getBody().setAreaNumber("640104");
    decision.getPenalties().forEach(p -> p.setLicence(null));
    decision.getPenalties().forEach(p -> p.setType("03"));
    assertThat(receivers(decision)).as("a fine").isEmpty();

    decision.getPenalties().get(0).setType("08");
    assertThat(receivers(decision))
        .as("of nobody's licence")
        .containsExactly("licensing-of-region");

    decision.getPenalties().get(0).setLicenceOrgan(organ("1", HOUSING));
    assertThat(receivers(decision)).containsExactly("licensing-of-licence");
  }

  @Test
  void eachHotlineGetsTheAnswersToItsOwnOrders() {
    on("hotline-yunling", Map.of("region", "6401"));
    on("hotline-qinghe", Map.of("region", "6402"));
    OrderSign sign = sample(OrderSign.class, "within-window");

    assertThat(receivers(sign)).as("by the body's city").containsExactly("hotline-yunling");

    sign.getOrderReference().setCityAreaNumber("640200");
    assertThat(receivers(sign)).as("by the order's city").containsExactly("hotline-qinghe");

    sign.getOrderReference().setCityAreaNumber("640300");
    assertThat(receivers(sign)).isEmpty();
  }

  @Test
  void tablesOfLegalAndOfNaturalPersonsGetTheDecisionsWithSuchParties() {
    on("credit-2018", Map.of());
    on("credit-2018-natural", Map.of());
    on("credit-xlsx", Map.of());
    on("credit-xlsx-natural", Map.of());
    PenaltyDecision decision = sample(PenaltyDecision.class, "company-and-citizen");
    assertThat(exchanges(decision))
        .containsExactly(
            "credit-2018 penalty-decision",
            "credit-2018-natural penalty-decision",
            "credit-xlsx penalty-decision",
            "credit-xlsx-natural penalty-decision");

    for (Party party : decision.getParties()) {
      party.setKind("2");
    }
    decision.getParties().get(0).setSelfEmployed(true);
    assertThat(exchanges(decision))
        .as("a sole trader and a company")
        .containsExactly("credit-2018 penalty-decision", "credit-xlsx penalty-decision");

    decision.getParties().forEach(p -> p.setSelfEmployed(null));
    decision.getParties().forEach(p -> p.setKind("1"));
    assertThat(exchanges(decision))
        .containsExactly(
            "credit-2018-natural penalty-decision", "credit-xlsx-natural penalty-decision");
  }

  @Test
  void aDisagreementGoesToTheBodyThatDidNotFileAndARulingToTheDesignatedOne() {
    like("enforcement-department", "enforcement-housing", of(HOUSING, "640104"));
    like("enforcement-department", "enforcement-elsewhere", of(ELSEWHERE, "640104"));
    FilingDisagreement disagreement = sample(FilingDisagreement.class, "evidence-suffices");
    disagreement.setEnforcementOrgan(organ("1", HOUSING));
    assertThat(receivers(disagreement)).containsExactly("enforcement-housing");

    FilingRuling ruling = sample(FilingRuling.class, "other-body");
    ruling.getBody().setAreaNumber("640104");
    ruling.setDesignatedOrgan(organ("1", ELSEWHERE));
    assertThat(receivers(ruling)).containsExactly("enforcement-elsewhere");
    ruling.setDesignatedOrgan(null);
    assertThat(receivers(ruling)).containsExactly("enforcement-elsewhere", "enforcement-housing");
  }

  @Test
  void eachDisciplineOrganGetsItsOwnClues() {
    like("discipline", "discipline-county", of(INSPECTORATE, "640104"));
    like("discipline", "discipline-city", of(ELSEWHERE, "6401"));
    DisciplineClue clue = sample(DisciplineClue.class, "from-penalty-case");
    assertThat(receivers(clue)).containsExactly("discipline-county");

    clue.setAddressee(organ("5", ELSEWHERE));
    assertThat(receivers(clue)).containsExactly("discipline-city");

    clue.getAddressee().setUscc(null);
    assertThat(receivers(clue)).isEmpty();
  }

  @Test
  void anActWithoutAnItemDoesNotGoToThePlatformThatFilesActsByTheirItem() {
    on("internet-supervision", Map.of());
    PenaltyDecision decision = sample(PenaltyDecision.class, "sole-trader");
    assertThat(receivers(decision)).containsExactly("internet-supervision");

    decision.getCaseReference().setSuperviseItemCode(null);
    assertThat(receivers(decision)).isEmpty();

    CoercionMeasure measure = sample(CoercionMeasure.class, "seizure-on-the-spot");
    measure.setSuperviseItemCode(null);
    measure.setCaseReference(null);
    assertThat(receivers(measure)).isEmpty();

    measure.setCaseReference(decision.getCaseReference());
    measure.getCaseReference().setSuperviseItemCode("33022201001001");
    assertThat(receivers(measure)).as("by its case").containsExactly("internet-supervision");
  }

  @Test
  void anActWithoutAnInspectionDoesNotGoToThePlatformThatFilesActsByTheirInspection() {
    on("internet-supervision", Map.of());
    CoercionMeasure measure = sample(CoercionMeasure.class, "seizure-on-the-spot");
    assertThat(receivers(measure)).containsExactly("internet-supervision");

    measure.setCheckActionCode(null);
    assertThat(receivers(measure)).isEmpty();

    measure.getCaseReference().setCheckActionCode("JC-2026-0210");
    assertThat(receivers(measure)).as("by its case").containsExactly("internet-supervision");
  }

  @Test
  void theCreditPlatformGetsAnswersToTheObjectionsThatItHasNumbered() {
    on("credit", Map.of());
    CreditObjection objection = sample(CreditObjection.class, "answered");
    objection.setAnswer(new CreditObjectionAnswer());
    objection.setObjectionNumber("YY-2026-0001");
    assertThat(receivers(objection)).containsExactly("credit");

    objection.setObjectionNumber(null);
    assertThat(receivers(objection)).as("made at the department's own desk").isEmpty();

    objection.setObjectionNumber("YY-2026-0001");
    objection.setAnswer(null);
    assertThat(receivers(objection)).as("the platform has it already").isEmpty();
  }

  private void neighbours() {
    like("neighbour", "neighbour-housing", of(HOUSING, "640104"));
    like("neighbour", "neighbour-elsewhere", of(ELSEWHERE, "640104"));
  }

  private void on(String partner, Map<String, String> settings) {
    partners.put(partner, new PartnerSettings(true, null, null, null, null, settings));
  }

  private void like(String kind, String partner, Map<String, String> settings) {
    partners.put(
        partner, new PartnerSettings(true, kind, null, Set.of("somebody"), null, settings));
  }

  private static Map<String, String> of(String uscc, String region) {
    return Map.of("uscc", uscc, "region", region);
  }

  private List<String> receivers(StandardRecord record) {
    return matched(record).stream().map(Receiving::partner).distinct().toList();
  }

  private List<String> exchanges(StandardRecord record) {
    return matched(record).stream().map(r -> r.partner() + " " + r.exchange()).toList();
  }

  private List<Receiving> matched(StandardRecord record) {
    return new Subscriptions(Catalogs.of(data, partners, TRANSLATORS)).of(record, "nobody");
  }

  private static OrganReference organ(String kind, String uscc) {
    OrganReference organ = new OrganReference();
    organ.setKind(kind);
    organ.setName("示例机关");
    organ.setUscc(uscc);
    return organ;
  }

  private static <T extends StandardRecord> T sample(Class<T> type, String name) {
    String path = "/standards/v1/samples/" + type.getSimpleName() + "/" + name;
    try (InputStream json = SubscriptionsTest.class.getResourceAsStream(path + ".json");
        InputStream xml = SubscriptionsTest.class.getResourceAsStream(path + ".xml")) {
      return type.cast(
          json == null
              ? StandardXml.read(xml.readAllBytes())
              : StandardJson.read(
                  json.readAllBytes(), RecordTypes.of(type.getSimpleName()).orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
