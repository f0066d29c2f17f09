package io.enforcement.gateway.standards.rules.book;

/** 监管事项目录编码 as a field of its own: 14 digits in the upload rules of supervision. */
public final class ItemCode {

  private ItemCode() {}

  public static void check(String code, String path, Findings findings) {
    if (code != null && !code.matches("[0-9]{14}")) {
      findings.add("identifier.item-code", path, "not 14 digits");
    }
  }
}
