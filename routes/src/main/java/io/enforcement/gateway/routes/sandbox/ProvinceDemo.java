package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.ProvinceAccount.OfRegion;
import io.enforcement.gateway.routes.sandbox.farside.Line;
import io.enforcement.gateway.standards.model.BodyReference;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The demonstration of the province: its gateway and those of three regions as processes of their
 * own, with traffic, a line that is cut, and documents that a line loses without a trace, which the
 * reconciliation of the day finds and the regions send again.
 */
public final class ProvinceDemo {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final List<String> LADDER = List.of("PT0.5S", "PT1S", "PT2S");
  private static final String AREA = "640000";

  /** Of the samples that the acts are made from. */
  private static final int YEAR = 2026;

  private static final Duration GENTLE = Duration.ofSeconds(1);
  private static final int HALF = 45;
  private static final int LOST = 3;

  /** Name, credit code and division of three invented bodies. */
  private static final String[][] BODIES = {
    {"示例区综合执法局", "11640104MB1GXDM29U", "640104"},
    {"示例县综合执法局", "11640104MB1GXDM45H", "640105"},
    {"云岭市安平区综合行政执法局", "1164010678L04X123X", "640106"},
  };

  private final DemoOptions options;
  private final PrintStream out;
  private final Progress progress;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Patience patience;
  private final List<Region> regions = new ArrayList<>();

  private ProvinceDemo(DemoOptions options, PrintStream out, PrintStream err) {
    this.options = options;
    this.out = out;
    this.progress = new Progress(err);
  }

  /**
   * Runs the demonstration.
   *
   * @param out gets the line of JSON and nothing else
   * @param err gets progress for people
   * @return 0 when what the regions acknowledged is held, and nothing is left to be explained
   */
  public static int run(
      DemoOptions options, ProcessLauncher launcher, PrintStream out, PrintStream err) {
    return new ProvinceDemo(options, out, err).run(launcher);
  }

  private int run(ProcessLauncher launcher) {
    int port = freePort();
    Path home = options.dataDirectory();
    SecretFiles secrets = new SecretFiles(home.resolve("province/secrets"));
    int run = Runs.next(home);
    try {
      for (String[] body : BODIES) {
        regions.add(region(home, body, port, run));
      }
      // The province asks for the secrets of all its regions when it starts.
      regions.forEach(region -> shared(secrets, region));
      progress.say("启动自治区网关", "starting the gateway of the province");
      try (RunningGateway province = launcher.launch(home.resolve("province"), port, province())) {
        for (Region region : regions) {
          progress.say(
              "启动地区网关 " + region.division(), "starting the gateway of " + region.division());
          region.start(launcher, shared(secrets, region));
        }
        return play(new ProvinceApi(province), province.base());
      }
    } catch (Patience.Exhausted e) {
      progress.say("未能完成: " + e.getMessage(), "gave up waiting for: " + e.getMessage());
      return 1;
    } finally {
      regions.forEach(Region::close);
    }
  }

  private static Secret shared(SecretFiles secrets, Region region) {
    return secrets.secret(region.partner());
  }

  private static Region region(Path home, String[] body, int provincePort, int run) {
    BodyReference reference = new BodyReference();
    reference.setName(body[0]);
    reference.setUscc(body[1]);
    reference.setAreaNumber(body[2]);
    LocalDate yesterday = LocalDate.now(CHINA).minusDays(1);
    Line line = new Line(URI.create("http://127.0.0.1:" + provincePort));
    return new Region(
        home.resolve(Region.partner(body[2])),
        body[2],
        freePort(),
        line,
        new RegionTraffic(reference, run, yesterday));
  }

