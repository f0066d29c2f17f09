package io.enforcement.gateway.routes.sandbox.traffic;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes decisions as the urban management department's system does: GB18030, one row per party,
 * CRLF, quotes where a field needs them.
 */
final class CityCsv {

  static final Charset CHARSET = Charset.forName("GB18030");

  static final List<String> HEADER =
      List.of(
          "记录编号,操作,版本,更新时间,案号,案件来源,立案日期,处罚决定书文号,决定日期,处罚程序,执法机关,执法机关代码,行政区划,当事人类别,当事人名称,统一社会信用代码,证件类型,证件号码,法定代表人,住所,是否未成年人,违法行为类型,违法事实,处罚依据,处罚种类,罚款金额(元),没收金额(元),暂扣或吊销证照,处罚内容,执法人员,执法证号,是否不予公开,处罚有效期,公示截止期,备注"
              .split(","));

  private static final String[] SOURCES = {"巡查发现", "热线投诉", "部门移送"};
  private static final String NO_CODE = "00000000000000000X";

  private CityCsv() {}

  /** One row per party of the decision; each can still be spoilt by column name. */
  static List<List<String>> rows(Decision d) {
    List<List<String>> rows = new ArrayList<>();
    for (Party party : d.parties()) {
      List<String> row = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));
      act(row, d, rows.size() + 1);
      party(row, party);
      penalty(row, d);
      rows.add(row);
    }
    return rows;
  }

  static void set(List<String> row, String column, String value) {
    row.set(HEADER.indexOf(column), value);
  }

  static byte[] file(List<List<String>> rows) {
    StringBuilder text = new StringBuilder(line(HEADER));
    rows.forEach(row -> text.append(line(row)));
    return text.toString().getBytes(CHARSET);
  }

  private static void act(List<String> row, Decision d, int part) {
    int year = d.date().getYear();
    set(row, "记录编号", "CG%d%07d-%d".formatted(year, d.serial(), part));
    set(row, "操作", d.revision() == 1 ? "I" : "U");
    set(row, "版本", Integer.toString(d.revision()));
    set(row, "更新时间", d.date() + " 17:%02d:00".formatted(10 + d.revision()));
    set(row, "案号", "安综执立〔%d〕%07d号".formatted(year, d.serial()));
    set(row, "案件来源", SOURCES[d.serial() % SOURCES.length]);
    set(row, "立案日期", d.date().minusDays(d.simple() ? 0 : 30).toString());
    set(row, "处罚决定书文号", "安综执罚决字〔%d〕第%07d号".formatted(year, d.serial()));
    set(row, "决定日期", d.date().toString());
    set(row, "处罚程序", d.simple() ? "简易程序" : "普通程序");
    set(row, "执法机关", "云岭市安平区综合行政执法局");
    set(row, "执法机关代码", "1164010678L04X123X");
    set(row, "行政区划", "640106");
    set(row, "违法行为类型", d.offence().act());
    set(row, "违法事实", d.fact() + (d.serial() % 5 == 0 ? ",当事人称\"已安排清扫\"" : ""));
    set(row, "处罚依据", "《" + d.offence().law() + "》" + d.offence().provision());
    set(row, "执法人员", "韩牧;苏清和");
    set(row, "执法证号", "64010600501;64010600502");
    set(row, "是否不予公开", d.restricted() ? "是" : "否");
    set(row, "公示截止期", d.date().plusYears(1).toString());
  }

  private static void party(List<String> row, Party party) {
    boolean person = party.kind() == Party.Kind.PERSON;
    set(row, "当事人类别", party.kind().city());
    set(row, "当事人名称", party.name());
    set(row, "统一社会信用代码", person ? NO_CODE : party.code());
    if (person) {
      set(row, "证件类型", "身份证");
      set(row, "证件号码", party.code());
    } else {
      set(row, "法定代表人", party.representative());
    }
    set(row, "住所", party.address());
    set(row, "是否未成年人", "否");
  }

  private static void penalty(List<String> row, Decision d) {
    String kinds = d.fine() == null ? "警告" : "罚款";
    set(row, "处罚种类", d.confiscated() == null ? kinds : kinds + ";没收违法所得");
    set(row, "罚款金额(元)", amount(d.fine()));
    set(row, "没收金额(元)", amount(d.confiscated()));
    set(row, "处罚内容", d.result());
  }

  private static String amount(BigDecimal yuan) {
    return yuan == null ? "" : yuan.setScale(2).toPlainString();
  }

  private static String line(List<String> fields) {
    return fields.stream().map(CityCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String field) {
    boolean needs = Arrays.stream(new String[] {",", "\"", "\n", "\r"}).anyMatch(field::contains);
    return needs ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
  }
}
