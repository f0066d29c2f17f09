package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.routes.store.TranslationStore;
import io.enforcement.gateway.standards.rules.StandardValidator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.dao.QueryTimeoutException;

/** Claim, translate, commit: all messages of one sender in one go, or none of them. */
class TranslateRouteTest extends SingleRoute {

  private static final long EPOCH = 7;

  private final TranslationStore store = mock();
  private final PartnerCatalog catalog = mock();
  private final WakeUps wakeUps = mock();
  private final Node node = mock();
  private final List<UUID> settled = new ArrayList<>();

  TranslateRouteTest() {
    super(ExchangeTemplates.TRANSLATE, Map.of("partner", "housing"));
  }

  @Override
  Map<String, Object> steps() {
    return Map.of(
        "translation",
        new Translation(store, catalog, StandardValidator.shipped(), node, wakeUps, mock()),
        "registration",
        new Registration(
            store, mock(), mock(), mock(), mock(), mock(), mock(), mock(), mock(), wakeUps, node));
  }

  @BeforeEach
  void committing() {
    when(node.epoch()).thenReturn(EPOCH);
    when(store.commit(eq("housing"), eq(EPOCH), any()))
        .thenAnswer(
            call -> {
              call.<Runnable>getArgument(2).run();
              return true;
            });
    doAnswer(
            call -> {
              settled.addAll(call.<Map<UUID, MessageState>>getArgument(3).keySet());
              return null;
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
    assertThat(settled).containsExactlyElementsOf(claimed.stream().map(m -> m.id()).toList());
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

  @Test
  void aFailureToCommitIsToldAndWakesNobody() throws Exception {
    open();
    waiting(Translation.BATCH);
    when(store.commit(any(), anyLong(), any())).thenThrow(new QueryTimeoutException("no answer"));

    assertThatThrownBy(() -> template.sendBody(DOOR, "wake-up")).hasRootCauseMessage("no answer");

    verify(wakeUps, never()).wake(any(), any());
  }

  @Test
  void aFullBatchWakesTheNextWorker() throws Exception {
    open();
    waiting(Translation.BATCH);

    template.sendBody(DOOR, "wake-up");

    verify(wakeUps).wake("translate.housing", "more");
  }

  @Test
  void whatAProcessDiedOverComesAloneAndWakesTheNextWorker() throws Exception {
    open();
    waiting(1, 1);

    template.sendBody(DOOR, "wake-up");

    verify(wakeUps).wake("translate.housing", "more");
  }

  private List<ClaimedMessage> waiting(int number) {
    return waiting(number, 0);
  }

  /** Of an exchange that is not in service: each will be parked, and needs no translator. */
  private List<ClaimedMessage> waiting(int number, int deaths) {
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
              new byte[0],
              deaths));
    }
    when(store.claim("housing", EPOCH, Translation.BATCH)).thenReturn(messages);
    return messages;
  }
}
