package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which properties a type of record has, read from its fields in the dictionary. A field added to
 * the standard is asked for without a word here:
 *
 * <ul>
 *   <li>the acting body: {@code region}, {@code bodyUscc}
 *   <li>an organ or another body: its name with {@code Kind}, {@code Uscc}, {@code Region}; the one
 *       that a letter goes to is {@code addressee} everywhere
 *   <li>several of them, also as a part's own: {@code memberUsccs} and {@code memberKinds}, {@code
 *       copyUsccs}, {@code penaltyLicenceOrganUsccs}
 *   <li>the parties, the penalties, the hotline's order: see {@link PropertyValues}
 *   <li>the code of the supervised item, of the act or else of its case: {@code superviseItemCode},
 *       and whether either names the inspection: {@code hasCheckActionCode}
 *   <li>each public code and each public yes or no, under its own name
 *   <li>of each part and each number that may be absent, only whether it is there: {@code
 *       hasAnswer}, {@code hasObjectionNumber}
 * </ul>
 */
final class PropertyPlan {

  private static final Set<String> ADDRESSEE =
      Set.of("addressee", "receiver", "court", "askedOrgan");
  private static final Map<String, String> SHORTER = Map.of("copyReceiver", "copy");
  private static final String ORGAN = "OrganReference";
  private static final Set<String> ORGANS = Set.of(ORGAN, "BodyReference");
  private static final String CASE = "CaseReference";
  private static final String ITEM = "superviseItemCode";
  private static final String INSPECTION = "checkActionCode";

  private final Class<?> type;
  private final List<RecordProperty> plan = new ArrayList<>();

  private PropertyPlan(Class<?> type) {
    this.type = type;
  }

  /** What can be asked of such records besides their type and operation. */
  static List<RecordProperty> of(RecordType record) {
    PropertyPlan plan = new PropertyPlan(record.part().generated());
    record.fields().forEach(plan::add);
    plan.ofActOrCase(record.fields(), ITEM, ITEM, "item code", code -> code);
    plan.ofActOrCase(
        record.fields(), INSPECTION, "hasCheckActionCode", "true or false", Objects::nonNull);
    return List.copyOf(plan.plan);
  }

  private void add(Field field) {
    switch (field.type()) {
      case ORGAN, "BodyReference" -> organ(field);
      case "Party" -> parties(field);
      case "Penalty" -> penalties(field);
      case "HotlineOrderReference" -> hotline(field);
      case "Code" -> single(field, "code of " + field.codes());
      case "xs:boolean" -> single(field, "true or false");
      default -> {
        partsWithOrgans(field);
        presence(field);
      }
    }
  }

  private void presence(Field field) {
    boolean part = Dictionary.v1().part(field.type()).isPresent();
    boolean number = field.element().endsWith("Number");
    boolean told = part || field.sensitivity() == Sensitivity.PUBLIC && number;
    if (told && !field.isList() && !field.isMandatory()) {
      Function<StandardRecord, Object> value = path(field.property());
      add("has" + capital(field), "true or false", field, r -> value.apply(r) != null);
    }
  }

  /**
   * Platforms of supervision file acts by their item and the inspection that they arose from; many
   * acts name these in their case only.
   */
  private void ofActOrCase(
      List<Field> fields,
      String element,
      String name,
      String form,
      Function<Object, Object> reading) {
    List<Field> named =
        Stream.concat(
                fields.stream().filter(field -> field.element().equals(element)),
                fields.stream().filter(field -> field.type().equals(CASE)))
            .toList();
    if (!named.isEmpty()) {
      List<Function<StandardRecord, Object>> codes =
          named.stream()
              .map(field -> field.type().equals(CASE) ? field.property() + "." + element : element)
              .map(this::path)
              .toList();
      add(name, form, named.get(0), record -> reading.apply(first(codes, record)));
    }
  }

