package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.routes.partner.ExchangeSettings;
import io.enforcement.gateway.routes.partner.PartnerFile.Answers;
import java.util.List;

/** What the partner is asked and answers at once. */
record AnswersCheck(Draft draft) {

  void check() {
    for (int i = 0; i < draft.file().answers().size(); i++) {
      check("answers[" + i + "]", draft.file().answers().get(i));
    }
  }

  private void check(String path, Answers answers) {
    SettingsCheck.via(draft, path + ".via", answers.via(), ConnectorFactory.REQUESTORS);
    new TransportCheck(draft)
        .check(
            path,
            answers.via(),
            answers.settings(),
            ExchangeSettings.asked(answers.via()),
            List.of());
    EntitlementCheck entitlement = new EntitlementCheck(draft);
    entitlement.stated(path + ".basis", answers.basis());
    entitlement.stated(path + ".purpose", answers.purpose());
    entitlement.fields(path + ".queryFields", answers.queryFields(), List.of("Query"));
    entitlement.fields(path + ".answerFields", answers.answerFields(), List.of("Answer"));
    if (draft.places().has(path + ".queries") && answers.queries().isEmpty()) {
      draft.error(path + ".queries", "blank", path + ".queries");
    }
    if (!SettingsCheck.MEDIA_TYPE.matcher(answers.contentType()).matches()) {
      draft.error(path + ".contentType", "media-type", answers.contentType());
    }
  }
}
