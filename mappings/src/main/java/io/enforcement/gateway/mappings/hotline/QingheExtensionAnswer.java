package io.enforcement.gateway.mappings.hotline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Message type 30 of Qinghe, the answer to a request for more time; every value may be absent. */
record QingheExtensionAnswer(
    @JsonProperty("MSG_TYPE") String msgType,
    @JsonProperty("SERIAL") String serial,
    @JsonProperty("ORDER_ID") String orderId,
    @JsonProperty("SUB_ORDER_ID") String subOrderId,
    @JsonProperty("DISPATCH_NUM") Integer dispatchNum,
    @JsonProperty("APPLY_KEY") String applyKey,
    @JsonProperty("DELAY_DAYS") Integer delayDays,
    @JsonProperty("DELAY_REASON") String delayReason,
    @JsonProperty("DELAY_STATE") String delayState,
    @JsonProperty("AUDIT_OPINION") String auditOpinion,
    @JsonProperty("AUDIT_TIME") String auditTime,
    @JsonProperty("DELAY_DEADLINE_DATE") String delayDeadlineDate,
    @JsonProperty("ORG_NAME") String orgName,
    @JsonProperty("ORG_CODE") String orgCode,
    @JsonProperty("ORG_AREA") String orgArea) {}
