package io.enforcement.gateway.standards.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.Samples;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

  private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91640122MA7QX3D8XU",
        "1164010678L04X123X",
        "92640106MA8HK2T57M",
        "91640181MA6WP90C6E",
        "1164010078L07F3662",
        "52640104MJX098211J"
      })
  void acceptsCreditCodesAndTheOrganisationCodesInsideThem(String code) {
    assertThat(Identifiers.uscc(code)).isTrue();
    assertThat(Identifiers.organisationCode(code.substring(8, 17))).isTrue();
  }

  @Test
  void refusesEverySingleWrongCharacterOfACreditCode() {
    String code = Samples.COMPANY;
    for (int i = 0; i < code.length(); i++) {
      for (char other : USCC_ALPHABET.toCharArray()) {
        if (other != code.charAt(i)) {
          String wrong = code.substring(0, i) + other + code.substring(i + 1);
          assertThat(Identifiers.uscc(wrong)).as("position %s", i).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "91640122MA7QX3D8X",
        "91640122MA7QX3D8XUU",
        "91640122MA7QX3D8Xu",
        "91640122ma7qx3d8xu",
        "9164O122MA7QX3D8XU",
        "９1640122MA7QX3D8XU",
        " 91640122MA7QX3D8X"
      })
  void refusesOtherShapesOfCreditCodes(String code) {
    assertThat(Identifiers.uscc(code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MA7QX3D8X", "MA7QX3D8-X", "78L04X123"})
  void acceptsOrganisationCodesWithAndWithoutHyphen(String code) {
    assertThat(Identifiers.organisationCode(code)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "MA7QX3D81", "MA7QX3D8x", "MA7QX3D-8X", "MA7QX3D8X0", "执A7QX3D8X"})
  void refusesOtherOrganisationCodes(String code) {
    assertThat(Identifiers.organisationCode(code)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"640122199211051822", "640181197806213043", "11010519491231002X"})
  void acceptsCitizensNumbers(String number) {
    assertThat(Identifiers.citizenId(number, Samples.TODAY)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "640122199211051823",
        "11010519491231002x",
        "640122921105182",
        "11010519490231002X",
        "６40122199211051822",
        "6401221992110518220"
      })
  void refusesOtherCitizensNumbers(String number) {
    assertThat(Identifiers.citizenId(number, Samples.TODAY)).isFalse();
  }

  @Test
  void refusesANumberWithARightCheckDigitButNoSuchDay() {
    assertThat(Identifiers.citizenId(withCheck("64012219930229182"), Samples.TODAY)).isFalse();
    assertThat(Identifiers.citizenId(withCheck("64012219920229182"), Samples.TODAY)).isTrue();
  }

  @Test
  void refusesACitizenWhoIsNotYetBorn() {
    LocalDate birth = LocalDate.parse("1992-11-05");

    assertThat(Identifiers.citizenId(Samples.CITIZEN, birth.minusDays(1))).isFalse();
    assertThat(Identifiers.citizenId(Samples.CITIZEN, birth)).isTrue();
  }

  /** ISO 7064 MOD 11-2 in another way than the code under test: by doubling. */
  private static String withCheck(String number) {
    int product = 0;
    for (char c : number.toCharArray()) {
      product = (product + (c - '0')) * 2 % 11;
    }
    int check = (12 - product) % 11;
    return number + (check == 10 ? "X" : Integer.toString(check));
  }
}
