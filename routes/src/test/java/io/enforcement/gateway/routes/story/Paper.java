package io.enforcement.gateway.routes.story;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A document of the housing department; each decision has a case and a number of its own. */
final class Paper {

  /** A region whose decisions go to the registry as well (effect class B). */
  static final String REGISTRY = "640121";

  /** A region whose decisions go to the prosecutor as well (effect class C). */
  static final String PROSECUTOR = "640122";

  /** A region whose decisions go to the archive as well (effect class E). */
  static final String ARCHIVE = "640181";

  /** A region whose decisions go to the depot as well (effect class E, over a mounted folder). */
  static final String DEPOT = "640221";

  /** A region whose decisions go to the warehouse as well (effect class E, over OpenSSH). */
  static final String WAREHOUSE = "640205";

  /** A region whose decisions go to the bailiffs as well (effect class A, over their broker). */
  static final String BAILIFF = "640302";

  /** A region whose decisions go to the registrar as well (effect class A, over its broker). */
  static final String REGISTRAR = "640303";

  /** A region whose decisions the township fetches. */
  static final String TOWNSHIP = "640105";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicInteger SERIALS = new AtomicInteger(9_000_000);
  private static final LocalDate DAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(2);

  private final int serial;
  private final String exchange;
  private final Map<String, Object> fields;

  private Paper(int serial, String exchange, Map<String, Object> fields) {
    this.serial = serial;
    this.exchange = exchange;
    this.fields = fields;
  }

  static Paper decision() {
    return decision(SERIALS.incrementAndGet(), "云岭市安平区𠮷祥劳务有限公司");
  }

  private static Paper decision(int serial, String party) {
    Map<String, Object> f = new LinkedHashMap<>();
    f.put("主键", "ZJ-CF-" + serial);
    f.put("操作", "新增");
    f.put("版本", 1);
    f.put("更新时间", DAY + " 17:10:00");
    f.put("案件", Map.of("案号", "安建立〔%d〕%d号".formatted(DAY.getYear(), serial), "来源", "日常检查"));
    f.put("执法机关", body("640106"));
    f.put("决定书文号", number(serial));
    f.put("决定日期", DAY.toString());
    f.put("程序", "普通程序");
    substance(f, party);
    return new Paper(serial, "penalty-decision", f);
  }

  private static void substance(Map<String, Object> f, String party) {
    f.put("当事人", List.of(party(party)));
    f.put("执法人员", List.of(officer("周望川", "64010600217"), officer("马晓禾", "64010600342")));
    f.put("违法行为", "未取得施工许可证擅自施工");
    f.put("违法事实", "检查发现未取得施工许可证即开挖沟槽约120米");
    f.put("处罚依据", List.of(Map.of("法律", "建设工程质量管理条例", "条款", "第五十七条")));
    f.put("处罚", List.of(Map.of("种类", "罚款", "金额", 26500, "单位", "元")));
    f.put("处罚结果", "罚款26500元");
    f.put("法制审核", Map.of("通过", "是", "日期", DAY.minusDays(5).toString()));
    f.put("听证", "否");
    f.put("涉嫌犯罪", "否");
    f.put("重大案件", "否");
    f.put("不予公开", "否");
  }

  private static Map<String, Object> body(String region) {
    return Map.of("名称", "云岭市安平区住房和城乡建设局", "统一社会信用代码", "1164010678L04X457E", "区划", region);
  }

  private static Map<String, Object> party(String name) {
    Map<String, Object> party = new LinkedHashMap<>();
    party.put("序号", 1);
    party.put("类别", "企业");
    party.put("名称", name);
    party.put("统一社会信用代码", "91640106MA7QX3D8XN");
    party.put("法定代表人", "柳安平");
    party.put("住所", "云岭市安平区柳河路18号");
    return party;
  }

  private static Map<String, Object> officer(String name, String certificate) {
    return Map.of("姓名", name, "执法证号", certificate);
  }

  private static String number(int serial) {
    return "安建罚决字〔%d〕第%d号".formatted(DAY.getYear(), serial);
  }

  /** The revocation of this decision. */
  Paper revocation() {
    Map<String, Object> f = new LinkedHashMap<>();
    f.put("主键", "ZJ-CX-" + serial);
    f.put("操作", "新增");
    f.put("版本", 1);
    f.put("更新时间", DAY + " 18:00:00");
    f.put("执法机关", fields.get("执法机关"));
    f.put("原决定书文号", number(serial));
    f.put("撤销方式", "撤销");
    f.put("撤销文书号", "安建撤字〔%d〕%d号".formatted(DAY.getYear(), serial));
    f.put("撤销日期", DAY.plusDays(1).toString());
    f.put("理由", "行政复议决定撤销原处罚决定");
    return new Paper(serial, "revocation", f);
  }

  /** The same decision, corrected. */
  Paper revised(int revision) {
    int fine = 26500 + revision;
    return with("操作", "修改")
        .with("版本", revision)
        .with("处罚", List.of(Map.of("种类", "罚款", "金额", fine, "单位", "元")))
        .with("处罚结果", "罚款" + fine + "元");
  }

  /** Another decision in the same case. */
  Paper inTheSameCase() {
    return decision().with("案件", fields.get("案件"));
  }

  /** Decided so many days ago, and reviewed before. */
  Paper decidedDaysAgo(int days) {
    LocalDate day = DAY.plusDays(2).minusDays(days);
    return with("决定日期", day.toString())
        .with("法制审核", Map.of("通过", "是", "日期", day.minusDays(5).toString()));
  }

  /** Not for the public: neither credit nor publicity subscribes to it. */
  Paper restricted() {
    return with("不予公开", "是");
  }

  Paper in(String region) {
    return with("执法机关", body(region));
  }

  Paper with(String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(fields);
    changed.put(field, value);
    return new Paper(serial, exchange, changed);
  }

  Paper without(String field) {
    Map<String, Object> changed = new LinkedHashMap<>(fields);
    changed.remove(field);
    return new Paper(serial, exchange, changed);
  }

  Paper penalised(String kind) {
    List<Object> penalties = new ArrayList<>();
    penalties.add(Map.of("种类", kind));
    return with("处罚", penalties);
  }

  String exchange() {
    return exchange;
  }

  String number() {
    return number(serial);
  }

  String text() {
    return JSON.writeValueAsString(fields);
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
