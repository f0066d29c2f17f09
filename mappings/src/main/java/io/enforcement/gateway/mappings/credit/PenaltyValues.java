package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** 处罚: what a row says of the penalties that bind its party. */
final class PenaltyValues {

  private static final CodeTable NAMES = CodeTable.of("penalty-type");
  private static final Set<String> FINE = Set.of("03");
  private static final Set<String> CONFISCATION = Set.of("04", "05");
  private static final Set<String> LICENCE = Set.of("06", "08");
  private static final String OTHER = "99";
  private static final String WORD_OTHER = "其他";
  // 万元 in the amount columns.
  private static final int TEN_THOUSAND = 4;

  private PenaltyValues() {}

  static void put(
      PenaltyDecision decision,
      Party party,
      PartnerCodes codes,
      Map<String, Object> values,
      String path,
      Reading reading) {
    List<Penalty> penalties =
        decision.getPenalties().stream().filter(p -> binds(p, party.getNo())).toList();
    if (penalties.isEmpty()) {
      reading.refuse("credit.party-without-penalty", path + "CF_CFLB", "no penalty");
    }
    List<String> kinds =
        penalties.stream().map(p -> kind(p, codes, path, reading)).distinct().toList();
    values.put("CF_CFLB", join(kinds, ";"));
    // The layout of 2015 has two columns: the first kind, and whatever there is besides.
    values.put("CF_CFLB1", join(kinds.stream().limit(1).toList(), ";"));
    values.put("CF_CFLB2", join(kinds.stream().skip(1).toList(), ";"));
    values.put("CF_NR", join(penalties.stream().map(PenaltyValues::words).toList(), ","));
    values.put("CF_NR_FK", tenThousands(penalties, FINE));
    values.put("CF_NR_WFFF", tenThousands(penalties, CONFISCATION));
    values.put("CF_NR_ZKDX", licences(penalties));
  }

  private static boolean binds(Penalty penalty, int party) {
    return penalty.getPartyNos().isEmpty() || penalty.getPartyNos().contains(party);
  }

  private static String kind(Penalty penalty, PartnerCodes codes, String path, Reading reading) {
    String kind = reading.code(codes, penalty.getType(), path + "CF_CFLB");
    // 其他 without a word of explanation is sent back by the platform.
    return WORD_OTHER.equals(kind) && penalty.getDescription() != null
        ? kind + "-" + penalty.getDescription()
        : kind;
  }

  /** The penalty in words, amounts in 元 as the column wants them. */
  private static String words(Penalty penalty) {
    StringBuilder words = new StringBuilder();
    boolean told = OTHER.equals(penalty.getType()) && penalty.getDescription() != null;
    words.append(told ? penalty.getDescription() : NAMES.display(penalty.getType()).orElse("其他"));
    if (penalty.getLicence() != null) {
      words.append('(').append(penalty.getLicence()).append(')');
    }
    if (penalty.getAmount() != null) {
      words.append(yuan(penalty.getAmount())).append('元');
    }
    if (penalty.getDays() != null) {
      words.append(penalty.getDays()).append('日');
    }
    return words.toString();
  }

  private static String yuan(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  /** The sum in 万元 with six decimals, null when nothing was imposed. */
  private static BigDecimal tenThousands(List<Penalty> penalties, Set<String> types) {
    return penalties.stream()
        .filter(p -> types.contains(p.getType()))
        .map(Penalty::getAmount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .map(sum -> sum.movePointLeft(TEN_THOUSAND).setScale(6))
        .orElse(null);
  }

  private static String licences(List<Penalty> penalties) {
    return join(
        penalties.stream()
            .filter(p -> LICENCE.contains(p.getType()))
            .map(Penalty::getLicence)
            .filter(Objects::nonNull)
            .toList(),
        ";");
  }

  private static String join(List<String> words, String separator) {
    return words.isEmpty()
        ? null
        : words.stream().filter(Objects::nonNull).collect(Collectors.joining(separator));
  }
}
