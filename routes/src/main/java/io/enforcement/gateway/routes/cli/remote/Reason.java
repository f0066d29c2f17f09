package io.enforcement.gateway.routes.cli.remote;

import picocli.CommandLine.Option;

/** Why a person does what the command does; it stands in the trail, and no command goes without. */
public final class Reason {

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      descriptionKey = "parked.reason")
  private String text;

  /** In the person's own words. */
  public String text() {
    return text;
  }
}