  /** All regions are partners of one kind. */
  private Map<String, Object> province() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("gateway.province.enabled", "true");
    for (Region region : regions) {
      String prefix = "gateway.partners." + region.partner() + ".";
      settings.putAll(
          new SitePartners(LADDER)
              .with(
                  region.partner(),
                  Region.over(region.port()),
                  Map.of("region", region.division(), "app-key", "province"))
              .settings());
      settings.put(prefix + "like", "region");
      settings.put(prefix + "name.zh", "地区 " + region.division());
      settings.put(prefix + "name.en", "Region " + region.division());
    }
    return settings;
  }

  private int play(ProvinceApi province, URI base) {
    progress.say("网页 " + base + "/", "the province's pages");
    // Four gateways start for minutes on a small machine: that is not the traffic's time.
    patience = new Patience(options.patience(), stopped);
    Map<String, Seen> before = seen(province);
    regions.forEach(region -> region.sends(HALF));
    progress.say("切断第二个地区的线路", "cutting the line of the second region");
    regions.get(1).line().cut();
    progress.say(
        "第三个地区的线路将丢失 " + LOST + " 份并谎称已收到",
        "the line of the third region loses " + LOST + " documents and says they were received");
    regions.get(2).line().loses(LOST, "<PenaltyDecision");
    regions.forEach(region -> region.sends(HALF));
    progress.say("接通线路", "mending the line");
    regions.get(1).line().mend();
    patience.until(
        () -> "everything to leave the regions",
        () -> regions.stream().allMatch(region -> region.open() == 0));
    progress.say("等待每日对账", "waiting for the reconciliation of the day");
    patience.until(() -> "the days to be closed", () -> ended(province, before));
    ProvinceAccount account = account(province, before);
    List<String> faults = account.faults(regions.get(2).line().lost());
    faults.forEach(fault -> progress.say("对账不符", fault));
    progress.say(
        faults.isEmpty() ? "对账一致" : "对账有差异",
        faults.isEmpty() ? "all accounts agree" : "accounts differ");
    out.println(account.json(progress.seconds()));
    out.flush();
    if (!options.once()) {
      goOn();
    }
    return faults.isEmpty() ? 0 : 1;
  }

  /** Until somebody ends it. */
  private void goOn() {
    progress.say("各网关继续运行,按 Ctrl-C 结束", "the gateways go on until Ctrl-C");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What the province shows of a region.
   *
   * @param held acts that the yearly tables count
   * @param stated versions that the region stated
   * @param found differences, of which so many are open
   * @param waits a day is not closed
   */
  private record Seen(long held, long stated, long found, long open, boolean waits) {}

  private Map<String, Seen> seen(ProvinceApi province) {
    Map<String, Seen> seen = new HashMap<>();
    regions.forEach(region -> seen.put(region.division(), seen(province, region)));
    return seen;
  }

  private static Seen seen(ProvinceApi province, Region region) {
    List<ProvinceApi.Day> days = province.days(region.partner());
    List<String> differences =
        days.stream().flatMap(day -> province.differences(day).stream()).toList();
    return new Seen(
        province.counted("1", region.division(), YEAR)
            + province.counted("4", region.division(), YEAR),
        days.stream().mapToLong(ProvinceApi.Day::stated).sum(),
        differences.size(),
        differences.stream().filter("OPEN"::equals).count(),
        days.stream().anyMatch(day -> !day.isEnded()));
  }

  /** Looked at gently: each look is a dozen questions to the province. */
  private boolean ended(ProvinceApi province, Map<String, Seen> before) {
    patience.pause(GENTLE);
    return regions.stream().allMatch(region -> ended(seen(province, region), before, region));
  }

  /** What was lost has been found, and no day waits for anything. */
  private static boolean ended(Seen now, Map<String, Seen> before, Region region) {
    Seen then = before.get(region.division());
    return now.stated() - then.stated() >= region.sent()
        && now.found() - then.found() >= region.line().lost()
        && !now.waits()
        && region.open() == 0;
  }

  private ProvinceAccount account(ProvinceApi province, Map<String, Seen> before) {
    Map<String, OfRegion> told = new LinkedHashMap<>();
    for (Region region : regions) {
      Seen then = before.get(region.division());
      Seen now = seen(province, region);
      long found = now.found() - then.found();
      told.put(
          region.division(),
          new OfRegion(
              region.sent(), now.held() - then.held(), found, found - now.open(), now.open()));
    }
    return new ProvinceAccount(told, tables(province));
  }

  private List<String> tables(ProvinceApi province) {
    List<String> files = new ArrayList<>();
    for (String table : List.of("1", "4")) {
      Path file = options.dataDirectory().resolve("annual-table-" + table + "-" + YEAR + ".xlsx");
      try {
        Files.write(file, province.workbook(table, AREA, YEAR));
      } catch (IOException e) {
        throw new UncheckedIOException("the yearly table cannot be written", e);
      }
      files.add(file.toString());
    }
    return files;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }
}
