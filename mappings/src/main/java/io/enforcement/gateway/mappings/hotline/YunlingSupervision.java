package io.enforcement.gateway.mappings.hotline;

/** {@code ORDER_SUPERVISE} of Yunling; every value may be absent. */
record YunlingSupervision(
    String msgType,
    String orderNo,
    String localNo,
    Integer round,
    String dispatchTime,
    String noticeNo,
    String mode,
    String state,
    String issuer,
    String issuerCode,
    String issueTime,
    String reason,
    String demand,
    Integer limit,
    String limitUnit,
    String deadline,
    String unit,
    String unitCode) {}
