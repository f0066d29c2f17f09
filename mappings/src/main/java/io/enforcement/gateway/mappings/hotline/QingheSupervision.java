package io.enforcement.gateway.mappings.hotline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Message type 20 of Qinghe, an order urged or supervised; every value may be absent. */
record QingheSupervision(
    @JsonProperty("MSG_TYPE") String msgType,
    @JsonProperty("SERIAL") String serial,
    @JsonProperty("ORDER_ID") String orderId,
    @JsonProperty("SUB_ORDER_ID") String subOrderId,
    @JsonProperty("DISPATCH_NUM") Integer dispatchNum,
    @JsonProperty("DISPATCH_TIME") String dispatchTime,
    @JsonProperty("SUPERVISE_ID") String superviseId,
    @JsonProperty("SUPERVISE_TYPE") String superviseType,
    @JsonProperty("SUPERVISE_STATE") String superviseState,
    @JsonProperty("SUPERVISE_ORG") String superviseOrg,
    @JsonProperty("SUPERVISE_ORG_CODE") String superviseOrgCode,
    @JsonProperty("SUPERVISE_TIME") String superviseTime,
    @JsonProperty("SUPERVISE_REASON") String superviseReason,
    @JsonProperty("SUPERVISE_DEMAND") String superviseDemand,
    @JsonProperty("ANSWER_HOURS") Integer answerHours,
    @JsonProperty("ANSWER_DATE") String answerDate,
    @JsonProperty("ORG_NAME") String orgName,
    @JsonProperty("ORG_CODE") String orgCode,
    @JsonProperty("ORG_AREA") String orgArea) {}
