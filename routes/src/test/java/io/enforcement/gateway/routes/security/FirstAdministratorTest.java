package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SecuritySlice
class FirstAdministratorTest {

  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @Value("${gateway.data-dir}")
  Path dataDir;

  @Test
  void theFirstStartLeavesATokenThatOnlyTheOwnerReads() throws Exception {
    Path file = dataDir.resolve("secrets/first-administrator.token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String token = Files.readString(file).strip();
    assertThat(people.byToken(token))
        .hasValueSatisfying(
            person -> {
              assertThat(person.name()).isEqualTo("first-administrator");
              assertThat(person.role()).isEqualTo(Role.SECURITY_ADMINISTRATOR);
            });
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("no unfinished file is left").containsExactly(file);
    }
  }

  @Test
  void aLaterStartAddsNobody(@TempDir Path other) {
    int before = people.list().size();
    new FirstAdministrator(people, transaction, other).run(new DefaultApplicationArguments());
    assertThat(people.list()).hasSize(before);
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void theLastSecurityAdministratorCannotBeDisabled() {
    // In a transaction that is undone: the other tests share the register.
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          database
              .sql(
                  "update person set disabled_at = now()"
                      + " where role = 'SECURITY_ADMINISTRATOR' and name <> ?")
              .param("first-administrator")
              .update();
          assertThatThrownBy(() -> people.disable("test", "first-administrator"))
              .isInstanceOf(ProblemException.class)
              .satisfies(
                  e ->
                      assertThat(((ProblemException) e).findings().get(0).rule())
                          .isEqualTo("people.last-administrator"));
        });
  }

  @Test
  void anotherPersonCanBeDisabledWhileOneAdministratorRemains() {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          database
              .sql(
                  "update person set disabled_at = now()"
                      + " where role = 'SECURITY_ADMINISTRATOR' and name <> ?")
              .param("first-administrator")
              .update();
          people.add("test", "an-operator", Role.OPERATOR);
          assertThat(people.disable("test", "an-operator").disabledAt()).isNotNull();
        });
  }
}
