package io.enforcement.gateway.routes.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "enforcement-gateway " + text(),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
