package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.model.Severity;
import java.util.List;

/**
 * One rule as the catalogue describes it.
 *
 * @param id stable id, {@code group.what}, for example {@code identifier.uscc}
 * @param severity what its findings do to a record
 * @param records names of the records it judges; {@code *} for every record, empty for a rule about
 *     messages and files
 * @param zh title, what was expected, how to mend it, in Chinese
 * @param en the same in English; {@code {0}} stands for the first argument of a finding
 * @param source law, standard or text it comes from; empty where it is our own
 */
public record Rule(
    String id, Severity severity, List<String> records, Texts zh, Texts en, String source) {

  public Rule {
    records = List.copyOf(records);
  }

  /**
   * What a rule says to people.
   *
   * @param title the rule in a few words
   * @param expected what should have been there
   * @param fix how the sender can mend it
   */
  public record Texts(String title, String expected, String fix) {}
}
