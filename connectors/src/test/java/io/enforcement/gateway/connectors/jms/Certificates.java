package io.enforcement.gateway.connectors.jms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key with a self-signed certificate, made by the platform's own keytool. */
record Certificates(Path keyStore, Path trustStore) {

  static final String PASSWORD = "invented";

  static Certificates of(Path directory, String name) {
    Path keys = directory.resolve(name + ".p12");
    Path trust = directory.resolve(name + "-trust.p12");
    Path certificate = directory.resolve(name + ".crt");
    String host = "-ext san=ip:127.0.0.1 -dname CN=" + name;
    keytool("-genkeypair -keyalg EC -alias " + name + " " + host, keys);
    keytool("-exportcert -alias " + name + " -file " + certificate, keys);
    keytool("-importcert -noprompt -alias " + name + " -file " + certificate, trust);
    return new Certificates(keys, trust);
  }

  private static void keytool(String arguments, Path store) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool: " + said);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
