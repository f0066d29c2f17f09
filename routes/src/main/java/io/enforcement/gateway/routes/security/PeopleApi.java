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

  /**
   * Who shall be added.
   *
   * @param partner whose developer an integrator is, or whose region a regional data officer's is;
   *     may be absent
   */
  record Wanted(String name, String role, String partner) {}

  /**
   * An account as it is shown; token and first password only in the answer to their creation.
   *
   * @param password must be changed when it is first used
   */
  record Shown(
      String name,
      String role,
      String partner,
      Instant createdAt,
      Instant disabledAt,
      String token,
      String password) {

    static Shown of(Person person) {
      return of(person, null, null);
    }

    static Shown of(Person person, String token, String password) {
      return new Shown(
          person.name(),
          person.role().name(),
          person.partner(),
          person.createdAt(),
          person.disabledAt(),
          token,
          password);
    }
  }

  /** The answer to a reset: the new first password. */
  record Reset(String name, String password) {}

  @GetMapping
  List<Shown> list() {
    return people.list().stream().map(Shown::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Shown add(@RequestBody Wanted wanted, Principal actor) {
    People.Added added =
        people.add(actor.getName(), wanted.name(), role(wanted.role()), wanted.partner());
    return Shown.of(added.person(), added.token(), added.password());
  }

  @PostMapping("/{name}/disable")
  Shown disable(@PathVariable String name, Principal actor) {
    return Shown.of(people.disable(actor.getName(), name));
  }

  /** Another first password, for somebody who forgot theirs or is locked out. */
  @PostMapping("/{name}/password")
  Reset resetPassword(@PathVariable String name, Principal actor) {
    return new Reset(name, people.resetPassword(actor.getName(), name));
  }

  private static Role role(String name) {
    return Role.named(name)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemCode.MALFORMED, "role", "people.role", String.join(", ", Role.names())));
  }
}
