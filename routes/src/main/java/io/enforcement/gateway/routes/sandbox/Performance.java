package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.HousingDepartment;
import io.enforcement.gateway.routes.sandbox.farside.HousingDepartment.Answer;
import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic;
import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.CsvFile;
import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One run of the traffic with its drama: the publicity platform goes down and comes back, fails
 * after the work, refuses one decision, answers garbage to another until that one is parked and an
 * operator replays it; then revocations follow. Used by one thread, once.
 */
final class Performance {

  private static final String PUBLICITY = "publicity";
  private static final Duration DOWN = Duration.ofMillis(2500);
  private static final Duration FAILING = Duration.ofMillis(1500);

  private final Sandbox sandbox;
  private final HousingDepartment housing;
  private final GatewayApi api;
  private final Patience patience;
  private final Progress progress;
  private final List<String> messageIds = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  Performance(
      Sandbox sandbox,
      HousingDepartment housing,
      GatewayApi api,
      Patience patience,
      Progress progress) {
    this.sandbox = sandbox;
    this.housing = housing;
    this.api = api;
    this.patience = patience;
    this.progress = progress;
  }

  /** Ids of the messages that the gateway gave receipts for over HTTP. */
  List<String> messageIds() {
    return List.copyOf(messageIds);
  }

  void play(DemonstrationTraffic traffic) {
    sandbox.credit().register(traffic.subjects());
    List<Message> messages = traffic.messages();
    int quarter = messages.size() / 4;
    progress.say("住建按 HTTP 报送,城管按 SFTP 放文件", "housing posts, city management drops files");
    dropFiles(traffic.files());
    send(messages.subList(0, quarter));
    goDown(messages.subList(quarter, 2 * quarter));
    failAfterWork(messages.subList(2 * quarter, 3 * quarter));
    refuseOneAndSpoilOne(messages.subList(3 * quarter, messages.size()));
    replayTheParkedOne();
    progress.say("撤销 " + traffic.revocations().size() + " 份已送达的决定", "revoking decisions");
    send(traffic.revocations());
  }

  /** Sends and waits for the answers. */
  void send(List<Message> messages) {
    List<CompletableFuture<Answer>> answers = messages.stream().map(this::post).toList();
    for (CompletableFuture<Answer> answer : answers) {
      note(await(answer));
    }
  }

  /** Sends one without waiting; nobody counts it. */
  void sendGently(Message message) {
    post(message);
  }

  private CompletableFuture<Answer> post(Message m) {
    return housing.send(
        new HousingDepartment.Message(m.key(), m.exchange(), m.contentType(), m.lane(), m.body()));
  }

  private Answer await(CompletableFuture<Answer> answer) {
    try {
      return answer.get(patience.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new Patience.Exhausted("an answer of the gateway to the housing department");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Patience.Exhausted("interrupted");
    }
  }

  private void note(Answer answer) {
    if (answer.accepted()) {
      messageIds.add(answer.messageId());
    } else {
      refusals.add(answer.code());
    }
  }

  private void dropFiles(List<CsvFile> files) {
    files.forEach(f -> sandbox.city().drop(FilePartner.OUT, f.name(), f.content()));
  }

  private void goDown(List<Message> messages) {
    progress.say("公示平台宕机 2.5 秒", "the publicity platform is down for 2.5 s");
    sandbox.publicity().behave(Behaviour.of(Kind.DOWN));
    send(messages);
    patience.pause(DOWN);
    sandbox.publicity().behave(Behaviour.ok());
    progress.say("公示平台恢复", "the publicity platform is back");
  }

  private void failAfterWork(List<Message> messages) {
    progress.say("公示平台先办后报错(500)", "the publicity platform answers 500 after the work");
    sandbox.publicity().behave(Behaviour.of(Kind.ERROR_500_AFTER_WORK));
    send(messages);
    patience.pause(FAILING);
    sandbox.publicity().behave(Behaviour.ok());
  }

  private void refuseOneAndSpoilOne(List<Message> messages) {
    progress.say("公示平台拒收一份、对一份答非所问", "it refuses one and answers garbage to another");
    sandbox.publicity().behaveForNextKey(Behaviour.refuse("不属于公示范围"));
    sandbox.publicity().behaveForNextKey(Behaviour.of(Kind.GARBAGE));
    send(messages);
    progress.say("在门口被拒 " + refusals.size() + " 份", "refused at the door: " + refusals.size());
  }

  private void replayTheParkedOne() {
    patience.until(
        () -> "a delivery to publicity to be parked after garbage",
        () -> !api.parked(PUBLICITY).isEmpty());
    sandbox.publicity().forgetKeys();
    for (String id : api.parked(PUBLICITY)) {
      boolean agreed = api.replay(id);
      progress.say("重放搁置消息 " + id, "replaying " + id + (agreed ? "" : ": refused"));
    }
  }
}
