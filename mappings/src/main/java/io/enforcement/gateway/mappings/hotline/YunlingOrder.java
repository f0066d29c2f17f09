package io.enforcement.gateway.mappings.hotline;

import java.math.BigDecimal;
import java.util.List;

/** {@code ORDER_DISPATCH} of Yunling; every value may be absent. */
record YunlingOrder(
    String msgType,
    String orderNo,
    String localNo,
    String prevOrderNo,
    Integer round,
    String channel,
    String type,
    List<String> category,
    String urgency,
    String title,
    String content,
    Caller caller,
    Boolean secret,
    Boolean needReply,
    Target target,
    String address,
    BigDecimal x,
    BigDecimal y,
    String acceptTime,
    String dispatchTime,
    String dispatchNote,
    String unit,
    String unitCode,
    Integer signLimit,
    String signLimitUnit,
    Integer limit,
    String limitUnit,
    String deadline,
    List<FileOf> attachments,
    String sender,
    String senderName) {

  record Caller(
      String name,
      String sex,
      String phone,
      String contact,
      String mail,
      String address,
      String subject,
      String phoneToken) {}

  record Target(String name, String code, String phone) {}

  record FileOf(String name, String url, Long size, String sha256) {}
}
