package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is no page of ours is answered by a page that says so. */
@Controller
class UnknownPage {

  @GetMapping("/console/{*nowhere}")
  String nowhere() {
    throw ProblemException.of(ProblemCode.NOT_FOUND);
  }
}
