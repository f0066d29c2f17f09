package io.enforcement.gateway.mappings;
import io.enforcement.gateway.standards.format.*;
import io.enforcement.gateway.standards.model.*;
import java.nio.file.*;
import java.time.*;
import java.util.function.*;
import org.junit.jupiter.api.Test;
class TmpInputs {
  static byte[] pretty(byte[] xml) throws Exception {
    var t = javax.xml.transform.TransformerFactory.newInstance().newTransformer();
    t.setOutputProperty("indent","yes"); t.setOutputProperty("{http://xml.apache.org/xslt}indent-amount","2");
    var doc = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(xml));
    doc.setXmlStandalone(true);
    var out = new java.io.StringWriter();
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    t.setOutputProperty("omit-xml-declaration","yes");
    t.transform(new javax.xml.transform.dom.DOMSource(doc), new javax.xml.transform.stream.StreamResult(out));
    return out.toString().strip().concat("\n").getBytes("UTF-8");
  }
  static void put(String partner, String exchange, String name, StandardRecord r) throws Exception {
    Path d = PartnerFolder.TWINS.resolve(partner).resolve("samples").resolve(exchange); Files.createDirectories(d);
    Files.write(d.resolve(name + ".in.xml"), pretty(StandardXml.write(r)));
  }
  @SuppressWarnings("unchecked") static <T> T read(String p, String ex, String f, ToStandard t, int i) throws Exception {
    Path d = PartnerFolder.TWINS.resolve(p).resolve("samples").resolve(ex);
    return (T) ((Part.Translated) t.toStandard(Files.readAllBytes(d.resolve(f)), new Context("k", Instant.EPOCH, f)).get(i)).record();
  }
  @Test void write() throws Exception {
    var hp = new io.enforcement.gateway.mappings.housing.PenaltyDecisionToStandard();
    var hr = new io.enforcement.gateway.mappings.housing.RevocationToStandard();
    var city = PartnerFolder.all().stream().filter(f -> f.name().equals("citymanagement")).findFirst().get();
    var cp = city.toStandard(city.settings().sends().get(0));
    for (String p : new String[]{"credit","publicity"}) {
      PenaltyDecision d = read("housing","penalty-decision","ordinary.in.json",hp,0); put(p,"penalty-decision","company",d);
      put(p,"penalty-decision","several-parties",read("housing","penalty-decision","several-parties.in.json",hp,0));
      put(p,"penalty-decision","natural-person",read("housing","penalty-decision","natural-person.in.json",hp,0));
      put(p,"penalty-decision","wrongly-sent",read("housing","penalty-decision","wrongly-sent.in.json",hp,0));
      put(p,"penalty-decision","sole-trader",read("citymanagement","penalty-decision-file","ordinary.in.csv",cp,0));
      put(p,"revocation","revoked",read("housing","revocation","revoked.in.json",hr,0));
    }
    PenaltyDecision d = read("housing","penalty-decision","ordinary.in.json",hp,0);
    d.getPenalties().clear();
    for (String[] k : new String[][]{{"02",null},{"07",null},{"08","建筑业企业资质证书D264000001"},{"09",null},{"99","责令消除影响"}}) { Penalty x = new Penalty(); x.setType(k[0]); if (k[0].equals("08")) x.setLicence(k[1]); else x.setDescription(k[1]); d.getPenalties().add(x);}    
    d.setPunishResult("通报批评,降低资质等级,吊销资质证书,限制承接工程,责令消除影响");
    put("credit","penalty-decision","kinds-of-2021",d);
    d = read("housing","penalty-decision","ordinary.in.json",hp,0);
    for (int i=0;i<18;i++){ LegalBasis b=new LegalBasis(); b.setLawName("建设工程质量管理条例".repeat(15)); d.getPunishAccords().add(b);}    
    d.getParties().get(0).setOrganisationCode("MA7QX3D8-X-0001");
    put("credit","penalty-decision","too-long",d);
    d = read("housing","penalty-decision","several-parties.in.json",hp,0);
    d.getPenalties().remove(3); d.getPenalties().get(2).getPartyNos().remove(1); d.getParties().get(0).setUscc(null);
    put("credit","penalty-decision","cannot-say",d);
    d = read("housing","penalty-decision","ordinary.in.json",hp,0); d.setRestricted(true); put("publicity","penalty-decision","restricted",d);
    d = read("housing","penalty-decision","natural-person.in.json",hp,0); d.getParties().get(0).setMinor(true); put("publicity","penalty-decision","minor",d);
    d = read("housing","penalty-decision","ordinary.in.json",hp,0); d.setPublishUntil(null); d.setPunishResult("对贺兰云帆市政工程有限公司(法定代表人柳安平,电话13900000000)罚款26500元"); put("publicity","penalty-decision","names-in-conclusion",d);
    Revocation r = read("housing","revocation","revoked.in.json",hr,0); r.setReason("当事人身份证号640122199211051822登记有误,原决定撤销"); put("publicity","revocation","number-in-reason",r);
    Receipt c = new Receipt(); c.setRecordUniqueIdentity("0190b6f0-0000-7000-8000-000000000001"); c.setCdOperation(Operation.I); c.setRevision(1);
    c.setMessageId("0190b6f0-0000-7000-8000-000000000001"); c.setSourceName("cg-20260523-0001.csv"); c.setDigest("sha256:4f2c0d0f7f1ad5ad8c6c36b6ed4d3d9ce0d2c6fef13c7c7b8a7b1c2d3e4f5061"); c.setReceivedAt(OffsetDateTime.parse("2026-05-23T00:10:00Z"));
    c.setOutcome(ReceiptOutcome.ACCEPTED); c.setAccepted(4); put("citymanagement","receipt","accepted",c);
    c.setOutcome(ReceiptOutcome.PARTLY); c.setAccepted(3); c.setRefused(2);
    var t = io.enforcement.gateway.standards.validation.RuleTexts.of(java.util.Locale.CHINESE);
    int[] part={2,2,4,1}; var fs = new io.enforcement.gateway.standards.validation.Finding[]{
      io.enforcement.gateway.standards.validation.Finding.refuse("mapping.code","案件来源","text, 4 characters","case-source"),
      io.enforcement.gateway.standards.validation.Finding.refuse("mapping.amount","罚款金额(元)","text, 2 characters"),
      io.enforcement.gateway.standards.validation.Finding.refuse("csv.columns","","32 columns","35"),
      io.enforcement.gateway.standards.validation.Finding.warn("duty.two-officers","officers","1 certified")};
    for (int i=0;i<4;i++){ ReceiptFinding f=new ReceiptFinding(); f.setPart(part[i]); f.setSeverity(fs[i].severity()); f.setRule(fs[i].rule()); f.setPath(fs[i].path().isEmpty()?"-":fs[i].path()); f.setValueClass(fs[i].valueClass()); f.setExpected(t.expected(fs[i])); f.setFix(t.fix(fs[i])); c.getFindings().add(f);}    
    put("citymanagement","receipt","one-bad-row",c);
  }
}
