package io.enforcement.gateway.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

  @Test
  void takesTheMiddleOne() {
    assertThat(Medians.of(List.of(9.0, 1.0, 3.0))).isEqualTo(3.0);
  }

  @Test
  void takesTheMeanOfTheMiddleTwo() {
    assertThat(Medians.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3.0);
  }

  @Test
  void comparesFiguresOfTheSamePass() {
    assertThat(Medians.ofRatios(List.of(10.0, 30.0, 10.0), List.of(10.0, 10.0, 5.0)))
        .isEqualTo(2.0);
  }

  @Test
  void saysHowSureARangeIs() {
    assertThat(Medians.confidenceOfRange(7)).isEqualTo(0.984375);
  }
}
