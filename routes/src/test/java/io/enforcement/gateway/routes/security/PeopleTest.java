package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@SecuritySlice
class PeopleTest {

  private static final Map<Role, String> TOKENS = new ConcurrentHashMap<>();

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired SliceApplication.Told told;

  /** One line per role: what it gets for reading messages, parked, totals, replay and people. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "OPERATOR,               200, 200, 200, 200, 403, 403",
    "REVIEWER,               200, 200, 200, 200, 403, 403",
    "AUDITOR,                200, 200, 200, 403, 403, 403",
    "SECURITY_ADMINISTRATOR, 200, 200, 200, 403, 200, 201",
    "SYSTEM_ADMINISTRATOR,   200, 200, 200, 403, 403, 403",
    "AUDIT_ADMINISTRATOR,    200, 200, 200, 403, 403, 403",
    "INTEGRATOR,             200, 403, 403, 403, 403, 403",
    "REGIONAL_DATA,          200, 200, 200, 403, 403, 403"
  })
  void eachRoleMayDoItsOwn(
      Role role, int message, int parked, int totals, int replay, int people, int add)
      throws Exception {
    assertThat(status(role, "GET", "/api/v1/messages/1")).isEqualTo(message);
    assertThat(status(role, "GET", "/api/v1/parked")).isEqualTo(parked);
    assertThat(status(role, "GET", "/api/v1/totals")).isEqualTo(totals);
    assertThat(status(role, "POST", "/api/v1/parked/1/replay")).isEqualTo(replay);
    assertThat(status(role, "GET", "/api/v1/people")).isEqualTo(people);
    assertThat(adds(token(role), account(), "AUDITOR").statusCode()).isEqualTo(add);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/messages/1", "/api/v1/parked", "/api/v1/totals", "/api/v1/people"})
  void nobodyReadsWithoutAToken(String path) throws Exception {
    assertThat(Caller.to(port, "GET", path).send().statusCode()).isEqualTo(401);
  }

  @Test
  void aPersonCannotSendAsAPartner() throws Exception {
    var answer = Caller.to(port, "POST", "/api/v1/exchanges/x").bearer(token(Role.OPERATOR)).send();
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aPartnerCannotReadWhatIsForPeople() throws Exception {
    var answer =
        Caller.to(port, "GET", "/api/v1/parked")
            .signed("housing", SliceApplication.PARTNERS.get("housing"))
            .send();
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer egw_0123456789012345678901234567890123456789012",
        "Bearer x' or '1'='1",
        "Bearer ",
        "Basic YWRtaW46YWRtaW4="
      })
  void aWrongTokenOpensNothingAndIsNotRepeated(String header) throws Exception {
    var answer = Caller.to(port, "GET", "/api/v1/totals").header("Authorization", header).send();
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("authentication.token").doesNotContain("egw_", "Basic");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void aTokenInTheAddressOpensNothing() throws Exception {
    var answer =
        Caller.to(port, "GET", "/api/v1/totals?access_token=" + token(Role.AUDITOR)).send();
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aDisabledPersonIsNobodyFromThenOn() throws Exception {
    String name = account();
    String token = people.add("test", name, Role.OPERATOR).token();
    assertThat(read(token).statusCode()).isEqualTo(200);
    var disabled =
        Caller.to(port, "POST", "/api/v1/people/" + name + "/disable")
            .bearer(token(Role.SECURITY_ADMINISTRATOR))
            .send();
    assertThat(disabled.statusCode()).isEqualTo(200);
    assertThat(disabled.body()).contains("\"disabledAt\":\"");
    assertThat(read(token).statusCode()).isEqualTo(401);
    assertThat(told.lines).anyMatch(line -> line.startsWith("disabled " + name + " by "));
  }

  @Test
  void theTokenIsShownOnceAndOnlyItsDigestIsStored() throws Exception {
    String name = account();
    var added = adds(token(Role.SECURITY_ADMINISTRATOR), name, "REVIEWER");
    assertThat(added.body()).containsPattern("\"token\":\"egw_[A-Za-z0-9_-]{43}\"");
    String token = added.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    assertThat(read(token).statusCode()).isEqualTo(200);
    var list =
        Caller.to(port, "GET", "/api/v1/people").bearer(token(Role.SECURITY_ADMINISTRATOR)).send();
    assertThat(list.body()).contains(name).doesNotContain("egw_");
    byte[] stored =
        database
            .sql("select token_sha256 from person where name = ?")
            .param(name)
            .query(byte[].class)
            .single();
    assertThat(stored).hasSize(32).isEqualTo(PersonToken.digest(token));
    assertThat(told.lines).anyMatch(line -> line.startsWith("added " + name + " by "));
  }

  @ParameterizedTest
  @CsvSource({
    "X, OPERATOR, people.name",
    "<script>alert(1)</script>, OPERATOR, people.name",
    "zhang.san, ROOT-4711, people.role",
    "zhang.san, , people.role"
  })
  void refusesANameOrRoleThatIsNone(String name, String role, String rule) throws Exception {
    var answer = adds(token(Role.SECURITY_ADMINISTRATOR), name, role);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(rule).doesNotContain("script", "4711");
  }

  @Test
  void aNameIsNeverUsedTwice() throws Exception {
    String name = account();
    people.add("test", name, Role.SYSTEM_ADMINISTRATOR);
    var again = adds(token(Role.SECURITY_ADMINISTRATOR), name, "SECURITY_ADMINISTRATOR");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("people.taken");
  }

  @Test
  void theRuntimeRoleCannotChangeARoleOrATokenOrDelete() {
    for (String statement :
        new String[] {
          "update person set role = 'AUDITOR'",
          "update person set token_sha256 = token_sha256",
          "delete from person"
        }) {
      assertThatThrownBy(() -> database.sql(statement).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private HttpResponse<String> read(String token) throws Exception {
    return Caller.to(port, "GET", "/api/v1/totals").bearer(token).send();
  }

  private int status(Role role, String method, String path) throws Exception {
    return Caller.to(port, method, path).bearer(token(role)).send().statusCode();
  }

  private HttpResponse<String> adds(String token, String name, String role) throws Exception {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("name", name);
    wanted.put("role", role);
    return Caller.to(port, "POST", "/api/v1/people")
        .header("Content-Type", "application/json")
        .bearer(token)
        .body(new JsonMapper().writeValueAsString(wanted))
        .send();
  }

  private String token(Role role) {
    return TOKENS.computeIfAbsent(role, r -> people.add("test", account(), r).token());
  }

  private static String account() {
    return "a" + UUID.randomUUID();
  }
}
