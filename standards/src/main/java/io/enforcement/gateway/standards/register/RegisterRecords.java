package io.enforcement.gateway.standards.register;

import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of the registers as far as somebody may ask for them: every revision, with the state
 * of a certificate or who exercises an item, and nothing else of the person or the item. Immutable;
 * any thread.
 */
public final class RegisterRecords {

  private final Map<String, List<Officer>> officers;
  private final Map<String, List<EnforcementItem>> byTask;
  private final Map<String, List<EnforcementItem>> byCode;

  private RegisterRecords(
      Map<String, List<Officer>> officers,
      Map<String, List<EnforcementItem>> byTask,
      Map<String, List<EnforcementItem>> byCode) {
    this.officers = officers;
    this.byTask = byTask;
    this.byCode = byCode;
  }

  /** Every revision of the officer with this certificate (执法证号); empty when unknown. */
  public List<Officer> officers(String certNo) {
    return officers.getOrDefault(DocumentNumber.normaliseAny(certNo), List.of());
  }

  /** Every version and revision of the item with this implementing code (实施编码). */
  public List<EnforcementItem> itemsOfTask(String taskCode) {
    return byTask.getOrDefault(taskCode.strip(), List.of());
  }

  /** Every version and revision of the items with this code of supervision (监管事项目录编码). */
  public List<EnforcementItem> itemsOfCode(String superviseItemCode) {
    return byCode.getOrDefault(superviseItemCode, List.of());
  }

  /** Gathers records in any order. Used by one thread. */
  static final class Builder {

    private final Map<String, List<Officer>> officers = new HashMap<>();
    private final Map<String, List<EnforcementItem>> byTask = new HashMap<>();
    private final Map<String, List<EnforcementItem>> byCode = new HashMap<>();

    void add(Officer officer) {
      put(officers, DocumentNumber.normaliseAny(officer.getCertNo()), told(officer));
    }

    void add(EnforcementItem item) {
      EnforcementItem told = told(item);
      put(byTask, item.getTaskCode().strip(), told);
      if (item.getSuperviseItemCode() != null) {
        put(byCode, item.getSuperviseItemCode(), told);
      }
    }

    RegisterRecords build() {
      return new RegisterRecords(Map.copyOf(officers), Map.copyOf(byTask), Map.copyOf(byCode));
    }

    private static <T> void put(Map<String, List<T>> all, String key, T told) {
      all.computeIfAbsent(key, k -> new ArrayList<>(1)).add(told);
    }

    private static Officer told(Officer officer) {
      Officer told = new Officer();
      told.setRevision(officer.getRevision());
      told.setCdOperation(officer.getCdOperation());
      told.setCdTime(officer.getCdTime());
      told.setName(officer.getName());
      told.setBody(officer.getBody());
      told.setCertNo(officer.getCertNo());
      told.setCertStatus(officer.getCertStatus());
      told.setCertStatusDate(officer.getCertStatusDate());
      told.setSuspendedUntil(officer.getSuspendedUntil());
      told.setCertIssueDate(officer.getCertIssueDate());
      told.setCertValidTo(officer.getCertValidTo());
      told.setCertCategory(officer.getCertCategory());
      return told;
    }

    private static EnforcementItem told(EnforcementItem item) {
      EnforcementItem told = new EnforcementItem();
      told.setRevision(item.getRevision());
      told.setCdOperation(item.getCdOperation());
      told.setCdTime(item.getCdTime());
      told.setBody(item.getBody());
      told.setTaskCode(item.getTaskCode());
      told.setTaskVersion(item.getTaskVersion());
      told.setSuperviseItemCode(item.getSuperviseItemCode());
      told.setTaskName(item.getTaskName());
      told.setTaskType(item.getTaskType());
      told.setTaskState(item.getTaskState());
      told.setPlanEffectiveDate(item.getPlanEffectiveDate());
      told.setPlanCancelDate(item.getPlanCancelDate());
      told.setRevokeDate(item.getRevokeDate());
      told.getItemSubjects().addAll(item.getItemSubjects());
      return told;
    }
  }
}
