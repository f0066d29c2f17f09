package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.routes.brake.DiskWatch;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.TranslationStore;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.InOrder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Claim, translate, commit: all messages of one sender in one go, or none of them. */
class TranslateRouteTest extends SingleRoute {

  private static final long EPOCH = 7;
  private static final String VIOLATION = "DataIntegrityViolationException";

  private final TranslationStore store = mock();
  private final PartnerCatalog catalog = mock();
  private final ParkedStore parked = mock();
  private final WakeUps wakeUps = mock();
  private final Handover handover = mock();
  private final Node node = mock();
  private final DiskWatch disks = mock();
  private final Map<UUID, MessageState> settled = new LinkedHashMap<>();

  TranslateRouteTest() {
    super(ExchangeTemplates.TRANSLATE, Map.of("partner", "housing"));
  }

  @Override
  Map<String, Object> steps() {
    return Map.of(
        "translation",
        new Translation(store, catalog, StandardValidator.shipped(), node, wakeUps, mock(), disks),
        "registration",
        new Registration(
            store, mock(), mock(), mock(), parked, mock(), mock(), mock(), mock(), wakeUps,
            handover, node, mock(), mock()));
  }

  @BeforeEach
  void committing() {
    when(node.epoch()).thenReturn(EPOCH);
    when(disks.mayBeginWork()).thenReturn(true);
    when(store.commit(eq("housing"), eq(EPOCH), any()))
        .thenAnswer(
            call -> {
              call.<Runnable>getArgument(2).run();
              return true;
            });
    doAnswer(
            call -> {
              settled.putAll(call.<Map<UUID, MessageState>>getArgument(3));
              return Map.of();
            })
        .when(store)
        .write(any(), any(), any(), any());
  }

  @Test
  void claimsOfItsOwnSenderWhateverTheTokenSays() throws Exception {
    open();
    List<ClaimedMessage> claimed = waiting(3);

    template.sendBodyAndHeaders(DOOR, "somebody-else", STEERING);

    InOrder order = inOrder(wakeUps, store);
    order.verify(wakeUps).taken("translate.housing");
    order.verify(store).claim("housing", EPOCH, Translation.BATCH);
    order.verify(store).commit(eq("housing"), eq(EPOCH), any());
    assertThat(settled.keySet()).containsExactlyElementsOf(ids(claimed));
  }

  @Test
  void whileAVolumeIsNearlyFullNothingIsTranslated() throws Exception {
    when(disks.mayBeginWork()).thenReturn(false);
    open();
    waiting(3);

    template.sendBody(DOOR, "token");

    verify(store, never()).claim(any(), anyLong(), anyInt());
    verify(store, never()).commit(any(), anyLong(), any());
  }

  @Test
  void anEmptyClaimCommitsNothing() throws Exception {
    open();
    waiting(0);

    template.sendBody(DOOR, "wake-up");

    verify(store, never()).commit(any(), anyLong(), any());
  }

  @Test
  void aFailureOfTheClaimCommitsNothing() throws Exception {
    open();
    when(store.claim(any(), anyLong(), anyInt())).thenThrow(new QueryTimeoutException("no answer"));

    assertThatThrownBy(() -> template.sendBody(DOOR, "wake-up")).hasRootCauseMessage("no answer");

    verify(store, never()).commit(any(), anyLong(), any());
  }

  @Test
  void aFailureAfterTheClaimIsToldAndCommitsNothing() throws Exception {
    openWithFailureAt("translate-and-check", new IllegalStateException("a step of ours broke"));
    waiting(1);

    assertThatThrownBy(() -> template.sendBody(DOOR, "wake-up"))
        .hasRootCauseMessage("a step of ours broke");

    verify(store, never()).commit(any(), anyLong(), any());
  }

  static Stream<RuntimeException> theStoreIsAway() {
    return Stream.of(
        new QueryTimeoutException("no answer"),
        new DataAccessResourceFailureException("no answer"),
        new CannotCreateTransactionException("no answer"),
        new TransactionSystemException("no answer"));
  }

