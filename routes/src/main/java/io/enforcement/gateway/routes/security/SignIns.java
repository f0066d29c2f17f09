package io.enforcement.gateway.routes.security;

import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in to the console with a name, a password and, who has one, a second factor. Five wrong
 * tries in a row lock an account for a quarter of an hour. Every change is told to the trail in its
 * own transaction. Thread-safe.
 */
@Component
public class SignIns {

  private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

  /** So many wrong tries in a row lock an account. */
  static final int TRIES = 5;

  /** So long an account is locked. */
  static final Duration LOCK = Duration.ofMinutes(15);

  private final JdbcClient database;
  private final Passwords passwords;
  private final SecondFactorSeal seal;
  private final SecurityEvents events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SignIns(
      JdbcClient database,
      Passwords passwords,
      SecondFactorSeal seal,
      SecurityEvents events,
      TransactionTemplate transaction,
      @Qualifier("machineClock") Clock clock) {
    this.database = database;
    this.passwords = passwords;
    this.seal = seal;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What an earlier version stored in clear. */
  @PostConstruct
  void sealClearOnes() {
    transaction.executeWithoutResult(
        status ->
            database
                .sql(
                    "select person_id, second_factor from person_sign_in where"
                        + " octet_length(second_factor) = ? for update")
                .param(Totp.SECRET_BYTES)
                .query((row, n) -> new Clear(row.getObject(1, UUID.class), row.getBytes(2)))
                .list()
                .forEach(
                    clear ->
                        database
                            .sql("update person_sign_in set second_factor = ? where person_id = ?")
                            .params(seal.seal(clear.person(), clear.secret()), clear.person())
                            .update()));
  }

  private record Clear(UUID person, byte[] secret) {}

  private record Account(
      Person person, String hash, boolean locked, byte[] secondFactor, long lastStep) {

    static Account of(ResultSet row, int number) throws SQLException {
      return new Account(
          People.row(row, number),
          row.getString("password_hash"),
          row.getBoolean("locked"),
          row.getBytes("second_factor"),
          row.getLong("second_factor_step"));
    }
  }

  /**
   * How an account stands.
   *
   * @param mustChange the password was given by somebody else
   * @param secondFactor whether a code is asked for
   */
  public record Standing(boolean mustChange, boolean secondFactor) {}

  /** What came of a person's wish to change how they sign in. */
  public enum Change {
    DONE,
    /** The present password, or the code, is not right. */
    WRONG,
    /** The new password is too short, too simple, has the name in it or is the present one. */
    TOO_WEAK
  }

  /**
   * The person who signs in; empty for a wrong name, password or code and for a locked account
   * alike, after the same work.
   */
  Optional<Person> signIn(String name, String password, String code, String remoteAddress) {
    Optional<Account> found = account(name);
    boolean right = passwords.matches(password, found.map(Account::hash).orElse(null));
    if (found.isEmpty() || found.get().locked()) {
      return Optional.empty();
    }
    Account account = found.get();
    OptionalLong step = step(account, code);
    return right && step.isPresent()
        ? opened(account, step.getAsLong(), remoteAddress)
        : failed(account, remoteAddress);
  }

  private Optional<Person> opened(Account account, long step, String remoteAddress) {
    return transaction.execute(
        status -> {
          int used =
              database
                  .sql(
                      "update person_sign_in set failures = 0, locked_until = null,"
                          + " second_factor_step = ? where person_id = ? and (second_factor is"
                          + " null or second_factor_step < ?)")
                  .params(step, account.person().id(), step)
                  .update();
          if (used == 0) {
            return Optional.<Person>empty();
          }
          events.signedIn(account.person().name(), remoteAddress);
          return Optional.of(account.person());
        });
  }

  private Optional<Person> failed(Account account, String remoteAddress) {
    transaction.executeWithoutResult(
        status -> {
          boolean locked =
              database
                  .sql(
                      """
                      update person_sign_in set failures = (failures + 1) % :tries,
                        locked_until = case when failures + 1 >= :tries then now() + :lock * interval '1 second'
                          else locked_until end
                      where person_id = :person returning failures = 0
                      """)
                  .param("tries", TRIES)
                  .param("lock", LOCK.toSeconds())
                  .param("person", account.person().id())
                  .query(Boolean.class)
                  .single();
          if (locked) {
            events.locked(account.person().name(), remoteAddress);
          }
        });
    return Optional.empty();
  }

  /** How the account of an enabled person stands; empty when it opens nothing any more. */
  public Optional<Standing> standing(UUID person) {
    return database
        .sql(
            """
            select must_change, second_factor is not null from person_sign_in s join person p on p.id = s.person_id
            where p.id = ? and p.disabled_at is null
            """)
        .param(person)
        .query((row, n) -> new Standing(row.getBoolean(1), row.getBoolean(2)))
        .optional();
  }

  /** Another password, which the person chose. */
  public Change changePassword(Person person, String present, String wanted) {
    String hash =
        database
            .sql("select password_hash from person_sign_in where person_id = ?")
            .param(person.id())
            .query(String.class)
            .single();
    if (!passwords.matches(present, hash)) {
      return Change.WRONG;
    }
    if (!Passwords.isGood(wanted, person.name()) || wanted.equals(present)) {
      return Change.TOO_WEAK;
    }
    String changed = passwords.hash(wanted);
    transaction.executeWithoutResult(
        status -> {
          database
              .sql(
                  "update person_sign_in set password_hash = ?, must_change = false, changed_at ="
                      + " now() where person_id = ?")
              .params(changed, person.id())
              .update();
          events.passwordSet(person.name(), person.name());
        });
    return Change.DONE;
  }

  /**
   * From now on a code is asked for.
   *
   * @param code the first one, so that nobody locks themselves out
   */
  public Change useSecondFactor(Person person, byte[] secret, String code) {
    OptionalLong step = Totp.step(secret, code, clock.instant());
    if (step.isEmpty()) {
      return Change.WRONG;
    }
    secondFactor(person, secret, step.getAsLong());
    return Change.DONE;
  }

  /** No code is asked for any more; the last one proves that it is the person. */
  public Change dropSecondFactor(Person person, String code) {
    Optional<Account> account = account(person.name());
    if (account.isEmpty() || account.get().secondFactor() == null) {
      return Change.DONE;
    }
    if (step(account.get(), code).isEmpty()) {
      return Change.WRONG;
    }
    secondFactor(person, null, 0);
    return Change.DONE;
  }

  private void secondFactor(Person person, byte[] secret, long step) {
    transaction.executeWithoutResult(
        status -> {
          database
              .sql(
                  "update person_sign_in set second_factor = ?, second_factor_step = ? where"
                      + " person_id = ?")
              .params(secret == null ? null : seal.seal(person.id(), secret), step, person.id())
              .update();
          events.secondFactorSet(person.name(), secret != null);
        });
  }

  private Optional<Account> account(String name) {
    return database
        .sql(
            """
            select p.id, p.name, p.role, p.partner, p.created_at, p.disabled_at, s.password_hash,
              coalesce(s.locked_until > now(), false) as locked, s.second_factor, s.second_factor_step
            from person p join person_sign_in s on s.person_id = p.id where p.name = ? and p.disabled_at is null
            """)
        .param(name)
        .query(Account::of)
        .optional();
  }

  private OptionalLong step(Account account, String code) {
    if (account.secondFactor() == null) {
      return OptionalLong.of(0);
    }
    OptionalLong step =
        seal.open(account.person().id(), account.secondFactor())
            .map(secret -> Totp.step(secret, code, clock.instant()))
            .orElseGet(() -> unreadable(account));
    return step.isPresent() && step.getAsLong() > account.lastStep() ? step : OptionalLong.empty();
  }

  private static OptionalLong unreadable(Account account) {
    LOG.error(
        "the second factor of {} was sealed by another key: nobody can sign in with it",
        account.person().name());
    return OptionalLong.empty();
  }
}
