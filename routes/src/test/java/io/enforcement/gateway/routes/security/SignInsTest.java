package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.security.SignIns.Change;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@SecuritySlice
@ExtendWith(OutputCaptureExtension.class)
class SignInsTest {

  private static final String HERE = "127.0.0.1";
  private static final String GOOD = "correct horse battery";

  @Autowired People people;
  @Autowired SignIns signIns;
  @Autowired SecondFactorSeal seal;
  @Autowired JdbcClient database;
  @Autowired SliceApplication.Told told;

  private String name;
  private People.Added added;

  @BeforeEach
  void somebody() {
    name = "p" + System.nanoTime();
    added = people.add("test", name, Role.OPERATOR);
  }

  @Test
  void theFirstPasswordOpensAndMustBeChanged() {
    assertThat(signIns.signIn(name, added.password(), "", HERE)).contains(added.person());
    assertThat(signIns.standing(added.person().id()).orElseThrow().mustChange()).isTrue();
    assertThat(signIns.changePassword(added.person(), added.password(), GOOD))
        .isEqualTo(Change.DONE);
    assertThat(signIns.standing(added.person().id()).orElseThrow().mustChange()).isFalse();
    assertThat(signIns.signIn(name, added.password(), "", HERE)).isEmpty();
    assertThat(signIns.signIn(name, GOOD, "", HERE)).isPresent();
    assertThat(told.lines)
        .contains("signed in " + name + " " + HERE, "password of " + name + " by " + name);
  }

  @Test
  void onlyTheHashIsStored() {
    String stored =
        database
            .sql("select password_hash from person_sign_in where person_id = ?")
            .param(added.person().id())
            .query(String.class)
            .single();
    assertThat(stored).startsWith("$argon2id$").doesNotContain(added.password());
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaa", "", "12345678901"})
  void aWeakPasswordIsNotTaken(String weak) {
    assertThat(signIns.changePassword(added.person(), added.password(), weak))
        .isEqualTo(Change.TOO_WEAK);
  }

  @Test
  void neitherTheNameNorThePresentPasswordIsTaken() {
    String present = added.password();
    assertThat(signIns.changePassword(added.person(), present, name + "-and-more"))
        .isEqualTo(Change.TOO_WEAK);
    assertThat(signIns.changePassword(added.person(), present, present)).isEqualTo(Change.TOO_WEAK);
    assertThat(signIns.changePassword(added.person(), "wrong", GOOD)).isEqualTo(Change.WRONG);
  }

  @Test
  void fiveWrongTriesLockTheAccountForAWhile() {
    for (int n = 0; n < SignIns.TRIES; n++) {
      assertThat(signIns.signIn(name, "wrong", "", HERE)).isEmpty();
    }
    assertThat(told.lines).contains("locked " + name + " " + HERE);
    assertThat(signIns.signIn(name, added.password(), "", HERE)).isEmpty();
    database
        .sql("update person_sign_in set locked_until = now() where person_id = ?")
        .param(added.person().id())
        .update();
    assertThat(signIns.signIn(name, added.password(), "", HERE)).isPresent();
  }

  @Test
  void aRightPasswordForgetsTheWrongTries() {
    for (int n = 0; n < SignIns.TRIES * 2; n++) {
      assertThat(signIns.signIn(name, "wrong", "", HERE)).isEmpty();
      assertThat(signIns.signIn(name, added.password(), "", HERE)).isPresent();
    }
  }

  @Test
  void aCodeOpensOnce() {
    byte[] secret = Totp.secret();
    long step = Instant.now().getEpochSecond() / 30;
    String first = code(secret, step - 1);
    assertThat(signIns.useSecondFactor(added.person(), secret, "000")).isEqualTo(Change.WRONG);
    assertThat(signIns.useSecondFactor(added.person(), secret, first)).isEqualTo(Change.DONE);
    assertThat(signIns.signIn(name, added.password(), "", HERE)).isEmpty();
    assertThat(signIns.signIn(name, added.password(), first, HERE)).isEmpty();
    String next = code(secret, step);
    assertThat(signIns.signIn(name, added.password(), next, HERE)).isPresent();
    assertThat(signIns.signIn(name, added.password(), next, HERE)).isEmpty();
  }

  @Test
  void noSecondFactorIsStoredInClear() {
    byte[] secret = Totp.secret();
    long step = Instant.now().getEpochSecond() / 30;
    signIns.useSecondFactor(added.person(), secret, code(secret, step - 1));

    assertThat(stored()).hasSize(SecondFactorSeal.SEALED_BYTES);
    assertThat(HexFormat.of().formatHex(stored()))
        .doesNotContain(HexFormat.of().formatHex(secret).substring(0, 8));
  }

  @Test
  void aSecondFactorThatWasStoredInClearIsSealedAndGoesOn() {
    byte[] secret = Totp.secret();
    store(secret);

    signIns.sealClearOnes();

    assertThat(stored()).hasSize(SecondFactorSeal.SEALED_BYTES);
    String code = code(secret, Instant.now().getEpochSecond() / 30);
    assertThat(signIns.signIn(name, added.password(), code, HERE)).isPresent();
  }

  @Test
  void aSecondFactorOfAnotherKeyOrPersonOpensNothing() {
    byte[] secret = Totp.secret();
    UUID person = added.person().id();
    for (byte[] foreign :
        List.of(
            new SecondFactorSeal("another key").seal(person, secret),
            seal.seal(UUID.randomUUID(), secret))) {
      store(foreign);
      String code = code(secret, Instant.now().getEpochSecond() / 30);
      assertThat(signIns.signIn(name, added.password(), code, HERE)).isEmpty();
    }
    store(seal.seal(person, secret));
    String code = code(secret, Instant.now().getEpochSecond() / 30);
    assertThat(signIns.signIn(name, added.password(), code, HERE)).isPresent();
  }

  private byte[] stored() {
    return database
        .sql("select second_factor from person_sign_in where person_id = ?")
        .param(added.person().id())
        .query(byte[].class)
        .single();
  }

  private void store(byte[] secondFactor) {
    database
        .sql("update person_sign_in set second_factor = ? where person_id = ?")
        .params(secondFactor, added.person().id())
        .update();
  }

  @Test
  void aResetEndsLockAndSecondFactor() {
    byte[] secret = Totp.secret();
    long step = Instant.now().getEpochSecond() / 30;
    signIns.useSecondFactor(added.person(), secret, code(secret, step));
    for (int n = 0; n < SignIns.TRIES; n++) {
      signIns.signIn(name, "wrong", "", HERE);
    }
    String fresh = people.resetPassword("test", name);
    assertThat(signIns.signIn(name, fresh, "", HERE)).isPresent();
    assertThat(signIns.standing(added.person().id()).orElseThrow().mustChange()).isTrue();
  }

  @Test
  void aDisabledPersonIsNobody() {
    people.disable("test", name);
    assertThat(signIns.signIn(name, added.password(), "", HERE)).isEmpty();
    assertThat(signIns.standing(added.person().id())).isEmpty();
  }

  @Test
  void noPasswordReachesTheLog(CapturedOutput log) {
    signIns.signIn(name, "wrong-4711-wrong", "", HERE);
    signIns.signIn("nobody", "wrong-4711-wrong", "", HERE);
    assertThat(log.getAll()).doesNotContain("4711", added.password());
  }

  private static String code(byte[] secret, long step) {
    return "%06d".formatted(Totp.code(secret, step, 6));
  }
}
