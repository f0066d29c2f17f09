package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.partner.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a command gets its pack from: a folder, or a zip file. */
final class PackSource {

  private PackSource() {}

  /**
   * The pack.
   *
   * @throws PackFiles.Unreadable when what is there is no pack
   * @throws ParameterException when nothing is there
   */
  static PackFiles read(CommandSpec spec, Path path) {
    try {
      return Files.isDirectory(path)
          ? PackFiles.ofFolder(path)
          : PackFiles.ofZip(Input.bytes(path));
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), "cannot read " + e.getMessage(), e);
    }
  }
}
