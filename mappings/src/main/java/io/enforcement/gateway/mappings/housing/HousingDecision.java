package io.enforcement.gateway.mappings.housing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** 行政处罚决定 as the housing bureau's case system writes it; every value may be absent. */
record HousingDecision(
    @JsonProperty("主键") String key,
    @JsonProperty("操作") String operation,
    @JsonProperty("版本") Integer revision,
    @JsonProperty("更新时间") String updatedAt,
    @JsonProperty("案件") Case caseOf,
    @JsonProperty("执法机关") HousingBody body,
    @JsonProperty("决定书文号") String number,
    @JsonProperty("决定日期") String date,
    @JsonProperty("程序") String procedure,
    @JsonProperty("当事人") List<PartyOf> parties,
    @JsonProperty("执法人员") List<OfficerOf> officers,
    @JsonProperty("违法行为") String act,
    @JsonProperty("违法事实") String facts,
    @JsonProperty("违反条款") List<Basis> violated,
    @JsonProperty("处罚依据") List<Basis> accords,
    @JsonProperty("处罚") List<PenaltyOf> penalties,
    @JsonProperty("处罚结果") String result,
    @JsonProperty("裁量") DiscretionOf discretion,
    @JsonProperty("法制审核") Review review,
    @JsonProperty("集体讨论日期") String discussedOn,
    @JsonProperty("听证") String hearing,
    @JsonProperty("涉嫌犯罪") String suspectedCrime,
    @JsonProperty("重大案件") String majorCase,
    @JsonProperty("不予公开") String restricted,
    @JsonProperty("处罚有效期") String validUntil,
    @JsonProperty("公示截止期") String publishUntil,
    @JsonProperty("备注") String remark) {

  record Case(
      @JsonProperty("案号") String number,
      @JsonProperty("来源") String source,
      @JsonProperty("监管事项编码") String item,
      @JsonProperty("检查行为编号") String inspection,
      @JsonProperty("立案日期") String filedOn) {}

  record PartyOf(
      @JsonProperty("序号") Integer no,
      @JsonProperty("类别") String kind,
      @JsonProperty("名称") String name,
      @JsonProperty("统一社会信用代码") String uscc,
      @JsonProperty("证件类型") String certificateType,
      @JsonProperty("证件号码") String certificateNumber,
      @JsonProperty("法定代表人") String representative,
      @JsonProperty("法定代表人证件类型") String representativeCertificateType,
      @JsonProperty("法定代表人证件号码") String representativeCertificateNumber,
      @JsonProperty("住所") String address,
      @JsonProperty("未成年人") String minor) {}

  record OfficerOf(@JsonProperty("姓名") String name, @JsonProperty("执法证号") String certificate) {}

  record Basis(
      @JsonProperty("法律") String law,
      @JsonProperty("条款") String provision,
      @JsonProperty("内容") String content) {}

  record PenaltyOf(
      @JsonProperty("种类") String type,
      @JsonProperty("金额") BigDecimal amount,
      @JsonProperty("单位") String unit,
      @JsonProperty("证照") String licence,
      @JsonProperty("发证机关") HousingBody licenceOrgan,
      @JsonProperty("天数") Integer days,
      @JsonProperty("说明") String description,
      @JsonProperty("当事人序号") List<Integer> parties) {}

  record DiscretionOf(
      @JsonProperty("情节") String plot,
      @JsonProperty("基准") String standard,
      @JsonProperty("理由") String reason) {}

  record Review(
      @JsonProperty("通过") String passed,
      @JsonProperty("日期") String date,
      @JsonProperty("意见") String opinion) {}
}
