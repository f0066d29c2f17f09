package io.enforcement.gateway.standards.edition;

import io.enforcement.gateway.standards.dictionary.Label;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import io.enforcement.gateway.standards.validation.Rule;
import java.util.List;
import java.util.Map;

/** The language of a page: which half of a label it shows, and what its headings say. */
enum Words {
  ZH(
      "zh",
      "zh-CN",
      Map.ofEntries(
          Map.entry("records", "记录类型"),
          Map.entry("parts", "共用数据结构"),
          Map.entry("types", "数据类型"),
          Map.entry("codes", "代码表"),
          Map.entry("rules", "规则目录"),
          Map.entry("sources", "来源"),
          Map.entry("files", "下载"),
          Map.entry("samples", "样例"),
          Map.entry("key", "主键"),
          Map.entry("lane", "保持顺序的范围"),
          Map.entry("number", "编号"),
          Map.entry("name", "名称"),
          Map.entry("label", "中文名称"),
          Map.entry("element", "XML 元素"),
          Map.entry("json", "JSON 属性"),
          Map.entry("short", "通行短名"),
          Map.entry("type", "类型"),
          Map.entry("times", "次数"),
          Map.entry("bounds", "限制"),
          Map.entry("values", "取值"),
          Map.entry("sensitivity", "敏感级别"),
          Map.entry("source", "来源"),
          Map.entry("note", "说明"),
          Map.entry("severity", "严重程度"),
          Map.entry("expected", "应为"),
          Map.entry("fix", "修正办法"),
          Map.entry("code", "代码"),
          Map.entry("display", "名称"),
          Map.entry("valid", "有效期"),
          Map.entry("message", "报文与文件"),
          Map.entry("every", "全部记录"),
          Map.entry("schemas", "模式文件"),
          Map.entry("PUBLIC", "公开"),
          Map.entry("PERSONAL", "个人信息"),
          Map.entry("SECRET", "保密"),
          Map.entry("refuse", "拒收"),
          Map.entry("warn", "警示"),
          Map.entry("info", "提示"))),
  EN(
      "en",
      "en",
      Map.ofEntries(
          Map.entry("records", "Records"),
          Map.entry("parts", "Shared parts"),
          Map.entry("types", "Types of values"),
          Map.entry("codes", "Code tables"),
          Map.entry("rules", "Rule catalogue"),
          Map.entry("sources", "Sources"),
          Map.entry("files", "Files"),
          Map.entry("samples", "Samples"),
          Map.entry("key", "Key"),
          Map.entry("lane", "Order is kept within"),
          Map.entry("number", "Number"),
          Map.entry("name", "Name"),
          Map.entry("label", "Meaning"),
          Map.entry("element", "XML element"),
          Map.entry("json", "JSON property"),
          Map.entry("short", "National short name"),
          Map.entry("type", "Type"),
          Map.entry("times", "Times"),
          Map.entry("bounds", "Bounds"),
          Map.entry("values", "Values"),
          Map.entry("sensitivity", "Sensitivity"),
          Map.entry("source", "Source"),
          Map.entry("note", "Note"),
          Map.entry("severity", "Severity"),
          Map.entry("expected", "Expected"),
          Map.entry("fix", "How to mend it"),
          Map.entry("code", "Code"),
          Map.entry("display", "Meaning (Chinese)"),
          Map.entry("valid", "Valid"),
          Map.entry("message", "messages and files"),
          Map.entry("every", "every record"),
          Map.entry("schemas", "Schemas"),
          Map.entry("PUBLIC", "public"),
          Map.entry("PERSONAL", "personal"),
          Map.entry("SECRET", "secret"),
          Map.entry("refuse", "refuse"),
          Map.entry("warn", "warn"),
          Map.entry("info", "info")));

  private final String folder;
  private final String tag;
  private final Map<String, String> words;

  Words(String folder, String tag, Map<String, String> words) {
    this.folder = folder;
    this.tag = tag;
    this.words = words;
  }

  /** Folder of its pages. */
  String folder() {
    return folder;
  }

  /** Language tag by BCP 47. */
  String tag() {
    return tag;
  }

  String say(String word) {
    String said = words.get(word);
    if (said == null) {
      throw new IllegalArgumentException("the pages have no word for " + word);
    }
    return said;
  }

  String say(Sensitivity sensitivity) {
    return say(sensitivity.name());
  }

  /** These headings, in this order. */
  List<String> say(List<String> headings) {
    return headings.stream().map(this::say).toList();
  }

  String of(Label label) {
    return this == ZH ? label.zh() : label.en();
  }

  Rule.Texts of(Rule rule) {
    return this == ZH ? rule.zh() : rule.en();
  }
}
