package io.enforcement.gateway.mappings.hotline;

/** {@code DELAY_ANSWER} of Yunling; every value may be absent. */
record YunlingExtensionAnswer(
    String msgType,
    String orderNo,
    String localNo,
    Integer round,
    String applyKey,
    Integer delayDays,
    String delayReason,
    Boolean agree,
    String opinion,
    String answerTime,
    String newDeadline,
    String unit,
    String unitCode) {}
