package io.enforcement.gateway.routes.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Lets callers share a commit: what arrives while one is under way goes into the next. A lone
 * caller commits at once, nobody waits for company. Thread-safe; {@link #close} refuses new work
 * and lets what is under way end.
 *
 * @param <T> what a caller brings
 * @param <R> what it gets back after the commit
 */
final class GroupCommit<T, R> implements AutoCloseable {

  /** While one commit waits for the disk the other is prepared. */
  private static final int WRITERS = 2;

  private static final int MOST = 64;

  private final BlockingQueue<Waiting<T, R>> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService writers;
  private final Function<List<T>, List<R>> write;

  private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

  /**
   * @param write commits these together and answers in their order; when it says that the data is
   *     at fault, each is tried alone, so that one bad item does not fail its company. Any other
   *     failure is everybody's: what is known of the commit is nothing, and a lost database must
   *     not be asked once for each
   */
  GroupCommit(String name, Function<List<T>, List<R>> write) {
    this.write = write;
    this.writers =
        Executors.newFixedThreadPool(
            WRITERS,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Returns after the commit.
   *
   * @throws RuntimeException what the writing threw
   */
  R commit(T item) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    waiting.add(new Waiting<>(item, answer));
    writers.execute(this::writeWaiting);
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** How many wait for a commit that has not begun. */
  int waiting() {
    return waiting.size();
  }

  private void writeWaiting() {
    List<Waiting<T, R>> group = new ArrayList<>();
    waiting.drainTo(group, MOST);
    if (!group.isEmpty()) {
      write(group);
    }
  }

  private void write(List<Waiting<T, R>> group) {
    try {
      List<R> answers = write.apply(group.stream().map(Waiting::item).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException | Error e) {
      if (group.size() > 1 && e instanceof DataIntegrityViolationException) {
        group.forEach(each -> write(List.of(each)));
      } else {
        group.forEach(each -> each.answer().completeExceptionally(e));
      }
    }
  }

  @Override
  public void close() {
    writers.shutdown();
  }
}
