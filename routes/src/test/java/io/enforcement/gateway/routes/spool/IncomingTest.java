package io.enforcement.gateway.routes.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file on its way to disk: how much memory it takes, and where it ends. */
class IncomingTest {

  private static final long HUNDRED_MEGABYTES = 100_000_000;
  private static final long ONE_MEGABYTE = 1_000_000;
  private static final ContentDigest ANY = ContentDigest.ofBody("00".repeat(32));

  @TempDir private Path folder;

  @Test
  void takesNoMoreMemoryForALargeFile() throws IOException {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    incoming("warm-up", ONE_MEGABYTE).take(new Zeros(1_000));
    Incoming large = incoming("large", HUNDRED_MEGABYTES);
    InputStream zeros = new Zeros(HUNDRED_MEGABYTES);
    long before = thread.getCurrentThreadAllocatedBytes();

    large.take(zeros);

    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(ONE_MEGABYTE);
    assertThat(large.size()).isEqualTo(HUNDRED_MEGABYTES);
    assertThat(Files.size(folder.resolve("large"))).isEqualTo(HUNDRED_MEGABYTES);
  }

  @Test
  void endsAtTheLimit() {
    Incoming bounded = incoming("bounded", 1_000);

    assertThatThrownBy(() -> bounded.take(new Zeros(1_001))).isInstanceOf(Incoming.TooLarge.class);
  }

  @Test
  void theFirstHalfCountsWhenTheSecondComes() {
    byte[] whole = {1, 2, 3, 4, 5, 6};
    incoming("resumed", 100).take(new ByteArrayInputStream(whole, 0, 3));
    var content = ANY.computation();
    Incoming rest = new Incoming(folder.resolve("resumed"), 100, content, ANY.computation());

    rest.resume();
    rest.take(new ByteArrayInputStream(whole, 3, 3));

    assertThat(rest.size()).isEqualTo(6);
    assertThat(content.digest()).isEqualTo(ANY.computation().digest(whole));
  }

  private Incoming incoming(String name, long limit) {
    return new Incoming(folder.resolve(name), limit, ANY.computation(), ANY.computation());
  }

  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      Arrays.fill(buffer, offset, offset + n, (byte) 0);
      left -= n;
      return n;
    }
  }
}
