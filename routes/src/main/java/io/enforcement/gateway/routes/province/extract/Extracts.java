package io.enforcement.gateway.routes.province.extract;

import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.province.store.ActStore.Act;
import io.enforcement.gateway.routes.province.store.ExtractStore;
import io.enforcement.gateway.routes.province.store.ExtractStore.Extract;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/**
 * Extracts: asked for by a person, made page by page in the background. A page and the place that
 * was reached are one transaction, so a death costs nothing but the page, and several processes may
 * run this. Thread-safe.
 */
public class Extracts {

  /** Of so many rows at most. */
  public static final int MOST = 500_000;

  /** So many of a person may wait at a time. */
  static final int WAITING = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Extracts.class);

  private static final int PAGE = 1_000;
  private static final long BYTES = 1L << 30;
  private static final Duration KEPT = Duration.ofDays(7);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StandingActs acts;
  private final ExtractStore store;

  public Extracts(StandingActs acts, ExtractStore store) {
    this.acts = acts;
    this.store = store;
  }

  /**
   * Notes an extract; it is made in the background.
   *
   * @param question one that fits
   * @param counted rows that there are
   * @return empty when three of this person wait already
   */
  public Optional<Extract> ask(Question question, Format format, long counted, String person) {
    return store.ask(
        person,
        JSON.writeValueAsString(question),
        format.name(),
        counted,
        WAITING,
        question.about());
  }

  /** Makes what waits; at rest it only looks. */
  @Scheduled(fixedDelay = 1000)
  void work() {
    try {
      Optional<Extract> due = store.due();
      while (due.isPresent() && !Thread.currentThread().isInterrupted()) {
        step(due.get());
        due = store.due();
      }
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        LOG.warn("extracts cannot go on: {}", Diagnosis.describe(e));
      }
    }
  }

  /** Takes files away whose time is over; at rest it writes nothing. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void expire() {
    try {
      store.expire(KEPT);
    } catch (RuntimeException e) {
      LOG.warn("old extracts cannot be taken away: {}", Diagnosis.describe(e));
    }
  }

  /** One that cannot be made must not keep the others from going on. */
  private void step(Extract extract) {
    try {
      write(extract);
    } catch (RuntimeException e) {
      if (Diagnosis.databaseIsAway(e)) {
        throw e;
      }
      LOG.warn("extract {} cannot be made: {}", extract.id(), Diagnosis.describe(e));
      store.fail(extract.id(), Diagnosis.describe(e));
    }
  }

  /** Writes one page. */
  void write(Extract extract) {
    if (extract.written() >= MOST || extract.bytes() >= BYTES) {
      store.fail(extract.id(), "more than %d rows or %d bytes".formatted(MOST, BYTES));
      return;
    }
    Question question = question(extract);
    List<Act> page = acts.page(question, extract.reached(), PAGE);
    if (page.isEmpty()) {
      store.done(extract.id());
      return;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Act act : page) {
      lines.writeBytes(JSON.writeValueAsBytes(act.values()));
      lines.write('\n');
    }
    store.write(extract, lines.toByteArray(), page.size(), page.get(page.size() - 1).key());
  }

  static Question question(Extract extract) {
    return JSON.readValue(extract.question(), Question.class);
  }
}
