package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.model.Attachment;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * The files that a record names and a receiver gets. Found by the dictionary, wherever in the
 * record they stand, and only where the receiver may see that they are named. Audio and video stay
 * references: they are never files of ours.
 */
public final class NamedFiles {

  private static final String ATTACHMENT = Attachment.class.getSimpleName();
  private static final Map<String, List<Step>> PLANS = new ConcurrentHashMap<>();

  /** A field that is an attachment, or has some below it. */
  private record Step(String path, Property value, List<Step> below) {}

  private NamedFiles() {}

  /** The digests of the files that go to this receiver with this record, each once. */
  public static Set<String> of(Receiving to, StandardRecord record) {
    if (to.attachments() == AttachmentNeed.NONE) {
      return Set.of();
    }
    List<String> fields = to.entitlement().fields();
    return digests(
        to.entitlement().permitted().in(record),
        (path, file) -> isFile(file) && (!file.isSecret() || named(path, fields)));
  }

  /** The digests of all files that the record names, whoever may have them. */
  public static Set<String> in(StandardRecord record) {
    return digests(record, (path, file) -> true);
  }

  private static Set<String> digests(
      StandardRecord record, BiPredicate<String, Attachment> wanted) {
    Set<String> digests = new LinkedHashSet<>();
    List<Step> plan =
        PLANS.computeIfAbsent(record.getClass().getSimpleName(), NamedFiles::planOfRecord);
    collect(record, plan, wanted, digests);
    return digests;
  }

  private static void collect(
      Object owner, List<Step> plan, BiPredicate<String, Attachment> wanted, Set<String> digests) {
    for (Step step : plan) {
      for (Object each : values(step.value().of(owner))) {
        if (!(each instanceof Attachment file)) {
          collect(each, step.below(), wanted, digests);
        } else if (wanted.test(step.path(), file)) {
          digests.add(file.getDigest());
        }
      }
    }
  }

  private static List<?> values(Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static boolean isFile(Attachment named) {
    String type = named.getMediaType().toLowerCase(Locale.ROOT);
    return !type.startsWith("audio/") && !type.startsWith("video/");
  }

  /**
   * A secret file goes only to whom the very field is permitted, not to all who see public ones.
   */
  private static boolean named(String path, List<String> fields) {
    return fields.stream().anyMatch(f -> path.equals(f) || path.startsWith(f + "."));
  }

  private static List<Step> planOfRecord(String name) {
    return plan(Dictionary.v1().record(name).orElseThrow().part(), "");
  }

  private static List<Step> plan(PartType part, String prefix) {
    List<Step> steps = new ArrayList<>();
    for (Field field : part.fields()) {
      Optional<PartType> type = Dictionary.v1().part(field.type());
      if (type.isPresent()) {
        String path = prefix + field.property();
        List<Step> below = plan(type.get(), path + ".");
        if (type.get().name().equals(ATTACHMENT) || !below.isEmpty()) {
          steps.add(new Step(path, Property.of(part.generated(), field.property()), below));
        }
      }
    }
    return List.copyOf(steps);
  }
}
