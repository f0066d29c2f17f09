package io.enforcement.gateway.routes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Commits are shared, faults are not. */
@Timeout(30)
class GroupCommitTest {

  /** Each writer can be kept busy, so that what follows has to share. */
  private static final int WRITERS = 2;

  private static final Executor CALLERS = task -> new Thread(task, "caller").start();

  private final List<List<String>> written = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(WRITERS);
  private final CountDownLatch free = new CountDownLatch(1);

  @Test
  void whatArrivesMeanwhileSharesTheNextCommitAndEachGetsItsOwnAnswer() {
    List<CompletableFuture<String>> answers = crowd("abc", group -> upperCase(group));

    assertThat(answers).extracting(CompletableFuture::join).containsExactly("A", "B", "C");
    assertThat(written).hasSizeLessThan(3);
  }

  @Test
  void oneBadItemFailsAlone() {
    List<CompletableFuture<String>> answers =
        crowd(
            "abc",
            group -> {
              if (group.contains("b")) {
                throw new DataIntegrityViolationException("b");
              }
              return upperCase(group);
            });

    assertThat(answers.get(0).join()).isEqualTo("A");
    assertThat(answers.get(2).join()).isEqualTo("C");
    assertThatThrownBy(answers.get(1)::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aLostDatabaseIsNotAskedOnceForEach() {
    List<CompletableFuture<String>> answers =
        crowd(
            "abc",
            group -> {
              throw new DataAccessResourceFailureException("away");
            });

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThatThrownBy(answer::join)
                    .hasCauseInstanceOf(DataAccessResourceFailureException.class));
    assertThat(written.stream().flatMap(List::stream).filter("abc"::contains))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  /** Commits each letter from a caller of its own while all writers are busy. */
  private List<CompletableFuture<String>> crowd(
      String letters, Function<List<String>, List<String>> write) {
    try (GroupCommit<String, String> commits =
        new GroupCommit<>(
            "test-commit", group -> group.contains("busy") ? busy(group) : record(group, write))) {
      for (int i = 0; i < WRITERS; i++) {
        CompletableFuture.supplyAsync(() -> commits.commit("busy"), CALLERS);
        awaitBegun(i + 1);
      }
      List<CompletableFuture<String>> answers = new ArrayList<>();
      letters
          .chars()
          .mapToObj(letter -> String.valueOf((char) letter))
          .forEach(
              each ->
                  answers.add(CompletableFuture.supplyAsync(() -> commits.commit(each), CALLERS)));
      while (commits.waiting() < letters.length()) {
        Thread.onSpinWait();
      }
      free.countDown();
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
          .exceptionally(e -> null)
          .join();
      return answers;
    }
  }

  private void awaitBegun(int writers) {
    while (begun.getCount() > WRITERS - writers) {
      Thread.onSpinWait();
    }
  }

  private List<String> busy(List<String> group) {
    begun.countDown();
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return group;
  }

  private List<String> record(List<String> group, Function<List<String>, List<String>> write) {
    written.add(group);
    return write.apply(group);
  }

  private static List<String> upperCase(List<String> group) {
    return group.stream().map(String::toUpperCase).toList();
  }
}
