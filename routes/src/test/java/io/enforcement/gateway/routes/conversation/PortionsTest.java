package io.enforcement.gateway.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is carried at once weighs no more than can be carried. */
class PortionsTest {

  @Test
  void a_portion_ends_before_it_weighs_too_much() {
    assertThat(Portions.of(List.of(3, 4, 3, 1), Integer::longValue, 7))
        .containsExactly(List.of(3, 4), List.of(3, 1));
  }

  @Test
  void what_weighs_too_much_alone_goes_alone() {
    assertThat(Portions.of(List.of(9, 1, 9), Integer::longValue, 7))
        .containsExactly(List.of(9), List.of(1), List.of(9));
  }

  @Test
  void nothing_is_left_behind() {
    assertThat(Portions.of(List.<Integer>of(), Integer::longValue, 7)).isEmpty();
    assertThat(Portions.of(List.of(0, 0), Integer::longValue, 7)).containsExactly(List.of(0, 0));
  }
}
