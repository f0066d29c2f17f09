package io.enforcement.gateway.routes.region;

import io.enforcement.gateway.routes.province.reconciliation.DigestTree;
import io.enforcement.gateway.routes.province.reconciliation.SentVersion;
import io.enforcement.gateway.routes.province.reconciliation.Statements;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.region.store.RegionStore.Day;
import io.enforcement.gateway.routes.region.store.RegionStore.OnDay;
import io.enforcement.gateway.routes.region.store.RegionStore.Sent;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What this gateway states of a day. Immutable.
 *
 * @param division who states
 * @param superior to whom, as a partner
 * @param superiorDivision the division that it stands for
 */
record Statement(String division, String superior, String superiorDivision) {

  private static final String AGENCY = "1";

  /** Statements begin with the range of all. */
  static final List<String> ALL = List.of("");

  /** The next revision that is ours: odd, the answers to them are even. */
  static int after(int revision) {
    return revision + 1 + revision % 2;
  }

  /**
   * The statement of a day.
   *
   * @param open prefixes of the ranges that are opened in it
   */
  ReconciliationStatement of(Day day, int revision, List<OnDay> sent, List<String> open) {
    ReconciliationStatement statement = new ReconciliationStatement();
    String type = ProvinceTable.of(day.kind()).orElseThrow().record().number();
    statement.setRecordUniqueIdentity(
        String.join("-", "statement", division, type, day.day().toString(), "" + revision));
    statement.setCdOperation(revision == 1 ? Operation.I : Operation.U);
    statement.setRevision(revision);
    statement.setSenderCode(division);
    statement.setReceiverCode(superiorDivision);
    statement.setMessageType(type);
    statement.setStatementDay(day.day());
    int settled = (int) sent.stream().filter(OnDay::settled).count();
    int refused = (int) sent.stream().filter(OnDay::refused).count();
    statement.setSent(sent.size());
    statement.setReceived(settled);
    statement.setAccepted(settled - refused);
    statement.setRejected(refused);
    statement.setPending(0);
    statement.setFineSum(fines(sent));
    statement.setAddressee(addressee());
    Statements.open(
        DigestTree.of(sent.stream().map(OnDay::sent).map(Statement::version).distinct().toList()),
        open,
        statement);
    return statement;
  }

  static SentVersion version(Sent sent) {
    return new SentVersion(sent.actKey(), sent.partyKey(), sent.revision(), sent.digest());
  }

  private OrganReference addressee() {
    OrganReference organ = new OrganReference();
    organ.setKind(AGENCY);
    organ.setName(superior);
    organ.setAreaNumber(superiorDivision);
    return organ;
  }

  /** Absent of kinds without money. */
  private static BigDecimal fines(List<OnDay> sent) {
    return sent.stream()
        .map(each -> each.sent().fines())
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }
}
