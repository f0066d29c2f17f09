package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.ToldByHandStore;
import io.enforcement.gateway.routes.store.ToldByHandStore.Telling;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * People tell receivers that have no form for a document, and say so here: until then the deadline
 * of that receiver stays open.
 */
@RestController
public class TellingsApi {

  private final ToldByHandStore tellings;
  private final ConversationReaders readers;

  TellingsApi(ToldByHandStore tellings, ConversationReaders readers) {
    this.tellings = tellings;
    this.readers = readers;
  }

  /** How the receiver was told and has confirmed; no person is named in it. */
  public record How(String reason) {}

  /** Says that the receiver of a deadline was told by hand, and has confirmed. */
  @PostMapping("/api/v1/deadlines/{id}/telling")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void tell(@PathVariable UUID id, @RequestBody How how, Authentication person) {
    Telling telling =
        new Telling(
            person.getName(), readers.reader(person).listed(), WaitingEntries.reason(how.reason()));
    if (!tellings.tell(id, telling)) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }
}
