package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.province.reconciliation.DigestTree;
import io.enforcement.gateway.routes.province.reconciliation.SentVersion;
import io.enforcement.gateway.routes.province.reconciliation.Statements;
import io.enforcement.gateway.routes.province.table.Keys;
import io.enforcement.gateway.routes.province.table.Origin;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.province.table.Row;
import io.enforcement.gateway.routes.province.table.Version;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The books that a source keeps of one day on which it sends versions of one act and nothing else,
 * and what it states of them. Immutable.
 *
 * @param act a record that was taken before
 */
record DayBook(StandardRecord act, LocalDate day) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Beyond every revision that the rungs below have made of a sample. */
  private static final int BEYOND = 40;

  private static final String SENDER = "conformance-source";
  private static final String RECEIVER = "conformance-province";

  /** Whether statements can be about this record: an act that a province keeps openly. */
  static boolean holds(StandardRecord record) {
    return table(record)
        .filter(table -> !table.isRestricted() && !table.isRevocation())
        .isPresent();
  }

  private static Optional<ProvinceTable> table(StandardRecord record) {
    return ProvinceTable.of(record.getClass().getSimpleName());
  }

  /** What it is called in a certificate. */
  String subject() {
    return act.getClass().getSimpleName() + " " + day;
  }

  /** One of the versions that are sent on the day. */
  StandardRecord version(int number) {
    ObjectNode tree = (ObjectNode) JSON.readTree(StandardJson.write(act));
    tree.put("cdOperation", Operation.U.name())
        .put("revision", act.getRevision() + BEYOND + number)
        .put("cdTime", day + "T12:00:00+08:00");
    return StandardJson.read(
        JSON.writeValueAsBytes(tree), RecordTypes.of(act.getClass().getSimpleName()).orElseThrow());
  }

  /** A version as statements name it. */
  static SentVersion named(StandardRecord version) {
    byte[] xml = StandardXml.write(version);
    // Where it came from is no part of what both sides compare.
    Origin origin =
        new Origin(
            "", null, new UUID(0, 0), 1, new byte[0], "", null, Instant.EPOCH, Instant.EPOCH);
    Version row = Row.of(table(version).orElseThrow(), xml, Keys.of(xml), origin).version();
    return new SentVersion(row.actKey(), row.partyKey(), row.revision(), row.digest());
  }

  /** The same version with another content. */
  static SentVersion altered(SentVersion version) {
    return new SentVersion(
        version.actKey(), version.partyKey(), version.revision(), "0".repeat(64));
  }

  /**
   * What is stated of the day.
   *
   * @param revision odd: the answer takes the next one
   */
  ReconciliationStatement statement(int revision, List<SentVersion> versions) {
    ReconciliationStatement statement = new ReconciliationStatement();
    statement.setRecordUniqueIdentity("conformance-statement-" + day);
    statement.setCdOperation(revision == 1 ? Operation.I : Operation.U);
    statement.setRevision(revision);
    statement.setSenderCode(SENDER);
    statement.setReceiverCode(RECEIVER);
    statement.setMessageType(table(act).orElseThrow().record().number());
    statement.setStatementDay(day);
    statement.setSent(versions.size());
    statement.setReceived(versions.size());
    statement.setAccepted(versions.size());
    statement.setRejected(0);
    statement.setPending(0);
    Statements.open(DigestTree.of(versions), List.of(""), statement);
    return statement;
  }
}
