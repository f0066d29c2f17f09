package io.enforcement.gateway.routes.sandbox.traffic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Everything that the two sending departments send in one run of the demonstration. The same seed,
 * run and day give the same bytes. Immutable.
 *
 * @param messages what the housing department posts, in this order
 * @param revocations what it posts when the rest has arrived
 * @param files what the urban management department drops
 * @param subjects what the credit platform's register knows: code → name, a few under another name
 */
public record DemonstrationTraffic(
    List<Message> messages,
    List<Message> revocations,
    List<CsvFile> files,
    Map<String, String> subjects) {

  private static final int SERIALS_PER_RUN = 10_000;
  private static final int ENDLESS = 100_000_000;
  private static final int ENDLESS_PER_RUN = 1_000_000;

  /**
   * One HTTP message.
   *
   * @param lane messages of one case share a lane and keep their order
   * @param fate what must become of its one record
   * @param story why it is in the traffic, one word
   */
  public record Message(
      String key,
      String exchange,
      String contentType,
      String lane,
      byte[] body,
      Fate fate,
      String story) {}

  /**
   * One file.
   *
   * @param fates what must become of its rows, in their order
   */
  public record CsvFile(String name, byte[] content, List<Fate> fates) {}

  /**
   * The traffic of one run.
   *
   * @param seed what chance starts from
   * @param run counts the runs on one data directory, from 0: later runs bring new decisions
   * @param today the day before which decisions are dated
   */
  public static DemonstrationTraffic of(long seed, int run, LocalDate today) {
    Random random = new Random(seed * 31 + run);
    int first = 1 + Math.multiplyExact(run, SERIALS_PER_RUN);
    HousingScript housing =
        new HousingScript(new Decisions("housing", random, today, first), today, "zj" + run + "-");
    housing.write();
    CityScript city = new CityScript(new Decisions("city-management", random, today, first), run);
    return new DemonstrationTraffic(
        housing.messages(), housing.revocations(), city.files(), housing.subjects());
  }

  /** New decisions of the housing department without end, for the time after the run. */
  public static Stream<Message> endless(long seed, int run, LocalDate today) {
    Random random = new Random(seed * 31 + run + 1_000_003L);
    // Far above the serials of the runs themselves.
    int first = ENDLESS + Math.multiplyExact(run, ENDLESS_PER_RUN);
    Decisions decisions = new Decisions("housing", random, today, first);
    return Stream.generate(() -> HousingScript.message("zjx" + run + "-", decisions.next()));
  }

  /** How many records are sent in all. */
  public int records() {
    return (int) fates().count();
  }

  public int records(Fate fate) {
    return (int) fates().filter(f -> f == fate).count();
  }

  /** Lower-case hex SHA-256 over every byte that is sent: equal when two runs send the same. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.concat(messages.stream(), revocations.stream())
          .forEach(
              m -> {
                digest.update((m.key() + m.contentType()).getBytes(StandardCharsets.UTF_8));
                digest.update(m.body());
              });
      files.forEach(f -> digest.update(f.content()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Stream<Fate> fates() {
    return Stream.concat(
        Stream.concat(messages.stream(), revocations.stream()).map(Message::fate),
        files.stream().flatMap(f -> f.fates().stream()));
  }
}
