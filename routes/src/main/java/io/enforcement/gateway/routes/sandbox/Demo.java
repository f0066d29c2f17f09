package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.sandbox.GatewayApi.Delivery;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Totals;
import io.enforcement.gateway.routes.sandbox.farside.HousingDepartment;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import io.enforcement.gateway.routes.sandbox.farside.SandboxControl;
import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic;
import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.Message;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The demonstration: starts the simulated partners and the gateway, plays the traffic, waits until
 * all has come to rest, compares every count with the partners' own ledgers and prints one line of
 * JSON.
 */
public final class Demo {

  private static final Duration GENTLE = Duration.ofMillis(500);

  private final DemoOptions options;
  private final PrintStream out;
  private final Progress progress;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Patience patience;

  private Demo(DemoOptions options, PrintStream out, PrintStream err) {
    this.options = options;
    this.out = out;
    this.progress = new Progress(err);
    this.patience = new Patience(options.patience(), stopped);
  }

  /**
   * Runs the demonstration.
   *
   * @param out gets the line of JSON and nothing else
   * @param err gets progress for people
   * @return 0 when everything sent is accounted for and the ledgers agree, 1 otherwise
   */
  public static int run(
      DemoOptions options, GatewayLauncher launcher, PrintStream out, PrintStream err) {
    return new Demo(options, out, err).run(launcher);
  }

  private int run(GatewayLauncher launcher) {
    progress.say("启动模拟的对接单位", "starting the simulated partners");
    try (Sandbox sandbox = Sandbox.start(options.dataDirectory(), options.departments());
        RunningGateway gateway = launcher.launch(sandbox.properties());
        HousingDepartment housing = sandbox.housing(gateway.base());
        SandboxControl control = new SandboxControl(sandbox.farSides(housing))) {
      progress.say("网页 " + gateway.base() + "/", "故障开关 fault switches: " + control.base());
      return play(sandbox, housing, gateway);
    } catch (Patience.Exhausted e) {
      progress.say("未能完成: " + e.getMessage(), "gave up waiting for: " + e.getMessage());
      return 1;
    }
  }

  private int play(Sandbox sandbox, HousingDepartment housing, RunningGateway gateway) {
    GatewayApi api = new GatewayApi(gateway);
    int run = Runs.next(sandbox.directory());
    LocalDate today = LocalDate.now();
    DemonstrationTraffic traffic = DemonstrationTraffic.of(options.seed(), run, today);
    atRest("what an earlier run left", sandbox, api);
    Totals before = api.totals();
    int sentBefore = housing.sent();
    Performance performance = new Performance(sandbox, housing, api, patience, progress);
    performance.play(traffic);
    atRest("the traffic", sandbox, api);
    int rows = traffic.files().stream().mapToInt(f -> f.fates().size()).sum();
    int code = reconcile(sandbox, api, performance, housing.sent() - sentBefore + rows, before);
    SecondHalf others = new SecondHalf(sandbox.tour(), gateway.base(), api, patience, progress);
    others.play(run);
    others.show();
    new Owed(api, progress).show();
    code = Math.max(code, tell(others.differences()));
    if (!options.once()) {
      goOn(performance, DemonstrationTraffic.endless(options.seed(), run, today).iterator());
    }
    return code;
  }

  /** At rest: files fetched, nothing moving, the credit platform's verdicts and the receipts in. */
  private void atRest(String what, Sandbox sandbox, GatewayApi api) {
    patience.until(
        () -> what + " to come to rest: " + restless(sandbox, api),
        () -> restless(sandbox, api).isEmpty());
  }

  /** What is not at rest yet; empty when all is. */
  private static String restless(Sandbox sandbox, GatewayApi api) {
    if (sandbox.city().waiting() > 0) {
      return "files that the gateway has not fetched";
    }
    if (!api.totals().atRest()) {
      return "messages or deliveries in the gateway";
    }
    if (sandbox.credit().open() > 0) {
      return "rows and rejections at the credit platform";
    }
    // A verdict fetched a moment ago may have set things in motion again.
    Totals totals = api.totals();
    var receipts = totals.receivers().get("city-management");
    int found = sandbox.city().ledger().keys(Event.ARRIVED).size();
    if (receipts != null && found < receipts.delivered()) {
      return "receipts that city management has not found";
    }
    return totals.atRest() ? "" : "rejections in the gateway";
  }

  private int reconcile(
      Sandbox sandbox, GatewayApi api, Performance performance, long sent, Totals before) {
    Set<String> ids = new LinkedHashSet<>(performance.messageIds());
    ids.addAll(sandbox.city().idsInReceipts());
    List<Delivery> deliveries = new ArrayList<>();
    ids.forEach(id -> api.deliveries(id).ifPresent(deliveries::addAll));
    Reconciliation result = new Reconciliation(sent, before, api.totals());
    result.compare("publicity", sandbox.publicity().ledger(), deliveries);
    result.compare("credit", sandbox.credit().ledger(), deliveries);
    result.doubled("credit", sandbox.credit().doubled());
    result.compare("city-management", sandbox.city().ledger(), deliveries);
    int code = tell(result.differences());
    out.println(result.json(progress.seconds()));
    out.flush();
    return code;
  }

  private int tell(List<String> differences) {
    differences.forEach(d -> progress.say("对账不符", d));
    boolean agreed = differences.isEmpty();
    progress.say(agreed ? "对账一致" : "对账有差异", agreed ? "all accounts agree" : "accounts differ");
    return agreed ? 0 : 1;
  }

  private void goOn(Performance performance, Iterator<Message> messages) {
    progress.say("继续以每秒约两份报送,按 Ctrl-C 结束", "going on at two a second until Ctrl-C");
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(ended), "demo-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Patience endless = new Patience(Duration.ofDays(365), stopped);
      while (true) {
        endless.pause(GENTLE);
        performance.sendGently(messages.next());
      }
    } catch (Patience.Exhausted e) {
      progress.say("结束", "stopped");
    } finally {
      ended.countDown();
    }
  }

  private void stop(CountDownLatch ended) {
    stopped.countDown();
    try {
      ended.await(5, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
