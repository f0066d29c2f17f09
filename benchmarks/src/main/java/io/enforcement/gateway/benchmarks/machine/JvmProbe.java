package io.enforcement.gateway.benchmarks.machine;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Looks into a running JVM of ours over the local management agent: CPU by thread and heap. Public
 * interfaces of the JDK only; the looking itself costs the other side a few milliseconds.
 */
public final class JvmProbe implements AutoCloseable {

  private static final long SAMPLE_MILLIS = 200;

  private final JMXConnector connector;
  private final ThreadMXBean threads;
  private final MemoryMXBean memory;
  private final CompilationMXBean compilers;
  private final AtomicLong peakHeap = new AtomicLong();
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "heap-sampler");
            thread.setDaemon(true);
            return thread;
          });

  private JvmProbe(JMXConnector connector) throws IOException {
    this.connector = connector;
    var server = connector.getMBeanServerConnection();
    threads =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    memory =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    compilers =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.COMPILATION_MXBEAN_NAME, CompilationMXBean.class);
    sampler.scheduleWithFixedDelay(
        this::sample, SAMPLE_MILLIS, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Attaches to a process of the same user. */
  public static JvmProbe attach(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
        return new JvmProbe(JMXConnectorFactory.connect(address));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("the JVM cannot be looked into", e);
    }
  }

  private void sample() {
    try {
      long used = memory.getHeapMemoryUsage().getUsed();
      peakHeap.accumulateAndGet(used, Math::max);
    } catch (RuntimeException jvmEnded) {
      sampler.shutdown();
    }
  }

  /** The most heap seen in use since the last call, in bytes. */
  public long peakHeapSinceLastCall() {
    sample();
    return peakHeap.getAndSet(0);
  }

  /** How long the just-in-time compilers have been at work so far. */
  public Duration compiling() {
    return Duration.ofMillis(compilers.getTotalCompilationTime());
  }

  /** Milliseconds of CPU by name of the living threads; threads of one name are added up. */
  public Map<String, Double> cpuMillisByThread() {
    long[] ids = threads.getAllThreadIds();
    long[] nanos = threads.getThreadCpuTime(ids);
    ThreadInfo[] infos = threads.getThreadInfo(ids);
    Map<String, Double> byName = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (infos[i] != null && nanos[i] > 0) {
        byName.merge(infos[i].getThreadName(), nanos[i] / 1e6, Double::sum);
      }
    }
    return byName;
  }

  @Override
  public void close() throws IOException {
    sampler.shutdownNow();
    connector.close();
  }
}
