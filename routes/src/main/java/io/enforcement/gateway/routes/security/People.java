package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of named people. Every change is told to the trail in its own transaction.
 * Thread-safe.
 */
@Component
public class People {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,63}");

  private static final String COLUMNS =
      "select id, name, role, partner, created_at, disabled_at from person";

  private static final String ADD =
      """
      insert into person (id, name, role, token_sha256, partner) values (?, ?, ?, ?, ?)
      on conflict (name) do nothing
      """;

  // Locks the enabled security administrators first: two of them may be disabling each other.
  private static final String DISABLE =
      """
      with administrator as (
        select id from person
        where role = 'SECURITY_ADMINISTRATOR' and disabled_at is null for update)
      update person set disabled_at = now()
      where name = ? and disabled_at is null
        and exists (select 1 from administrator where administrator.id <> person.id)
      """;

  private final JdbcClient database;
  private final SecurityEvents events;
  private final Passwords passwords;

  People(JdbcClient database, SecurityEvents events, Passwords passwords) {
    this.database = database;
    this.events = events;
    this.passwords = passwords;
  }

  /**
   * A new account with its token and its first password, which are shown this once and kept
   * nowhere.
   *
   * @param token opens the API; hand it over on a safe way
   * @param password opens the console once, and must be changed there
   */
  public record Added(Person person, String token, String password) {

    @Override
    public String toString() {
      return "Added[" + person.name() + ", ****]";
    }
  }

  /**
   * Adds an account.
   *
   * @param actor who does it, for the trail
   * @throws ProblemException when the name is not one or was used before
   */
  @Transactional
  public Added add(String actor, String name, Role role) {
    return add(actor, name, role, null);
  }

  /**
   * Adds an account.
   *
   * @param actor who does it, for the trail
   * @param partner whose developer an integrator is, or whose region a regional data officer's is;
   *     null for none
   * @throws ProblemException when the name is not one or was used before, or when somebody who is
   *     neither is to have a partner
   */
  @Transactional
  public Added add(String actor, String name, Role role, String partner) {
    if (name == null || !NAME.matcher(name).matches()) {
      throw ProblemException.of(ProblemCode.MALFORMED, "name", "people.name");
    }
    if (partner != null && role != Role.INTEGRATOR && role != Role.REGIONAL_DATA) {
      throw ProblemException.of(ProblemCode.MALFORMED, "partner", "people.partner");
    }
    UUID id = UUID.randomUUID();
    String token = PersonToken.create();
    byte[] digest = PersonToken.digest(token);
    if (database.sql(ADD).params(id, name, role.name(), digest, partner).update() == 0) {
      throw ProblemException.of(ProblemCode.CONFLICT, "name", "people.taken");
    }
    Person person = database.sql(COLUMNS + " where id = ?").param(id).query(People::row).single();
    String password = Passwords.random();
    database
        .sql("insert into person_sign_in (person_id, password_hash) values (?, ?)")
        .params(id, passwords.hash(password))
        .update();
    events.personAdded(actor, person);
    return new Added(person, token, password);
  }

  /**
   * Disables an account for good; doing it again changes nothing.
   *
   * @param actor who does it, for the trail
   * @throws ProblemException when there is no such account, or no other enabled security
   *     administrator would remain
   */
  @Transactional
  public Person disable(String actor, String name) {
    boolean changed = database.sql(DISABLE).param(name).update() == 1;
    Person person =
        database
            .sql(COLUMNS + " where name = ?")
            .param(name)
            .query(People::row)
            .optional()
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    if (person.disabledAt() == null) {
      throw ProblemException.of(ProblemCode.CONFLICT, "name", "people.last-administrator");
    }
    if (changed) {
      events.personDisabled(actor, name);
    }
    return person;
  }

  /**
   * Another first password for somebody who forgot theirs; also ends a lock and the second factor,
   * and gives an account one that was made before there were any.
   *
   * @param actor who does it, for the trail
   * @return the password, which is shown this once
   * @throws ProblemException when there is no such account that is enabled
   */
  @Transactional
  public String resetPassword(String actor, String name) {
    String password = Passwords.random();
    int changed =
        database
            .sql(
                """
                insert into person_sign_in (person_id, password_hash)
                select id, ? from person where name = ? and disabled_at is null
                on conflict (person_id) do update set password_hash = excluded.password_hash, must_change = true,
                  changed_at = now(), failures = 0, locked_until = null, second_factor = null, second_factor_step = 0
                """)
            .params(passwords.hash(password), name)
            .update();
    if (changed == 0) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
    events.passwordSet(actor, name);
    return password;
  }

  /** The enabled person whose token this is. */
  public Optional<Person> byToken(String token) {
    if (token == null || !PersonToken.isWellFormed(token)) {
      return Optional.empty();
    }
    return database
        .sql(COLUMNS + " where token_sha256 = ? and disabled_at is null")
        .param(PersonToken.digest(token))
        .query(People::row)
        .optional();
  }

  /** All accounts, disabled ones too, by name. */
  public List<Person> list() {
    return database.sql(COLUMNS + " order by name").query(People::row).list();
  }

  /** True when nobody was ever added. */
  boolean isEmpty() {
    return !database.sql("select exists (select 1 from person)").query(Boolean.class).single();
  }

  static Person row(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getString("partner"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("disabled_at")));
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
