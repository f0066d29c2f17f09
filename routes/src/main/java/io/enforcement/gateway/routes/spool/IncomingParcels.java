package io.enforcement.gateway.routes.spool;

import io.enforcement.gateway.mappings.file.Parcel.Enclosed;
import io.enforcement.gateway.routes.store.AttachmentStore;
import io.enforcement.gateway.routes.store.HeldFile;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Takes files that came in one zip with their records into the spool. Thread-safe. */
@Component
public class IncomingParcels {

  private final Spool spool;
  private final AttachmentStore store;
  private final AttachmentSettings settings;

  IncomingParcels(Spool spool, AttachmentStore store, AttachmentSettings settings) {
    this.spool = spool;
    this.store = store;
    this.settings = settings;
  }

  /**
   * The files that may be kept: those that are named.
   *
   * @param named the digests that the records of the zip name
   * @param allKnown whether these are all; otherwise what is not named is left out
   * @throws Rejected rules {@code attachment.*}, whole or not at all
   */
  public List<Enclosed> accept(List<Enclosed> files, Set<String> named, boolean allKnown) {
    List<Finding> findings = new ArrayList<>();
    for (Enclosed file : files) {
      if (!accepts(file.mediaType())) {
        findings.add(
            Finding.of(
                "attachment.media-type",
                file.name(),
                "another type",
                String.join(", ", settings.mediaTypes())));
      }
      if (file.size() > settings.maxBytes()) {
        findings.add(
            Finding.of(
                "attachment.size", file.name(), "larger", Long.toString(settings.maxBytes())));
      }
      if (allKnown && !named.contains(file.digest())) {
        findings.add(Finding.of("attachment.unnamed", file.name(), "not in the records"));
      }
    }
    if (!findings.isEmpty()) {
      throw new Rejected(findings);
    }
    return files.stream().filter(file -> named.contains(file.digest())).toList();
  }

  /**
   * Brings files to disk as the sender's own; those that are here already stay as they are.
   *
   * @return the receivers whose deliveries need not wait any more
   */
  public Set<String> keep(String sender, List<Enclosed> files) {
    Set<String> receivers = new TreeSet<>();
    for (Enclosed file : files) {
      if (store.broughtBy(sender, file.digest()).isEmpty()) {
        receivers.addAll(keep(sender, file));
      }
    }
    return receivers;
  }

  private Set<String> keep(String sender, Enclosed file) {
    ContentDigest digest = ContentDigest.of(file.digest()).orElseThrow();
    HeldFile held = new HeldFile(file.digest(), sender, file.size(), file.mediaType());
    Path temporary = spool.temporary();
    try (InputStream bytes = file.bytes().open()) {
      Files.copy(bytes, temporary, StandardCopyOption.REPLACE_EXISTING);
      spool.force(temporary);
      return store.keep(held, () -> spool.keep(temporary, digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      spool.remove(temporary);
    }
  }

  private boolean accepts(String mediaType) {
    try {
      return settings.accepts(MediaType.parseMediaType(mediaType));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
