package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.Reception;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a partner left is fetched again and again, whatever happened the last time. */
class PollRouteTest extends SingleRoute {

  private final PartnerCatalog catalog = mock();
  private final Connections connections = mock();
  private final IntakeDoor door = mock();
  private final Folder folder = new Folder();

  PollRouteTest() {
    super(
        ExchangeTemplates.POLL, Map.of("partner", "city", "exchange", "decisions", "period", "10"));
  }

  /** A partner's folder with one file in it, and now and then no way to it. */
  private static final class Folder implements Source {

    private final AtomicInteger looks = new AtomicInteger();
    private volatile Exception trouble;
    private volatile Verdict verdict;

    @Override
    public int poll(int limit, Taker taker) throws Unreachable {
      looks.incrementAndGet();
      if (trouble instanceof Unreachable away) {
        throw away;
      }
      if (trouble instanceof RuntimeException broken) {
        throw broken;
      }
      verdict = taker.take(new Item("decisions.csv", new byte[] {1}));
      return 1;
    }

    @Override
    public void close() {}
  }

  @Override
  Map<String, Object> steps() {
    return Map.of("polling", new Polling(catalog, connections, door));
  }

  @BeforeEach
  void fill() {
    ConnectorSettings settings = new ConnectorSettings("city", Map.of(), name -> null);
    Sending sending =
        new Sending(
            "decisions",
            "sftp",
            List.of("text/csv"),
            Optional.empty(),
            Optional.empty(),
            null,
            settings);
    when(catalog.sending("city", "decisions")).thenReturn(Optional.of(sending));
    when(connections.source("city", "decisions")).thenReturn(folder);
  }

  @ParameterizedTest
  @CsvSource({"KEPT, TAKEN", "DUPLICATE, TAKEN", "CONFLICT, CONFLICT"})
  void anItemEntersByTheDoorUnderItsOwnName(Reception.Kind kind, Source.Verdict verdict)
      throws Exception {
    open();
    answers(kind);

    template.sendBody(DOOR, "tick");

    assertThat(folder.verdict).isEqualTo(verdict);
  }

  @Test
  void anItemThatWasNotKeptIsNotTaken() throws Exception {
    open();
    when(door.enter(any())).thenThrow(new IllegalStateException("a step of ours broke"));

    assertThatThrownBy(() -> template.sendBody(DOOR, "tick"))
        .hasRootCauseMessage("a step of ours broke");

    assertThat(folder.verdict).isNull();
  }

  static Stream<RuntimeException> theStoreIsAway() {
    return Stream.of(
        new DataAccessResourceFailureException("disk is gone"),
        new QueryTimeoutException("no answer"),
        new CannotCreateTransactionException("nobody lets us in"),
        new TransactionSystemException("lost on the way"));
  }

  /** Nobody counts it as the item's failure. */
  @ParameterizedTest
  @MethodSource("theStoreIsAway")
  void anItemIsLeftForLaterWhileTheStoreIsAway(RuntimeException away) throws Exception {
    open();
    when(door.enter(any())).thenThrow(away);

    template.sendBody(DOOR, "tick");

    assertThat(folder.verdict).isEqualTo(Source.Verdict.LATER);
  }

  @Test
  void anItemThatMayNotBeKeptIsPutAsideAsRefused() throws Exception {
    open();
    when(door.enter(any())).thenThrow(new Rejected(List.of(Finding.of("json.syntax", "", null))));

    template.sendBody(DOOR, "tick");

    assertThat(folder.verdict).isEqualTo(Source.Verdict.REFUSED);
  }

  /** By its own clock: a failure of one look is no reason never to look again. */
  @Test
  void looksAgainAfterAFailure() throws Exception {
    answers(Reception.Kind.KEPT);
    folder.trouble = new IllegalStateException("a step of ours broke");
    context.start();
    await().until(() -> folder.looks.get() > 1);

    folder.trouble = new Source.Unreachable("no route", null);
    int failed = folder.looks.get();
    await().until(() -> folder.looks.get() > failed + 1);
    folder.trouble = null;

    await().untilAsserted(() -> assertThat(folder.verdict).isEqualTo(Source.Verdict.TAKEN));
  }

  private void answers(Reception.Kind kind) {
    Arrival file =
        new Arrival("city", "decisions", "sftp", "decisions.csv", null, "text/csv", new byte[] {1});
    when(door.enter(any()))
        .thenAnswer(
            call -> {
              assertThat((Arrival) call.getArgument(0)).usingRecursiveComparison().isEqualTo(file);
              return new Reception(
                  kind, UUID.randomUUID(), "city", "decisions", new byte[32], Instant.EPOCH);
            });
  }
}
