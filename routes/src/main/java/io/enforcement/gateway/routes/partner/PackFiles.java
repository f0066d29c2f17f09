package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.PackFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of one partner pack, read whole into memory from a folder or a zip file, both bounded:
 * so many files, so many bytes, plain relative names. Immutable and thread-safe.
 */
public final class PackFiles {

  /** The file that makes a folder a pack. */
  public static final String SETTINGS = "partner.yaml";

  private static final int MOST_FILES = 1_000;
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int LONGEST_NAME = 200;

  /** Letters of any script, so that samples may be named in Chinese; no dot at the front. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*(/[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*)*");

  private final TreeMap<String, byte[]> files;

  private PackFiles(TreeMap<String, byte[]> files) {
    this.files = files;
  }

  /** A pack without files: what a shipped partner is amended with before its first amendment. */
  public static PackFiles empty() {
    return new PackFiles(new TreeMap<>());
  }

  /** A pack that cannot even be read: all that is wrong with its files, not with what they hold. */
  public static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PackFault> faults;
    private final transient PackFiles others;

    Unreadable(List<PackFault> faults, PackFiles others) {
      super(PackFault.inOneLine(faults, Locale.ENGLISH));
      this.faults = List.copyOf(faults);
      this.others = others;
    }

    /** In the order in which they were found. */
    public List<PackFault> faults() {
      return faults;
    }

    /** The files that can be read all the same, so that what is wrong with them is told too. */
    public PackFiles others() {
      return others;
    }

    /** All faults in one line; Chinese for a Chinese locale, English for every other. */
    public String text(Locale locale) {
      return PackFault.inOneLine(faults, locale);
    }
  }

  /**
   * The pack in this folder; names that begin with a dot are left out.
   *
   * @throws Unreadable when it is too large, holds a link, or a name that is not plain
   * @throws IOException when the folder cannot be read
   */
  public static PackFiles ofFolder(Path folder) throws IOException {
    Collector collected = new Collector();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> found = all.limit(MOST_FILES * 4L).toList();
      for (Path file : found) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || hidden(name)) {
          continue;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          collected.refuse(Kind.LINK, name);
          continue;
        }
        try (InputStream in = Files.newInputStream(file)) {
          collected.add(name, in);
        }
      }
    }
    return collected.files();
  }

  /**
   * The pack in this zip file. One folder around everything, as most programs make it, is taken
   * off.
   *
   * @throws Unreadable when it is not a zip file, too large, or holds a name that is not plain
   */
  public static PackFiles ofZip(byte[] zip) {
    Collector collected = new Collector();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory() && !hidden(entry.getName())) {
          collected.add(entry.getName(), in);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw collected.unreadable(Kind.ZIP, "");
    }
    return collected.files().withoutFolderAround();
  }

  /** The names, in order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(files.keySet());
  }

  /** One file; empty when there is none of that name. */
  public Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(files.get(name)).map(byte[]::clone);
  }

  /** One file as UTF-8 text; what is no UTF-8 shows as replacement characters. */
  public Optional<String> text(String name) {
    return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** The same pack with one file added or replaced. */
  public PackFiles with(String name, byte[] bytes) {
    Collector collected = new Collector();
    files.forEach((other, content) -> collected.keep(other, content));
    collected.files.remove(name);
    collected.keep(name, bytes.clone());
    return collected.files();
  }

  /** SHA-256 over names and contents: two packs with the same digest are the same pack. */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, bytes) -> {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(8).putInt(text.length).putInt(bytes.length).flip());
            sha.update(text);
            sha.update(bytes);
          });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The pack as a zip file. */
  public byte[] toZip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private PackFiles withoutFolderAround() {
    if (files.containsKey(SETTINGS) || files.isEmpty()) {
      return this;
    }
    String folder = files.firstKey().substring(0, files.firstKey().indexOf('/') + 1);
    if (folder.isEmpty() || !files.keySet().stream().allMatch(name -> name.startsWith(folder))) {
      return this;
    }
    TreeMap<String, byte[]> inner = new TreeMap<>();
    files.forEach((name, bytes) -> inner.put(name.substring(folder.length()), bytes));
    return new PackFiles(inner);
  }

  /** A climbing name is not hidden: it is refused like every name that is not plain. */
  private static boolean hidden(String name) {
    List<String> steps = List.of(name.split("/"));
    return !steps.contains("..") && steps.stream().anyMatch(step -> step.startsWith("."));
  }

  private static final class Collector {

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final List<PackFault> faults = new ArrayList<>();
    private int bytes;

    void add(String name, InputStream in) throws IOException {
      keep(name, in.readNBytes(MOST_BYTES - bytes + 1));
    }

    void keep(String name, byte[] content) {
      bytes += content.length;
      if (bytes > MOST_BYTES) {
        throw unreadable(Kind.BYTES, name);
      }
      if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
        refuse(Kind.NAME, name);
      } else if (files.putIfAbsent(name, content) != null) {
        refuse(Kind.TWICE, name);
      }
      bounded();
    }

    /** Goes on, so that whoever made the pack learns of all its files at once. */
    void refuse(Kind kind, String name) {
      faults.add(PackFault.of(kind, name));
      bounded();
    }

    private void bounded() {
      if (files.size() + faults.size() > MOST_FILES) {
        throw unreadable(Kind.FILES, "");
      }
    }

    /** Nothing more can be read. */
    Unreadable unreadable(Kind kind, String name) {
      faults.add(PackFault.of(kind, name));
      return new Unreadable(faults, empty());
    }

    /**
     * The pack.
     *
     * @throws Unreadable when something was refused
     */
    PackFiles files() {
      PackFiles all = new PackFiles(files);
      if (!faults.isEmpty()) {
        throw new Unreadable(faults, all.withoutFolderAround());
      }
      return all;
    }
  }
}
