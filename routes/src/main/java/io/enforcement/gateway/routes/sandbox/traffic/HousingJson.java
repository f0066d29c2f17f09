package io.enforcement.gateway.routes.sandbox.traffic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes decisions as the housing department's own system does: JSON with Chinese names. */
final class HousingJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final String[] SOURCES = {"日常检查", "专项检查", "投诉", "举报", "部门移送"};
  private static final String[] BRACKETS = {"〔%d〕", "【%d】", "[%d]"};

  private HousingJson() {}

  static byte[] bytes(Map<String, Object> document) {
    return MAPPER.writeValueAsBytes(document);
  }

  /** The decision as a document that can still be spoilt before it is written. */
  static Map<String, Object> decision(Decision d) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("主键", "ZJ-CF-%d-%07d".formatted(d.date().getYear(), d.serial()));
    json.put("操作", d.revision() == 1 ? "新增" : "修改");
    json.put("版本", d.revision());
    json.put("更新时间", d.date() + " 17:%02d:00".formatted(10 + d.revision()));
    json.put("案件", caseOf(d));
    json.put("执法机关", body());
    json.put("决定书文号", number(d));
    json.put("决定日期", d.date().toString());
    json.put("程序", d.simple() ? "简易程序" : "普通程序");
    json.put("当事人", parties(d));
    json.put("执法人员", officers());
    json.put("违法行为", d.offence().act());
    json.put("违法事实", d.fact());
    json.put("违反条款", basis(d.offence().violatedLaw(), d.offence().violated()));
    json.put("处罚依据", basis(d.offence().law(), d.offence().provision()));
    json.put("处罚", penalties(d));
    json.put("处罚结果", d.result());
    json.put("裁量", Map.of("情节", d.serial() % 3 == 0 ? "从轻" : "无"));
    rest(json, d);
    return json;
  }

  private static void rest(Map<String, Object> json, Decision d) {
    boolean major = d.fine() != null && d.fine().compareTo(BigDecimal.valueOf(100_000)) >= 0;
    if (!d.simple()) {
      Map<String, Object> review = new LinkedHashMap<>();
      review.put("通过", "是");
      review.put("日期", d.date().minusDays(5).toString());
      json.put("法制审核", review);
    }
    json.put("集体讨论日期", major ? d.date().minusDays(2).toString() : null);
    json.put("听证", major ? "是" : "否");
    json.put("涉嫌犯罪", "否");
    json.put("重大案件", major ? "是" : "否");
    json.put("不予公开", d.restricted() ? "是" : "否");
    json.put("处罚有效期", null);
    json.put("公示截止期", d.date().plusYears(1).toString());
    json.put("备注", d.serial() % 4 == 0 ? "无" : null);
  }

  /** A revocation of the whole decision. */
  static Map<String, Object> revocation(Decision d, LocalDate date, String kind) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("主键", "ZJ-CX-%d-%07d".formatted(date.getYear(), d.serial()));
    json.put("操作", "新增");
    json.put("版本", 1);
    json.put("更新时间", date + " 18:00:00");
    json.put("执法机关", body());
    json.put("原决定书文号", number(d));
    json.put("撤销方式", kind);
    json.put("撤销文书号", "安建撤字〔%d〕第%07d号".formatted(date.getYear(), d.serial()));
    json.put("撤销日期", date.toString());
    json.put("理由", "行政复议决定" + kind + "原处罚决定");
    return json;
  }

  private static Map<String, Object> caseOf(Decision d) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("案号", caseNumber(d));
    json.put("来源", SOURCES[d.serial() % SOURCES.length]);
    json.put("监管事项编码", "11640106087%03d".formatted(d.serial() % 16));
    json.put("立案日期", d.date().minusDays(d.simple() ? 0 : 35).toString());
    return json;
  }

  static String caseNumber(Decision d) {
    return "安建立〔%d〕%07d号".formatted(d.date().getYear(), d.serial());
  }

  private static String number(Decision d) {
    String year = BRACKETS[d.serial() % BRACKETS.length].formatted(d.date().getYear());
    return "安建罚决字%s第%07d%s".formatted(year, d.serial(), d.serial() % 10 == 0 ? "" : "号");
  }

  private static Map<String, Object> body() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("名称", "云岭市安平区住房和城乡建设局");
    json.put("统一社会信用代码", "1164010678L04X457E");
    json.put("区划", "640106");
    return json;
  }

  private static List<Map<String, Object>> parties(Decision d) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Party party : d.parties()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("序号", all.size() + 1);
      json.put("类别", party.kind().housing());
      json.put("名称", party.name());
      if (party.kind() == Party.Kind.PERSON) {
        json.put("证件类型", "身份证");
        json.put("证件号码", party.code());
      } else {
        json.put("统一社会信用代码", party.code());
        json.put("法定代表人", party.representative());
      }
      json.put("住所", party.address());
      all.add(json);
    }
    return all;
  }

  private static List<Map<String, Object>> officers() {
    return List.of(officer("周望川", "64010600217"), officer("马晓禾", "64010600342"));
  }

  private static Map<String, Object> officer(String name, String certificate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("姓名", name);
    json.put("执法证号", certificate);
    return json;
  }

  private static List<Map<String, Object>> basis(String law, String provision) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("法律", law);
    json.put("条款", provision);
    return List.of(json);
  }

  private static List<Map<String, Object>> penalties(Decision d) {
    List<Map<String, Object>> all = new ArrayList<>();
    if (d.fine() == null) {
      all.add(penalty("警告", null, false));
    } else {
      all.add(penalty("罚款", d.fine(), d.tenThousands()));
    }
    if (d.confiscated() != null) {
      all.add(penalty("没收违法所得", d.confiscated(), !d.tenThousands()));
    }
    return all;
  }

  private static Map<String, Object> penalty(String type, BigDecimal yuan, boolean tenThousands) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("种类", type);
    if (yuan != null) {
      json.put("金额", tenThousands ? yuan.divide(TEN_THOUSAND).stripTrailingZeros() : yuan);
      json.put("单位", tenThousands ? "万元" : "元");
    }
    return json;
  }
}
