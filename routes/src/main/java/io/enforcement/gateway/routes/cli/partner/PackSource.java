package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.partner.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a command gets its pack from: a folder, or a zip file. */
final class PackSource {

  private PackSource() {}

  /**
   * The pack.
   *
   * @param language in which it is told that there is none
   * @throws ParameterException when nothing is there, or what is there is no pack
   */
  static PackFiles read(CommandSpec spec, Path path, Locale language) {
    try {
      return read(spec, path);
    } catch (PackFiles.Unreadable e) {
      throw new ParameterException(spec.commandLine(), path + ": " + e.text(language), e);
    }
  }

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
