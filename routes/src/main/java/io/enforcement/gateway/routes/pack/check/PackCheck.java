package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.routes.partner.PackFault;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PartnerFile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Looks at a pack whole and says everything that is wrong with it at once: settings, mapping files,
 * tables, samples. Needs nothing of the site: no endpoints, no secrets, no gateway that runs.
 * Thread-safe.
 */
@Component
public final class PackCheck {

  /** Dates of acts are dates in China, wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Supplier<LocalDate> today;

  /** Judges the samples against the day on which it is asked. */
  public PackCheck() {
    this(() -> LocalDate.now(CHINA));
  }

  PackCheck(Supplier<LocalDate> today) {
    this.today = today;
  }

  /** The same in the language of the system. */
  public List<PackProblem> check(PackFiles pack) {
    return check(pack, Locale.getDefault());
  }

  /**
   * All that was found, by file and line; without an error the pack can be installed.
   *
   * @param language Chinese, or English for every other
   */
  public List<PackProblem> check(PackFiles pack, Locale language) {
    Problems problems = new Problems(language);
    look(pack, problems);
    return problems.all();
  }

  /** The outcomes of the samples that have none beside them: text by the name of its file. */
  public Map<String, String> missingOutcomes(PackFiles pack) {
    return look(pack, new Problems(Locale.ROOT)).map(SampleCheck::missing).orElse(Map.of());
  }

  /** What is to be said of a pack that cannot even be read, and of its files that can. */
  public List<PackProblem> unreadable(String file, PackFiles.Unreadable failure, Locale language) {
    Problems problems = new Problems(language);
    for (PackFault fault : failure.faults()) {
      problems.error(file, 0, "unreadable", fault.text(language));
    }
    if (!failure.others().names().isEmpty()) {
      look(failure.others(), problems);
    }
    return problems.all();
  }

  /**
   * What is to be said of a file of a pack for another reason than what stands in it.
   *
   * @param kind key of the texts
   * @param arguments for {@code {0}} and so on
   */
  public static PackProblem problem(
      PackProblem.Severity severity,
      String file,
      Locale language,
      String kind,
      Object... arguments) {
    Problems problems = new Problems(language);
    problems.say(severity, file, kind, arguments);
    return problems.all().get(0);
  }

  private Optional<SampleCheck> look(PackFiles pack, Problems problems) {
    Optional<byte[]> settings = pack.bytes(PackFiles.SETTINGS);
    if (settings.isEmpty()) {
      problems.error(PackFiles.SETTINGS, 0, "settings-missing");
      return Optional.empty();
    }
    YamlCheck places = new YamlCheck(PackFiles.SETTINGS, problems);
    return places
        .read(settings.get(), PartnerFile.class)
        .map(file -> Draft.of(pack, file, places, problems))
        .map(this::look);
  }

  private SampleCheck look(Draft draft) {
    new SettingsCheck(draft).check();
    new ReceiversCheck(draft).check();
    new AnswersCheck(draft).check();
    References references = References.of(draft.pack(), draft.ways());
    new TableCheck(draft, references).check();
    new TranslatorCheck(draft).check();
    SampleCheck samples = new SampleCheck(draft, today.get());
    samples.check();
    references.unused().forEach(name -> draft.problems().warning(name, 0, "file.unused"));
    return samples;
  }
}
