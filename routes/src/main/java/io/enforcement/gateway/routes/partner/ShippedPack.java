package io.enforcement.gateway.routes.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A partner that the gateway brings, as the pack that it would be if it were a site's own.
 *
 * @param folder its folder's name among those of the gateway
 * @param variant which of the partners of that folder; empty for the first
 * @param files settings, mappings and tables, without samples
 */
public record ShippedPack(String folder, String variant, PackFiles files) {

  private static final String FOLDERS = "classpath*:io/enforcement/gateway/mappings/";
  private static final Pattern PLACE = Pattern.compile(".*/([^/]+)/partner(?:-([^/]+))?\\.yaml");
  private static final List<String> ENDINGS = List.of("jslt", "csv");

  /** The pack of this partner; empty when the gateway brings none of that id. */
  public static Optional<ShippedPack> of(String id) {
    for (Resource yaml : resources("*/partner*.yaml")) {
      byte[] settings = bytes(yaml);
      PackFiles alone = PackFiles.empty().with(PackFiles.SETTINGS, settings);
      if (PartnerFolder.of(alone).id().equals(id)) {
        Matcher place = PLACE.matcher(path(yaml));
        if (!place.matches()) {
          throw new IllegalStateException("a partner's settings lie in no folder");
        }
        String variant = place.group(2) == null ? "" : place.group(2);
        return Optional.of(new ShippedPack(place.group(1), variant, all(place.group(1), alone)));
      }
    }
    return Optional.empty();
  }

  private static PackFiles all(String folder, PackFiles settings) {
    PackFiles files = settings;
    for (String ending : ENDINGS) {
      for (Resource file : resources(folder + "/*." + ending)) {
        files = files.with(file.getFilename(), bytes(file));
      }
    }
    return files;
  }

  private static List<Resource> resources(String pattern) {
    try {
      return List.of(new PathMatchingResourcePatternResolver().getResources(FOLDERS + pattern));
    } catch (IOException e) {
      throw new UncheckedIOException("partner folders cannot be listed", e);
    }
  }

  private static String path(Resource resource) {
    try {
      return resource.getURL().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException("a partner's settings have no address", e);
    }
  }

  private static byte[] bytes(Resource resource) {
    try {
      return resource.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(resource.getDescription(), e);
    }
  }
}
