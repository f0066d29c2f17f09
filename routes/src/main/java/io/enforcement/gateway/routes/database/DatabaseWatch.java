package io.enforcement.gateway.routes.database;

import io.enforcement.gateway.routes.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts the embedded database again when its server has ended under the running gateway: a full
 * disk ends it, or the system that is short of memory. Nobody else would, and what was committed is
 * still there. An external database is somebody else's.
 */
@Component
class DatabaseWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

  private final DatabaseSettings settings;
  private final ObjectProvider<EmbeddedDatabase> database;
  private String complaint = "";
  private boolean stuck;

  DatabaseWatch(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> database) {
    this.settings = settings;
    this.database = database;
  }

  /**
   * Ends a server that turned everybody away twice and recovers nothing: {@link #look} starts it.
   */
  @Scheduled(fixedDelay = 5_000)
  void lookInside() {
    if (!settings.isEmbedded()) {
      return;
    }
    EmbeddedDatabase embedded = database.getObject();
    boolean stuckNow = embedded.isRunning() && embedded.isStuck();
    if (stuckNow && stuck) {
      LOG.error("The embedded database turns everybody away and recovers nothing; it is ended.");
      embedded.halt();
    }
    stuck = stuckNow && !stuck;
  }

  /** What keeps it from starting is told when it is another than before. */
  @Scheduled(fixedDelay = 1000)
  void look() {
    if (!settings.isEmbedded() || database.getObject().isRunning()) {
      return;
    }
    try {
      database.getObject().startAgain();
      LOG.warn("The embedded database had ended; it is started again. Nothing is lost.");
      complaint = "";
    } catch (CannotStart e) {
      if (!complaint.equals(e.getMessage())) {
        LOG.error("{}", e.getMessage());
      }
      complaint = e.getMessage();
    }
  }
}
