package io.enforcement.gateway.routes.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the reference vectors of certificate transparency, and against the RFC's own words. */
class MerkleTreeTest {

  private static final HexFormat HEX = HexFormat.of();

  /** The leaves of the reference tests. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final String[] ROOTS = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  };

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4", "5", "6", "7", "8"})
  void hasTheReferenceRoots(int size) {
    KeptHashes kept = new KeptHashes();
    GrowingTree tree = grow(TreeHash.SHA_256, kept, reference(size));

    assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS[size]);
    assertThat(HEX.formatHex(new MerkleTree(TreeHash.SHA_256, kept, size).root()))
        .isEqualTo(ROOTS[size]);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, ''",
    "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void givesTheReferenceInclusionProofs(long position, int size, String proof) {
    assertThat(hex(referenceTree(size).inclusion(position))).isEqualTo(proof);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, ''",
    "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void givesTheReferenceConsistencyProofs(long earlier, int size, String proof) {
    assertThat(hex(referenceTree(size).consistency(earlier))).isEqualTo(proof);
  }

  @ParameterizedTest
  @EnumSource(TreeHash.class)
  void everyProofHoldsAtEverySizeAndForNothingElse(TreeHash hash) {
    List<byte[]> leaves = random(600);
    List<byte[]> roots = new ArrayList<>(List.of(hash.empty()));
    KeptHashes kept = new KeptHashes();
    GrowingTree tree = new GrowingTree(hash);
    for (byte[] leaf : leaves) {
      append(tree, kept, hash.leaf(leaf));
      roots.add(tree.root());
      assertThat(new GrowingTree(hash, kept, tree.size()).root()).isEqualTo(tree.root());
    }
    Random random = new Random(1);
    for (int size = 1; size <= leaves.size(); size++) {
      MerkleTree at = new MerkleTree(hash, kept, size);
      assertThat(at.root()).isEqualTo(roots.get(size));
      int position = random.nextInt(size);
      List<byte[]> path = at.inclusion(position);
      byte[] leaf = hash.leaf(leaves.get(position));
      assertThat(ProofCheck.included(hash, leaf, position, size, path, roots.get(size))).isTrue();
      assertThat(ProofCheck.included(hash, leaf, position ^ 1, size, path, roots.get(size)))
          .isEqualTo(size == 1 && position == 0 && (position ^ 1) == 0);
      int earlier = 1 + random.nextInt(size);
      List<byte[]> proof = at.consistency(earlier);
      assertThat(
              ProofCheck.continues(hash, earlier, roots.get(earlier), size, roots.get(size), proof))
          .isTrue();
      if (earlier < size) {
        assertThat(
                ProofCheck.continues(
                    hash, earlier, roots.get(earlier - 1), size, roots.get(size), proof))
            .isFalse();
      }
    }
  }

  @Test
  void aProofReadsTwoPiecesPerLevel() {
    KeptHashes kept = new KeptHashes();
    GrowingTree tree = grow(TreeHash.SHA_256, kept, random(200_000));
    int before = kept.questions();

    List<byte[]> path = new MerkleTree(TreeHash.SHA_256, kept, tree.size()).inclusion(77_777);

    assertThat(path).hasSize(18);
    assertThat(kept.questions() - before).isLessThanOrEqualTo(6); // three levels are kept
  }

  private static MerkleTree referenceTree(int size) {
    KeptHashes kept = new KeptHashes();
    grow(TreeHash.SHA_256, kept, reference(size));
    return new MerkleTree(TreeHash.SHA_256, kept, size);
  }

  private static List<byte[]> reference(int size) {
    return LEAVES.stream().limit(size).map(HEX::parseHex).toList();
  }

  private static List<byte[]> random(int size) {
    Random random = new Random(size);
    return Stream.generate(
            () -> {
              byte[] leaf = new byte[8];
              random.nextBytes(leaf);
              return leaf;
            })
        .limit(size)
        .toList();
  }

  private static GrowingTree grow(TreeHash hash, KeptHashes kept, List<byte[]> leaves) {
    GrowingTree tree = new GrowingTree(hash);
    leaves.forEach(leaf -> append(tree, kept, hash.leaf(leaf)));
    return tree;
  }

  private static void append(GrowingTree tree, KeptHashes kept, byte[] leaf) {
    kept.leaf(leaf);
    tree.append(leaf).forEach(kept::keep);
  }

  private static String hex(List<byte[]> hashes) {
    return String.join(" ", hashes.stream().map(HEX::formatHex).toList());
  }
}
