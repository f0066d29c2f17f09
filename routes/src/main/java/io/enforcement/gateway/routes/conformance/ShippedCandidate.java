package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.partner.ShippedPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds partners that the gateway brings, with the samples that come with the sandbox. */
public final class ShippedCandidate {

  private static final String SAMPLES = "sandbox/samples/";

  private ShippedCandidate() {}

  /** The partner of this id; empty when the gateway brings none. */
  public static Optional<Candidate> of(String id) {
    return ShippedPack.of(id)
        .map(pack -> new Candidate(withSamples(pack), PackFiles.empty(), true));
  }

  private static PackFiles withSamples(ShippedPack shipped) {
    String all = SAMPLES + shipped.folder() + "/samples/";
    String folder = shipped.variant().isEmpty() ? all : all + shipped.variant() + "/";
    Set<String> exchanges = exchanges(OfflinePartner.of(shipped.files()).file());
    PackFiles files = shipped.files();
    try {
      for (Resource sample :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + folder + "**/*.*")) {
        String path = sample.getURL().getPath();
        String name = path.substring(path.indexOf(folder) + folder.length());
        // Folders of other partners of the same kind lie beside those of the exchanges.
        if (exchanges.contains(name.substring(0, name.indexOf('/')))) {
          files = files.with("samples/" + name, sample.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("samples cannot be read", e);
    }
    return files;
  }

  private static Set<String> exchanges(PartnerFile file) {
    Set<String> names = new TreeSet<>();
    file.sends().forEach(s -> names.add(s.exchange()));
    file.receives().forEach(r -> names.add(r.exchange()));
    file.answers().forEach(a -> names.add(a.exchange()));
    return names;
  }
}
