package io.enforcement.gateway.mappings.citymanagement;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** The receipt file, with Chinese field names because clerks read it. */
@JsonPropertyOrder({"文件名", "报文编号", "摘要", "接收时间", "结果", "接收条数", "重复条数", "退回条数", "退回明细", "提示明细"})
record ReceiptFile(
    @JsonProperty("文件名") String file,
    @JsonProperty("报文编号") String message,
    @JsonProperty("摘要") String digest,
    @JsonProperty("接收时间") String receivedAt,
    @JsonProperty("结果") String outcome,
    @JsonProperty("接收条数") int accepted,
    @JsonProperty("重复条数") int duplicate,
    @JsonProperty("退回条数") int refused,
    @JsonProperty("退回明细") List<Entry> refusals,
    @JsonProperty("提示明细") List<Entry> warnings) {

  /** One finding; several may name one row. */
  @JsonPropertyOrder({"行号", "字段", "规则", "问题", "值的情况", "要求", "处理办法"})
  record Entry(
      @JsonProperty("行号") int row,
      @JsonProperty("字段") String field,
      @JsonProperty("规则") String rule,
      @JsonProperty("问题") String title,
      @JsonProperty("值的情况") String valueClass,
      @JsonProperty("要求") String expected,
      @JsonProperty("处理办法") String fix) {}
}
