package io.enforcement.gateway.mappings.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.RevocationKind;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataOnlyFromStandardTest {

  private static final Context CONTEXT = new Context("key-1", Instant.EPOCH, null);
  private static final Map<String, String> FILES =
      Map.of("kind.csv", "from,to\nREVOKED,撤销\nCHANGED,变更\n");
  private static final String MAPPING =
      """
      import "gateway" as gw
      {"类型": .recordType, "方式": gw:code("kind", .kind, "kind"), "原因": .reason, "编号": $context.key}
      """;

  @Test
  void writesTheRecordAsTheMappingSays() {
    assertThat(write(RevocationKind.REVOKED))
        .isEqualTo("{\"类型\":\"Revocation\",\"方式\":\"撤销\",\"原因\":\"𠮷\",\"编号\":\"key-1\"}");
  }

  @Test
  void refusesACodeThatThePartnerHasNot() {
    assertThatThrownBy(() -> write(RevocationKind.VOID))
        .isInstanceOfSatisfying(
            Rejected.class,
            e -> {
              assertThat(e.findings()).hasSize(1);
              assertThat(e.findings().get(0).rule()).isEqualTo("mapping.code");
              assertThat(e.findings().get(0).path()).isEqualTo("kind");
            });
  }

  private static String write(RevocationKind kind) {
    Revocation revocation = new Revocation();
    revocation.setKind(kind);
    revocation.setReason("𠮷");
    byte[] bytes =
        DataOnlyFromStandard.of(MAPPING, Map.of(), FILES::get).fromStandard(revocation, CONTEXT);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
