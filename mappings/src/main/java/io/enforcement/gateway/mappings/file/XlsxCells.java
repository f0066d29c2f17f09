package io.enforcement.gateway.mappings.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the values of single cells as text. */
final class XlsxCells {

  /** Excel keeps 15 digits of a number; files often hold two more, which are noise. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  /** 1 March 1900: Excel's days before it are one off. */
  private static final BigDecimal FIRST_SURE_DAY = BigDecimal.valueOf(61);

  /** 31 December 9999. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(" HH:mm:ss");

  private final List<String> strings;
  private final Set<Integer> dates;
  private final LocalDate origin;
  private final DateTimeFormatter days;

  XlsxCells(List<String> strings, Set<Integer> dates, LocalDate origin, DateTimeFormatter days) {
    this.strings = strings;
    this.dates = dates;
    this.origin = origin;
    this.days = days;
  }

  /**
   * One cell.
   *
   * @param fault the rule that it breaks, or null
   */
  record Cell(String text, String fault) {}

  /** The cell whose element was just begun, to its end. */
  Cell read(XMLStreamReader xml) throws XMLStreamException {
    String type = String.valueOf(xml.getAttributeValue(null, "t"));
    String style = xml.getAttributeValue(null, "s");
    String value = "";
    boolean formula = false;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        switch (xml.getLocalName()) {
          case "v" -> value = xml.getElementText();
          case "is" -> value = XlsxStrings.text(xml);
          default -> {
            formula |= xml.getLocalName().equals("f");
            XlsxStrings.text(xml);
          }
        }
      }
    }
    return formula ? new Cell("", "xlsx.formula") : cell(type, style, value);
  }

  private Cell cell(String type, String style, String value) {
    return switch (type) {
      case "s" -> new Cell(string(value), null);
      case "str", "inlineStr", "d" -> new Cell(value, null);
      case "b" -> new Cell(value.equals("1") ? "TRUE" : "FALSE", null);
      case "e" -> new Cell("", "xlsx.error");
      default -> value.isBlank() ? new Cell("", null) : number(value, style);
    };
  }

  private String string(String index) {
    try {
      return strings.get(Integer.parseInt(index));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw XlsxBook.refused("xlsx.form", "a text that is not there");
    }
  }

  private Cell number(String value, String style) {
    BigDecimal number = decimal(value);
    long whole = (long) number.precision() - number.scale();
    if (whole > DIGITS.getPrecision() || number.scale() > 300) {
      return new Cell("", "xlsx.number");
    }
    if (style != null && isDate(style)) {
      return day(number);
    }
    BigDecimal shown = number.round(DIGITS);
    return new Cell(
        (shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros()).toPlainString(), null);
  }

  private static BigDecimal decimal(String value) {
    try {
      if (value.length() <= 40) {
        return new BigDecimal(value.strip());
      }
    } catch (NumberFormatException e) {
      // Told below, with the one that is too long.
    }
    throw XlsxBook.refused("xlsx.form", "a number that is none");
  }

  private boolean isDate(String style) {
    try {
      return dates.contains(Integer.parseInt(style));
    } catch (NumberFormatException e) {
      throw XlsxBook.refused("xlsx.form", "a style that is none");
    }
  }

  private Cell day(BigDecimal serial) {
    if (serial.compareTo(FIRST_SURE_DAY) < 0 || serial.compareTo(LAST_DAY) >= 0) {
      return new Cell("", "xlsx.day");
    }
    long day = serial.longValue();
    long seconds =
        serial
            .subtract(BigDecimal.valueOf(day))
            .multiply(SECONDS)
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDateTime moment = origin.plusDays(day).atStartOfDay().plusSeconds(seconds);
    String time = moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? "" : TIME.format(moment);
    return new Cell(days.format(moment) + time, null);
  }
}
