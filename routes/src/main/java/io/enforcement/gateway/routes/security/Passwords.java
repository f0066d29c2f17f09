package io.enforcement.gateway.routes.security;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords of people: hashed with Argon2id (16 MiB, two passes), some fifty milliseconds each.
 * Thread-safe.
 */
@Component
public class Passwords {

  /** The shortest password that a person may choose, in characters. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 128;

  /** Without the letters and digits that are taken for one another. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final String decoy = argon2.encode(random());

  /** A password to begin with: four groups of five, more than 110 random bits. */
  static String random() {
    StringBuilder password = new StringBuilder();
    for (int n = 0; n < 20; n++) {
      if (n > 0 && n % 5 == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  String hash(String password) {
    return argon2.encode(password);
  }

  /**
   * Whether the password belongs to the hash; takes the same time when there is none.
   *
   * @param hash null for somebody who has no account
   */
  boolean matches(String password, String hash) {
    String given = password == null || password.length() > LONGEST ? "" : password;
    boolean right = argon2.matches(given, hash == null ? decoy : hash);
    return hash != null && right;
  }

  /** Whether a person of this name may have that password: long enough, and not the name. */
  static boolean isGood(String password, String name) {
    return password != null
        && password.codePointCount(0, password.length()) >= SHORTEST
        && password.length() <= LONGEST
        && password.chars().distinct().count() >= 5
        && !password.toLowerCase(Locale.ROOT).contains(name);
  }
}