  private static Object first(List<Function<StandardRecord, Object>> codes, StandardRecord record) {
    return codes.stream()
        .map(code -> code.apply(record))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void organ(Field field) {
    if (field.isList()) {
      organs(field, field, o -> Stream.of(o), field.type(), name(field));
    } else if (field.property().equals("body")) {
      add("region", "division", field, path("body.areaNumber"));
      add("bodyUscc", "credit code", field, path("body.uscc"));
    } else {
      String name = name(field);
      if (field.type().equals(ORGAN)) {
        add(name + "Kind", "code of organ-type", field, path(field.property() + ".kind"));
      }
      add(name + "Uscc", "credit code", field, path(field.property() + ".uscc"));
      add(name + "Region", "division", field, path(field.property() + ".areaNumber"));
    }
  }

  /** Parts that name an organ each, as the members of a joint action do. */
  private void partsWithOrgans(Field field) {
    if (!field.isList()) {
      return;
    }
    Dictionary.v1().part(field.type()).stream()
        .flatMap(part -> part.fields().stream())
        .filter(below -> ORGANS.contains(below.type()) && !below.isList())
        .forEach(
            below -> {
              Property organ = Property.of(part(field.type()), below.property());
              String name = name(field) + (below.element().equals("organ") ? "" : capital(below));
              organs(
                  field,
                  below,
                  part -> Optional.ofNullable(organ.of(part)).stream(),
                  below.type(),
                  name);
            });
  }

  private void organs(
      Field list,
      Field field,
      Function<Object, Stream<Object>> organs,
      String organType,
      String name) {
    Function<StandardRecord, Object> values = path(list.property());
    Function<Object, Object> uscc = Property.of(part(organType), "uscc")::of;
    if (organType.equals(ORGAN)) {
      Function<Object, Object> kind = Property.of(part(organType), "kind")::of;
      add(
          name + "Kinds",
          "set of codes of organ-type",
          field,
          record -> PropertyValues.set(values.apply(record), organs, kind));
      add(
          name + "Usccs",
          "set of credit codes; kind of one without",
          field,
          record ->
              PropertyValues.set(
                  values.apply(record),
                  organs,
                  organ -> uscc.apply(organ) == null ? kind.apply(organ) : uscc.apply(organ)));
    } else {
      add(
          name + "Usccs",
          "set of credit codes",
          field,
          record -> PropertyValues.set(values.apply(record), organs, uscc));
    }
  }

  private void parties(Field field) {
    if (field.isList() && field.property().equals("parties")) {
      Function<StandardRecord, Object> parties = path("parties");
      add(
          "partyKinds",
          "set of " + PropertyValues.PARTY_KINDS,
          field,
          parties.andThen(PropertyValues::partyKinds));
      add(
          "partyKind",
          PropertyValues.PARTY_KINDS + "; mixed",
          field,
          parties.andThen(PropertyValues::partyKind));
      add("minor", "true or false", field, parties.andThen(PropertyValues::minor));
    }
  }

  private void penalties(Field field) {
    Function<StandardRecord, Object> penalties = path(field.property());
    add("fine", "yuan", field, penalties.andThen(PropertyValues::fine));
    add(
        "touchesLicence",
        "true or false",
        field,
        penalties.andThen(PropertyValues::touchesLicence));
    partsWithOrgans(field);
  }

  private void hotline(Field field) {
    Function<StandardRecord, Object> city = path(field.property() + ".cityAreaNumber");
    Function<StandardRecord, Object> body = path("body.areaNumber");
    add(
        "hotlineCity",
        "division of a city",
        field,
        r -> PropertyValues.city(city.apply(r), body.apply(r)));
  }

  private void single(Field field, String form) {
    if (!field.isList() && field.sensitivity() == Sensitivity.PUBLIC) {
      add(field.property(), form, field, path(field.property()));
    }
  }

  private void add(String name, String form, Field field, Function<StandardRecord, Object> reader) {
    plan.add(new RecordProperty(name, form, field.label(), reader));
  }

  private Function<StandardRecord, Object> path(String path) {
    return Property.of(type, path)::of;
  }

  private static String name(Field field) {
    return ADDRESSEE.contains(field.element())
        ? "addressee"
        : SHORTER.getOrDefault(field.element(), field.element());
  }

  private static String capital(Field field) {
    return Character.toUpperCase(field.element().charAt(0)) + field.element().substring(1);
  }

  private static Class<?> part(String name) {
    return Dictionary.v1().part(name).orElseThrow().generated();
  }
}
