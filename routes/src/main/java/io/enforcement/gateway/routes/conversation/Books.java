package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.clock.MachineTime;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.reference.CurrentReference;
import io.enforcement.gateway.routes.store.ConversationKeyStore;
import io.enforcement.gateway.routes.store.ConversationKeyStore.Key;
import io.enforcement.gateway.routes.store.ConversationStore;
import io.enforcement.gateway.routes.store.ConversationStore.Receipt;
import io.enforcement.gateway.routes.store.DeadlineStore;
import io.enforcement.gateway.routes.store.DeadlineStore.HeldDeadline;
import io.enforcement.gateway.routes.store.UnclearRecordStore;
import io.enforcement.gateway.routes.store.UnclearRecordStore.ChosenLetter;
import io.enforcement.gateway.routes.store.UnclearRecordStore.Unclear;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final ConversationKeyStore keys;
  private final UnclearRecordStore unclear;
  private final DeadlineStore deadlines;
  private final PartnerCatalog catalog;
  private final DeadlineTable rules;
  private final Set<String> findings;
  private final Map<String, Set<String>> bystanders;
  private final CurrentReference reference;
  private final ConversationSettings settings;
  private final Clock clock;
  private final MachineTime machineTime;

  Books(
      ConversationStore conversations,
      ConversationKeyStore keys,
      UnclearRecordStore unclear,
      DeadlineStore deadlines,
      PartnerCatalog catalog,
      DeadlineTable rules,
      Kinds kinds,
      CurrentReference reference,
      ConversationSettings settings,
      Clock clock,
      MachineTime machineTime) {
    this.conversations = conversations;
    this.keys = keys;
    this.unclear = unclear;
    this.deadlines = deadlines;
    this.catalog = catalog;
    this.rules = rules;
    this.findings = rules.findings(null);
    this.bystanders = kinds.bystanders();
    this.reference = reference;
    this.settings = settings;
    this.clock = clock;
    this.machineTime = machineTime;
  }

  /**
   * Writes these conversations as they stand.
   *
   * @param records those that are looked at: who sent or received one has taken part
   */
  void write(Collection<Conversation> touched, Collection<UUID> records) {
    List<Account> accounts = accounts(touched);
    conversations.write(accounts.stream().map(Account::standing).toList());
    conversations.writeDocuments(accounts.stream().flatMap(a -> a.placed().stream()).toList());
    conversations.writeReaders(
        touched.stream().map(Conversation::id).toList(), records, bystanders);
    List<Unclear> letters = accounts.stream().flatMap(a -> a.unclear().stream()).toList();
    unclear.settleLetters(records(touched), letters);
    unclear.write(letters);
    Instant now = clock.instant();
    deadlines.write(
        accounts.stream().flatMap(a -> a.changed().stream()).toList(),
        now,
        findings,
        now.minus(settings.lookBack()));
    deadlines.remove(accounts.stream().flatMap(a -> a.gone().stream()).toList());
  }

  /**
   * Writes where the records of a batch belong.
   *
   * @param learnt numbers under which conversations are known from now on
   * @param asked of which records people must say it
   */
  void writePlaces(Collection<Key> learnt, Collection<Unclear> asked) {
    keys.write(learnt);
    unclear.write(asked);
  }

  private List<Account> accounts(Collection<Conversation> touched) {
    Map<UUID, List<Receipt>> receipts = receipts(touched);
    Map<UUID, List<HeldDeadline>> held =
        deadlines.of(touched.stream().map(Conversation::id).toList()).stream()
            .collect(Collectors.groupingBy(HeldDeadline::conversation));
    List<ChosenLetter> chosen = unclear.chosenLetters(records(touched));
    return touched.stream()
        .map(
            conversation ->
                account(
                    conversation,
                    receipts,
                    chosen(conversation, chosen),
                    held.get(conversation.id())))
        .toList();
  }

  private static Map<String, String> chosen(Conversation conversation, List<ChosenLetter> all) {
    Map<String, String> chosen = new HashMap<>();
    for (Document document : conversation.documents()) {
      all.stream()
          .filter(each -> each.recordId().equals(document.recordId()))
          .filter(each -> each.kind().equals(conversation.kind().name()))
          .forEach(each -> chosen.put(document.identity(), each.identity()));
    }
    return chosen;
  }

  private static List<UUID> records(Collection<Conversation> touched) {
    return touched.stream()
        .flatMap(conversation -> conversation.documents().stream())
        .map(Document::recordId)
        .toList();
  }

  private Map<UUID, List<Receipt>> receipts(Collection<Conversation> touched) {
    return conversations.receipts(records(touched)).stream()
        .collect(Collectors.groupingBy(Receipt::recordId));
  }

  private Account account(
      Conversation conversation,
      Map<UUID, List<Receipt>> receipts,
      Map<String, String> chosen,
      List<HeldDeadline> held) {
    String region = conversation.region();
    Collection<DeadlineRule> under = rules.of(conversation.kind().name(), region);
    List<Reckoning.Receipt> taken =
        Deliveries.owed(
            conversation,
            under,
            conversation.documents().stream()
                .flatMap(
                    document ->
                        receipts.getOrDefault(document.recordId(), List.of()).stream()
                            .map(receipt -> taken(document, receipt)))
                .toList());
    Account account =
        new Account(
            conversation,
            conversation.course(deliveries(conversation.documents(), taken), under),
            region,
            held == null ? List.of() : held);
    account.reckon(under, taken, chosen, new Clocks(reference.get().calendar().in(region)));
    return account;
  }

  private Reckoning.Receipt taken(Document document, Receipt receipt) {
    return new Reckoning.Receipt(
        document.identity(),
        receipt.receiver(),
        receipt.deliveredAt() == null ? null : Moment.of(machineTime.here(receipt.deliveredAt())));
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
