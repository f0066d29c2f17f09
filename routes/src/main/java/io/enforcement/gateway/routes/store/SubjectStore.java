package io.enforcement.gateway.routes.store;

import static io.enforcement.gateway.routes.store.Columns.column;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes by what records may be asked for. Joins the caller's transaction. Thread-safe. */
@Component
public class SubjectStore {

  private final JdbcTemplate jdbc;

  SubjectStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Costs nothing where there is nothing to write, as with most records. */
  public void write(List<NewSubject> subjects) {
    if (subjects.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into subject (kind, subject, at, record_id)
        select kind, name, at::timestamptz, record_id
        from unnest(?::text[], ?::text[], ?::text[], ?::uuid[]) as s (kind, name, at, record_id)
        on conflict do nothing
        """,
        column(subjects, String[]::new, NewSubject::kind),
        column(subjects, String[]::new, NewSubject::name),
        column(subjects, String[]::new, s -> s.at().toString()),
        column(subjects, UUID[]::new, NewSubject::recordId));
  }
}
