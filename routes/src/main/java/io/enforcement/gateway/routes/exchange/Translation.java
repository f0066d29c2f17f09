package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.mappings.file.Parcel.Enclosed;
import io.enforcement.gateway.routes.brake.DiskWatch;
import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.partner.NamedFiles;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.spool.IncomingParcels;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.TranslationStore;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps of the translate route up to the commit: claim, translate, check. Thread-safe. */
@Component("translation")
public class Translation {

  private static final Logger LOG = LoggerFactory.getLogger(Translation.class);

  /** So many messages share one transaction; a single one never waits for company. */
  static final int BATCH = 64;

  /** Dates of acts are dates in China, wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final TranslationStore store;
  private final PartnerCatalog catalog;
  private final StandardValidator validator;
  private final Node node;
  private final WakeUps wakeUps;
  private final IncomingParcels parcels;
  private final DiskWatch disks;

  Translation(
      TranslationStore store,
      PartnerCatalog catalog,
      StandardValidator validator,
      Node node,
      WakeUps wakeUps,
      IncomingParcels parcels,
      DiskWatch disks) {
    this.store = store;
    this.catalog = catalog;
    this.validator = validator;
    this.node = node;
    this.wakeUps = wakeUps;
    this.parcels = parcels;
    this.disks = disks;
  }

  /** Claims the oldest messages of the sender that wait, in their order. */
  public List<ClaimedMessage> claim(String sender) {
    wakeUps.taken(WakeUps.translateQueue(sender));
    if (!disks.mayBeginWork()) {
      return List.of();
    }
    return store.claim(sender, node.epoch(), BATCH);
  }

  /**
   * Whether others may wait behind what was claimed, of which no token tells: the claim was full,
   * or a message that a process died over came alone.
   */
  static boolean full(List<ClaimedMessage> claimed) {
    return claimed.size() == BATCH
        || claimed.get(0).deaths() > 0
        || claimed.stream().mapToLong(message -> message.body().length).sum()
            >= TranslationStore.BYTES;
  }

  /** Translates and checks each message; a failure of one does not touch the others. */
  public List<Draft> translate(@Body List<ClaimedMessage> messages) {
    return messages.stream().map(this::translate).toList();
  }

  /** Translates and checks one message; nothing is written. */
  Draft translate(ClaimedMessage message) {
    Optional<Sending> sending =
        catalog.sending(message.sender(), message.exchange(), message.receivedAt());
    if (sending.isEmpty()) {
      return Draft.faulty(message, "exchange is not in service");
    }
    try {
      Context context = new Context(message.id().toString(), message.receivedAt(), message.key());
      LocalDate today = LocalDate.ofInstant(message.receivedAt(), CHINA);
      List<DraftPart> parts = new ArrayList<>();
      Parcel.Opened opened = sending.get().open(message.body());
      for (Part part : sending.get().translator().toStandard(opened.document(), context)) {
        parts.add(check(part, today));
      }
      return Draft.translated(
          message, parts, named(opened.files(), parts), sending.get().amendable());
    } catch (Rejected e) {
      return Draft.refused(message, e.findings(), sending.get().amendable());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "message {} of {}: translation failed with {}",
          message.id(),
          message.sender(),
          e.getClass().getName());
      return Draft.faulty(message, e.getClass().getSimpleName());
    }
  }

  /**
   * The files that came with the records that name them.
   *
   * @throws Rejected when there are others, or a file is out of bounds; where a row could not be
   *     read nobody knows what it names, and others are left out
   */
  private List<Enclosed> named(List<Enclosed> files, List<DraftPart> parts) {
    if (files.isEmpty()) {
      return files;
    }
    List<StandardRecord> records =
        parts.stream().map(DraftPart::record).filter(Objects::nonNull).toList();
    Set<String> named = new HashSet<>();
    records.forEach(record -> named.addAll(NamedFiles.in(record)));
    return parcels.accept(files, named, records.size() == parts.size());
  }

  private DraftPart check(Part part, LocalDate today) {
    if (part instanceof Part.Refused refused) {
      return new DraftPart(part.position(), null, null, null, refused.findings());
    }
    StandardRecord record = ((Part.Translated) part).record();
    StandardXml.Checked checked = validator.check(record, today);
    if (checked.findings().stream().anyMatch(Finding::refuses)) {
      return new DraftPart(part.position(), record, null, null, checked.findings());
    }
    return new DraftPart(
        part.position(), record, RecordIdentity.of(record), checked.xml(), checked.findings());
  }
}
