package io.enforcement.gateway.routes.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What depends on the moment is not compared, everything else is. */
class LikenessTest {

  private static final List<byte[]> MOMENTS =
      List.of(json("2026-11-22", "甲"), json("2031-05-07", "甲"));

  @Test
  void anotherMomentIsNoDifference() {
    assertThat(Likeness.of(MOMENTS, json("2027-01-01", "甲")).alike()).isTrue();
  }

  @Test
  void anotherValueIsNamedByItsPlaceAndNotShown() {
    Likeness likeness = Likeness.of(MOMENTS, json("2027-01-01", "somebody"));

    assertThat(likeness.alike()).isFalse();
    assertThat(likeness.place()).contains("name").doesNotContain("somebody");
  }

  @Test
  void whatIsMissingIsADifference() {
    assertThat(Likeness.of(MOMENTS, "{\"at\":\"2027-01-01\"}".getBytes(UTF_8)).alike()).isFalse();
  }

  @Test
  void aTableIsComparedCellByCell() {
    List<byte[]> table = List.of("a,b\n1,x\n".getBytes(UTF_8), "a,b\n2,x\n".getBytes(UTF_8));

    assertThat(Likeness.of(table, "a,b\n3,x\n".getBytes(UTF_8)).alike()).isTrue();
    assertThat(Likeness.of(table, "a,b\n3,y\n".getBytes(UTF_8)).alike()).isFalse();
  }

  @Test
  void anEnvelopeMayDressADocument() {
    List<byte[]> bare =
        List.of("<a><b>1</b></a>".getBytes(UTF_8), "<a><b>1</b></a>".getBytes(UTF_8));
    String dressed = "<?xml version=\"1.0\"?><p:a xmlns:p=\"urn:x\"><p:b>%s</p:b></p:a>";

    assertThat(Likeness.of(bare, dressed.formatted("1").getBytes(UTF_8)).alike()).isTrue();
    assertThat(Likeness.of(bare, dressed.formatted("2").getBytes(UTF_8)).alike()).isFalse();
  }

  private static byte[] json(String at, String name) {
    return "{\"at\":\"%s\",\"name\":\"%s\"}".formatted(at, name).getBytes(UTF_8);
  }
}
