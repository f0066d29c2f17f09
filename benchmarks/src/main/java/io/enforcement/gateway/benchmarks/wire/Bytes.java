package io.enforcement.gateway.benchmarks.wire;

import java.util.Arrays;

/** Plain work on byte arrays. */
public final class Bytes {

  private Bytes() {}

  /** Both after each other. */
  public static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Where {@code part} begins in {@code whole}, or -1. */
  public static int indexOf(byte[] whole, byte[] part) {
    for (int i = 0; i <= whole.length - part.length; i++) {
      if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  /** The decimal number that stands in {@code bytes} from {@code at}, ended by any other byte. */
  public static int number(byte[] bytes, int at) {
    int value = 0;
    for (int i = at; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }
}
