package io.enforcement.gateway.routes.story;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A CSV file of the urban management department; each row is a decision of its own. */
final class CityFile {

  static final Charset GB18030 = Charset.forName("GB18030");

  private static final AtomicInteger SERIALS = new AtomicInteger(8_000_000);
  private static final LocalDate DAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(2);
  private static final String HEADER =
      "记录编号,操作,版本,更新时间,案号,案件来源,立案日期,处罚决定书文号,决定日期,处罚程序,执法机关,执法机关代码,行政区划,"
          + "当事人类别,当事人名称,统一社会信用代码,证件类型,证件号码,法定代表人,住所,是否未成年人,违法行为类型,违法事实,"
          + "处罚依据,处罚种类,罚款金额(元),没收金额(元),暂扣或吊销证照,处罚内容,执法人员,执法证号,是否不予公开,处罚有效期,公示截止期,备注";

  private final String name = "cg-story-" + SERIALS.incrementAndGet() + ".csv";
  private final List<Map<String, String>> rows = new ArrayList<>();

  /** A file with so many good rows. */
  static CityFile of(int rows) {
    CityFile file = new CityFile();
    for (int i = 0; i < rows; i++) {
      file.rows.add(row(SERIALS.incrementAndGet()));
    }
    return file;
  }

  private static Map<String, String> row(int serial) {
    Map<String, String> row = new LinkedHashMap<>();
    for (String column : HEADER.split(",")) {
      row.put(column, "");
    }
    row.put("记录编号", "CG" + serial + "-1");
    row.put("操作", "I");
    row.put("版本", "1");
    row.put("更新时间", DAY + " 17:10:00");
    row.put("案号", "安综执立〔%d〕%d号".formatted(DAY.getYear(), serial));
    row.put("案件来源", "巡查发现");
    row.put("立案日期", DAY.minusDays(10).toString());
    row.put("处罚决定书文号", "安综执罚决字〔%d〕第%d号".formatted(DAY.getYear(), serial));
    row.put("决定日期", DAY.toString());
    row.put("处罚程序", "普通程序");
    row.put("执法机关", "云岭市安平区综合行政执法局");
    row.put("执法机关代码", "1164010678L04X123X");
    row.put("行政区划", "640106");
    row.put("当事人类别", "企业");
    row.put("当事人名称", "灵河䶮泰劳务有限公司");
    row.put("统一社会信用代码", "91640106MA8YK3T12X");
    row.put("法定代表人", "欧阳𣲗");
    row.put("住所", "云岭市安平区柳河路9号");
    row.put("是否未成年人", "否");
    row.put("违法行为类型", "未按规定清运建筑垃圾");
    row.put("违法事实", "在柳河路工地出口抛洒渣土约40平方米");
    row.put("处罚依据", "《城市建筑垃圾管理规定》第二十二条");
    row.put("处罚种类", "罚款");
    row.put("罚款金额(元)", "26500");
    row.put("处罚内容", "罚款26500元");
    row.put("执法人员", "韩牧;苏清和");
    row.put("执法证号", "64010600501;64010600502");
    row.put("是否不予公开", "否");
    return row;
  }

  /** Another value in one row, counted from 1. */
  CityFile with(int row, String column, String value) {
    rows.get(row - 1).put(column, value);
    return this;
  }

  String name() {
    return name;
  }

  String text() {
    StringBuilder text = new StringBuilder(HEADER).append("\r\n");
    rows.forEach(row -> text.append(String.join(",", row.values())).append("\r\n"));
    return text.toString();
  }

  byte[] bytes() {
    return text().getBytes(GB18030);
  }
}
