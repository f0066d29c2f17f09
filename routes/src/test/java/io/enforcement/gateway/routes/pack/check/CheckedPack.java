package io.enforcement.gateway.routes.pack.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.enforcement.gateway.routes.pack.scaffold.NewExchange;
import io.enforcement.gateway.routes.pack.scaffold.NewPack;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs of a few files, and what is said of them. */
final class CheckedPack {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final PackCheck CHECK = new PackCheck(() -> TODAY);

  private CheckedPack() {}

  static Map<String, String> begun() {
    return new TreeMap<>(
        NewPack.of(
            "water",
            "水务局",
            List.of(NewExchange.of(true, "penalty-decision:PenaltyDecision:rest:json")),
            TODAY));
  }

  static List<String> errors(String settings) {
    return errors(Map.of("partner.yaml", settings));
  }

  static List<String> errors(String settings, String file, String text) {
    return errors(Map.of("partner.yaml", settings, file, text));
  }

  static List<String> errors(Map<String, String> files) {
    return check(pack(files)).stream()
        .filter(PackProblem::isError)
        .map(p -> p.line() + ": " + p.what())
        .sorted(
            Comparator.comparingInt(
                    (String said) -> Integer.parseInt(said.substring(0, said.indexOf(':'))))
                .thenComparing(said -> said))
        .toList();
  }

  static List<PackProblem> check(PackFiles pack) {
    return CHECK.check(pack, Locale.ENGLISH);
  }

  static PackFiles pack(Map<String, String> files) {
    String first = files.keySet().iterator().next();
    return pack(files, first, files.get(first).getBytes(UTF_8));
  }

  static PackFiles pack(Map<String, String> files, String name, byte[] bytes) {
    PackFiles pack = PackFiles.ofZip(zip(name, new String(bytes, UTF_8))).with(name, bytes);
    for (Map.Entry<String, String> file : files.entrySet()) {
      pack = pack.with(file.getKey(), file.getValue().getBytes(UTF_8));
    }
    return pack;
  }

  static byte[] zip(String name, String text) {
    return zip(Map.of(name, text));
  }

  static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
