package io.enforcement.gateway.routes.audit.tree;

import java.util.Arrays;
import java.util.List;

/**
 * Checks proofs by the words of RFC 9162 (2.1.3.2, 2.1.4.2), which are not those that made them.
 */
public final class ProofCheck {

  private ProofCheck() {}

  public static boolean included(
      TreeHash hash, byte[] leaf, long position, long size, List<byte[]> path, byte[] root) {
    if (position >= size) {
      return false;
    }
    long fn = position;
    long sn = size - 1;
    byte[] r = leaf;
    for (byte[] p : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = hash.node(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = hash.node(r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(r, root);
  }

  public static boolean continues(
      TreeHash hash, long first, byte[] root1, long second, byte[] root2, List<byte[]> proof) {
    if (first == second) {
      return proof.isEmpty() && Arrays.equals(root1, root2);
    }
    if (proof.isEmpty()) {
      return false;
    }
    boolean whole = Long.bitCount(first) == 1;
    byte[] fr = whole ? root1 : proof.get(0);
    byte[] sr = fr;
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    for (byte[] c : proof.subList(whole ? 0 : 1, proof.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = hash.node(c, fr);
        sr = hash.node(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = hash.node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(fr, root1) && Arrays.equals(sr, root2);
  }
}
