package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.reference.CurrentReference;
import io.enforcement.gateway.routes.store.ConversationStore;
import io.enforcement.gateway.routes.store.ConversationStore.Key;
import io.enforcement.gateway.routes.store.ConversationStore.Receipt;
import io.enforcement.gateway.routes.store.ConversationStore.Unclear;
import io.enforcement.gateway.routes.store.DeadlineStore;
import io.enforcement.gateway.routes.store.DeadlineStore.HeldDeadline;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Computes conversations from their documents and deliveries, and writes how they stand: states,
 * roles, deadlines. Joins the caller's transaction. Thread-safe.
 */
@Component
class Books {

  private final ConversationStore conversations;
  private final DeadlineStore deadlines;
  private final PartnerCatalog catalog;
  private final DeadlineTable rules;
  private final CurrentReference reference;
  private final Clock clock;

  Books(
      ConversationStore conversations,
      DeadlineStore deadlines,
      PartnerCatalog catalog,
      DeadlineTable rules,
      CurrentReference reference,
      Clock clock) {
    this.conversations = conversations;
    this.deadlines = deadlines;
    this.catalog = catalog;
    this.rules = rules;
    this.reference = reference;
    this.clock = clock;
  }

  /**
   * Writes these conversations with the numbers under which they are known from now on.
   *
   * @param unclear records that people must place
   */
  void write(Collection<Conversation> touched, Collection<Key> keys, Collection<Unclear> unclear) {
    List<Account> accounts = accounts(touched);
    conversations.write(accounts.stream().map(Account::standing).toList());
    conversations.writeKeys(keys);
    conversations.writeDocuments(accounts.stream().flatMap(a -> a.placed().stream()).toList());
    conversations.writeUnclear(unclear);
    deadlines.write(accounts.stream().flatMap(a -> a.changed().stream()).toList(), clock.instant());
    deadlines.remove(accounts.stream().flatMap(a -> a.gone().stream()).toList());
  }

  private List<Account> accounts(Collection<Conversation> touched) {
    Map<UUID, List<Receipt>> receipts = receipts(touched);
    Map<UUID, List<HeldDeadline>> held =
        deadlines.of(touched.stream().map(Conversation::id).toList()).stream()
            .collect(Collectors.groupingBy(HeldDeadline::conversation));
    return touched.stream()
        .map(conversation -> account(conversation, receipts, held.get(conversation.id())))
        .toList();
  }

  private Map<UUID, List<Receipt>> receipts(Collection<Conversation> touched) {
    List<UUID> records =
        touched.stream()
            .flatMap(conversation -> conversation.documents().stream())
            .map(Document::recordId)
            .toList();
    return conversations.receipts(records).stream()
        .collect(Collectors.groupingBy(Receipt::recordId));
  }

  private Account account(
      Conversation conversation, Map<UUID, List<Receipt>> receipts, List<HeldDeadline> held) {
    List<Reckoning.Receipt> taken =
        conversation.documents().stream()
            .flatMap(
                document ->
                    receipts.getOrDefault(document.recordId(), List.of()).stream()
                        .map(receipt -> taken(document, receipt)))
            .toList();
    String region = conversation.region();
    Account account =
        new Account(
            conversation,
            conversation.course(deliveries(conversation.documents(), taken)),
            region,
            held == null ? List.of() : held);
    account.reckon(
        rules.of(conversation.kind().name(), region),
        taken,
        new Clocks(reference.get().calendar().in(region)));
    return account;
  }

  private static Reckoning.Receipt taken(Document document, Receipt receipt) {
    return new Reckoning.Receipt(
        document.identity(),
        receipt.receiver(),
        receipt.deliveredAt() == null ? null : Moment.of(receipt.deliveredAt()));
  }

  /** What the deliveries mean in a conversation, where a receiver's folder names its duty. */
  private List<Document> deliveries(
      Collection<Document> documents, Collection<Reckoning.Receipt> receipts) {
    return documents.stream()
        .flatMap(
            document ->
                Deliveries.of(
                    document,
                    receipts.stream().filter(r -> r.document().equals(document.identity())),
                    partner -> catalog.partner(partner).map(Partner::duty)))
        .toList();
  }
}
