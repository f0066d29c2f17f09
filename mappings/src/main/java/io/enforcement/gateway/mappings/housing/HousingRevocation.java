package io.enforcement.gateway.mappings.housing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** 撤销、变更、确认违法或者无效 of an earlier decision; every value may be absent. */
record HousingRevocation(
    @JsonProperty("主键") String key,
    @JsonProperty("操作") String operation,
    @JsonProperty("版本") Integer revision,
    @JsonProperty("更新时间") String updatedAt,
    @JsonProperty("执法机关") HousingBody body,
    @JsonProperty("原决定书文号") String number,
    @JsonProperty("撤销方式") String kind,
    @JsonProperty("撤销文书号") String revocationNumber,
    @JsonProperty("撤销日期") String date,
    @JsonProperty("理由") String reason) {}
