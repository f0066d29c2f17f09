package io.enforcement.gateway.mappings.housing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** 执法机关 as it stands in each message of the housing bureau. */
record HousingBody(
    @JsonProperty("名称") String name,
    @JsonProperty("统一社会信用代码") String uscc,
    @JsonProperty("区划") String division) {}
