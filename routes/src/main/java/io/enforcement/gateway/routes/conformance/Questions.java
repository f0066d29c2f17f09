package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.routes.conformance.AskedCase.Question;
import io.enforcement.gateway.routes.conformance.AskedCase.Reply;
import io.enforcement.gateway.routes.sandbox.farside.AskedDesk;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the partner is asked and answers at once: the region asks by the gateway, the partner gets
 * the document of its sample, and the region gets what its mapping makes of the reply.
 */
final class Questions {

  private static final String QUESTION = "question";
  private static final String REPLY = "reply";
  private static final String AWAY = "question-away";
  private static final int ANSWERED = 200;
  private static final int NO_ANSWER = 502;
  private static final int NOT_THERE = 503;
  private static final String DEPARTMENT = "6";

  /** What makes an answer the one to a question of its own. */
  private static final List<String> ADDRESS =
      List.of(
          "recordUniqueIdentity",
          "cdOperation",
          "revision",
          "queryId",
          "queryKind",
          "askedAt",
          "answeredAt");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Ascent ascent;
  private final Climb climb;
  private int number;

  Questions(Ascent ascent) {
    this.ascent = ascent;
    climb = ascent.climb;
  }

  void climb() throws InterruptedException {
    List<AskedCase> whole = ascent.cases.asked().stream().filter(AskedCase::canBeAsked).toList();
    for (AskedCase asked : ascent.cases.asked()) {
      if (!whole.contains(asked)) {
        climb.notRun(QUESTION, asked.exchange().exchange(), "no-samples");
      }
    }
    for (AskedCase asked : whole) {
      climb(asked, asked.body().orElseThrow());
    }
    if (!whole.isEmpty()) {
      desk().leave();
      // Longer than a connection is used again without being looked at.
      Thread.sleep(Ascent.FORGOTTEN.toMillis());
    }
    for (AskedCase asked : whole) {
      away(asked, asked.body().orElseThrow());
    }
  }

  private void climb(AskedCase asked, BodyReference body) throws InterruptedException {
    for (Question question : asked.questions()) {
      question(asked, question, body);
    }
    for (Reply reply : asked.replies()) {
      Optional<Answer> answer =
          reply.answer().filter(a -> a.getBody().getUscc().equals(body.getUscc()));
      if (answer.isPresent()) {
        answered(asked, reply, answer.get(), body);
      } else {
        desk().answer(reply::to);
        int status = ask(asked.questions().get(0).query(), body).status();
        climb.judge(status == NO_ANSWER, REPLY, asked.subject(reply.name()), "answer", status, "");
      }
    }
  }

  /** What arrives is the document of the sample, whatever is answered. */
  private void question(AskedCase asked, Question question, BodyReference body)
      throws InterruptedException {
    String subject = asked.subject(question.name());
    desk().answer(asked.replies().get(0)::to);
    Query query = addressed(question.query(), body);
    int status = region().ask(StandardXml.write(query)).status();
    Optional<AskedDesk.Question> arrived = desk().last();
    if (arrived.isEmpty()) {
      climb.fail(QUESTION, subject, "answer", status, "");
      return;
    }
    Likeness likeness =
        Likeness.of(expected(asked, query, arrived.get().key()), arrived.get().document());
    if (likeness.alike()) {
      climb.pass(QUESTION, subject, "document", likeness.compared());
    } else {
      climb.fail(QUESTION, subject, "document-differs", likeness.place());
    }
  }

  private List<byte[]> expected(AskedCase asked, Query query, String key) {
    FromStandard translator =
        ascent
            .candidate
            .offline()
            .writer(asked.exchange().exchange(), asked.exchange().request(), Map.of());
    PermittedFields permitted =
        PermittedFields.of(List.of("Query"), asked.exchange().queryFields());
    return ReceiveRung.MOMENTS.stream()
        .map(at -> translator.fromStandard(permitted.in(query), new Context(key, at, null)))
        .toList();
  }

  /** One of the questions has this answer; which one, only the partner's register would know. */
  private void answered(AskedCase asked, Reply reply, Answer answer, BodyReference body)
      throws InterruptedException {
    desk().answer(reply::to);
    PostingPartner.Told told = new PostingPartner.Told(0, new byte[0]);
    for (Question question : asked.questions()) {
      told = ask(question.query(), body);
      if (told.status() == ANSWERED) {
        break;
      }
    }
    String subject = asked.subject(reply.name());
    if (told.status() != ANSWERED) {
      climb.fail(REPLY, subject, "answer", told.status(), "");
      return;
    }
    PermittedFields permitted =
        PermittedFields.of(List.of("Answer"), asked.exchange().answerFields());
    Likeness likeness =
        Likeness.of(
            List.of(said(permitted.in(answer)), said(permitted.in(answer))),
            said(StandardXml.read(told.body())));
    if (likeness.alike()) {
      climb.pass(REPLY, subject, "document", likeness.compared());
    } else {
      climb.fail(REPLY, subject, "document-differs", likeness.place());
    }
  }

  /** Whoever asks is told at once that nobody answers. */
  private void away(AskedCase asked, BodyReference body) throws InterruptedException {
    int status = ask(asked.questions().get(0).query(), body).status();
    climb.judge(status == NOT_THERE, AWAY, asked.exchange().exchange(), "answer", status, "");
  }

  private PostingPartner.Told ask(Query query, BodyReference body) throws InterruptedException {
    return region().ask(StandardXml.write(addressed(query, body)));
  }

  /** The same to this organ, under a number of its own. */
  private Query addressed(Query sample, BodyReference body) {
    Query query = (Query) StandardXml.read(StandardXml.write(sample));
    query.setQueryId("conformance-" + ++number);
    OrganReference organ = new OrganReference();
    organ.setKind(DEPARTMENT);
    organ.setName(body.getName());
    organ.setUscc(body.getUscc());
    query.setAskedOrgan(organ);
    return query;
  }

  /** What an answer says, without what makes it the answer to one question. */
  private static byte[] said(StandardRecord answer) {
    ObjectNode tree = (ObjectNode) JSON.readTree(StandardJson.write(answer));
    return JSON.writeValueAsBytes(tree.remove(ADDRESS));
  }

  private AskedDesk desk() {
    return ascent.site.sides().desk();
  }

  private PostingPartner region() {
    return ascent.site.region();
  }
}
