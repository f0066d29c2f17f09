package io.enforcement.gateway.routes.cli.conversation;

/** Whether an end has passed, or comes within three days. */
enum Due {
  OVERDUE,
  SOON
}
