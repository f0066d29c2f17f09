package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of people over HTTP; security administrators only. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleApi {

  private final People people;

  PeopleApi(People people) {
    this.people = people;
  }

  /** Who shall be added. */
  record Wanted(String name, String role) {}

  /** An account as it is shown; the token only in the answer to its creation. */
  record Shown(String name, String role, Instant createdAt, Instant disabledAt, String token) {

    static Shown of(Person person, String token) {
      return new Shown(
          person.name(), person.role().name(), person.createdAt(), person.disabledAt(), token);
    }
  }

  @GetMapping
  List<Shown> list() {
    return people.list().stream().map(person -> Shown.of(person, null)).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Shown add(@RequestBody Wanted wanted, Principal actor) {
    People.Added added = people.add(actor.getName(), wanted.name(), role(wanted.role()));
    return Shown.of(added.person(), added.token());
  }

  @PostMapping("/{name}/disable")
  Shown disable(@PathVariable String name, Principal actor) {
    return Shown.of(people.disable(actor.getName(), name), null);
  }

  private static Role role(String name) {
    return Role.named(name)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemCode.MALFORMED, "role", "people.role", String.join(", ", Role.names())));
  }
}