  /** Once and for all messages: none is to blame, so none is tried alone and none is parked. */
  @ParameterizedTest
  @MethodSource("theStoreIsAway")
  void aFailureToCommitIsToldAndWakesNobody(RuntimeException away) throws Exception {
    open();
    waiting(Translation.BATCH);
    when(store.commit(any(), anyLong(), any())).thenThrow(away);

    assertThatThrownBy(() -> template.sendBody(DOOR, "wake-up")).hasRootCauseMessage("no answer");

    verify(store, times(1)).commit(any(), anyLong(), any());
    verify(wakeUps, never()).wake(any(), any());
  }

  @Test
  void whatBreaksOurTranslatorIsParkedAndWhatIsWrongIsRefused() throws Exception {
    open();
    List<ClaimedMessage> claimed = waiting(3);
    when(catalog.sending(eq("housing"), eq("out-of-service"), any()))
        .thenReturn(
            translatedBy(new IllegalStateException("a bug")),
            translatedBy(new Rejected(List.of(Finding.of("json.syntax", "", null)))),
            translatedBy(new StackOverflowError()));

    template.sendBody(DOOR, "wake-up");

    assertThat(ids(claimed).stream().map(settled::get))
        .containsExactly(MessageState.PARKED, MessageState.REFUSED, MessageState.PARKED);
  }

  @Test
  void oneMessageThatCannotBeCommittedIsParkedAloneAndTheOthersAreKept() throws Exception {
    open();
    List<UUID> claimed = ids(waiting(3));
    AtomicInteger refusals = new AtomicInteger();
    doAnswer(
            call -> {
              Map<UUID, MessageState> states = call.getArgument(3);
              // Together, and then alone; what is written of it in the end is that it is parked.
              if (states.containsKey(claimed.get(1)) && refusals.incrementAndGet() <= 2) {
                throw new DataIntegrityViolationException("a value that no column holds");
              }
              settled.putAll(states);
              return Map.of();
            })
        .when(store)
        .write(any(), any(), any(), any());

    template.sendBody(DOOR, "wake-up");

    assertThat(settled.keySet()).containsExactlyElementsOf(claimed);
    verify(parked).keep(argThat(m -> m.id().equals(claimed.get(1))), eq(VIOLATION), eq(List.of()));
  }

  @Test
  void aFullBatchWakesTheNextWorker() throws Exception {
    open();
    waiting(Translation.BATCH);

    template.sendBody(DOOR, "wake-up");

    verify(wakeUps).wake("translate.housing", "more");
  }

  @Test
  void aClaimThatEndedWithItsWeightWakesTheNextWorker() throws Exception {
    open();
    waiting(2, 0, TranslationStore.BYTES / 2);

    template.sendBody(DOOR, "wake-up");

    verify(wakeUps).wake("translate.housing", "more");
  }

  @Test
  void aClaimThatTookAllWakesNobody() throws Exception {
    open();
    waiting(Translation.BATCH - 1, 0, 1);

    template.sendBody(DOOR, "wake-up");

    verify(wakeUps, never()).wake(any(), any());
  }

  @Test
  void whatAProcessDiedOverComesAloneAndWakesTheNextWorker() throws Exception {
    open();
    waiting(1, 1, 0);

    template.sendBody(DOOR, "wake-up");

    verify(wakeUps).wake("translate.housing", "more");
  }

  private static Optional<Sending> translatedBy(Throwable failure) {
    ToStandard broken =
        (message, context) -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        };
    return Optional.of(
        new Sending(
            "out-of-service", "rest", List.of(), Optional.empty(), Optional.empty(), broken, null));
  }

  private static List<UUID> ids(List<ClaimedMessage> messages) {
    return messages.stream().map(ClaimedMessage::id).toList();
  }

  private List<ClaimedMessage> waiting(int number) {
    return waiting(number, 0, 0);
  }

  /** Of an exchange that is not in service: each will be parked, and needs no translator. */
  private List<ClaimedMessage> waiting(int number, int deaths, int bytes) {
    List<ClaimedMessage> messages = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      messages.add(
          new ClaimedMessage(
              UUID.randomUUID(),
              "housing",
              "out-of-service",
              "key-" + i,
              new byte[32],
              Instant.EPOCH,
              new byte[bytes],
              deaths,
              0));
    }
    when(store.claim("housing", EPOCH, Translation.BATCH)).thenReturn(messages);
    return messages;
  }
}
