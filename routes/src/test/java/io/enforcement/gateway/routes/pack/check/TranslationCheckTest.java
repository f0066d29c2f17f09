package io.enforcement.gateway.routes.pack.check;

import static io.enforcement.gateway.routes.pack.check.CheckedPack.CHECK;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.TODAY;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.begun;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.check;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.routes.pack.scaffold.NewExchange;
import io.enforcement.gateway.routes.pack.scaffold.NewPack;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Mappings, code lists and samples are tried: what does not come out is told where it stands. */
class TranslationCheckTest {

  @Test
  void saysWhatIsWrongWithAMappingInTheLanguageThatIsAskedFor() {
    Map<String, String> files =
        Map.of(
            "partner.yaml",
            """
            partner: water
            sends:
              - exchange: one
                via: rest
                format: { type: json }
                translator: one.jslt
            """,
            "one.jslt",
            "import \"gateway\" as gw\n{\n  \"a\": nowhere(.x),\n  \"b\" .c,\n"
                + "  \"d\": gw:code(\"kinds\", .k, \"k\")\n}\n");

    assertThat(CHECK.check(pack(files), Locale.SIMPLIFIED_CHINESE))
        .filteredOn(problem -> problem.file().equals("one.jslt"))
        .extracting(PackProblem::inOneLine)
        .containsExactly(
            "one.jslt:3: 没有函数 nowhere — 请查看函数清单，或用 def nowhere 定义",
            "one.jslt:4: 此处不能出现 . — 此处应为：\":\" \"or\" \"and\" \"==\" \"!=\" \">=\" \">\" \"<\"",
            "one.jslt:5: 没有对照表 kinds.csv — 请补充该文件，首行为 from,to，或更正名称");
  }

  @Test
  void readsMappingsAndTables() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "partner.yaml",
        """
        partner: water
        name: { zh: 水务局, en: Water }
        sends:
          - exchange: one
            via: rest
            format: { type: csv, header: columns.csv }
            translator: one.jslt
          - exchange: two
            via: rest
            format: { type: json }
            translator: two.jslt
          - exchange: three
            via: rest
            format: { type: papyrus }
            translator: one.jslt
        """);
    files.put(
        "one.jslt",
        """
        import "gateway" as gw
        {
          "a": gw:code("kinds", .kind, "kind"),
          "b": gw:code("absent", .kind, "kind")
        }
        """);
    files.put("two.jslt", "{\n  \"a\": .b,\n  \"c\" .d\n}\n");
    files.put("kinds.csv", "from,to\n罚款,03\n警告\n\"没收,\n违法所得\",04\n罚款,05\n\"open,1\n");
    files.put("columns.csv", "column,meaning\na,x\nb,y\nc|a,z\n");
    files.put("lonely.csv", "from,to\n");

    assertThat(check(pack(files)))
        .extracting(p -> p.file() + ":" + p.line() + " " + p.severity())
        .containsExactly(
            "columns.csv:4 ERROR",
            "kinds.csv:3 ERROR",
            "kinds.csv:6 ERROR",
            "kinds.csv:7 ERROR",
            "lonely.csv:0 WARNING",
            "one.jslt:3 ERROR",
            "one.jslt:4 ERROR",
            "partner.yaml:4 WARNING",
            "partner.yaml:6 ERROR",
            "partner.yaml:8 WARNING",
            "partner.yaml:12 WARNING",
            "partner.yaml:14 ERROR",
            "two.jslt:3 ERROR");
  }

  @Test
  void holdsEverySampleAgainstWhatComesOfIt() {
    Map<String, String> files = begun();
    String folder = "samples/penalty-decision/";
    String in = files.get(folder + "ordinary.in.json");
    String out = files.get(folder + "ordinary.out.json");
    files.put(folder + "ordinary.out.json", out.replace("\"revision\" : 1", "\"revision\" : 2"));
    files.put(folder + "alone.in.json", in);
    files.put(folder + "refused.in.json", in);
    files.put(folder + "refused.rejected.txt", "");
    files.put(folder + "wrong.in.json", in.replace("I", "X").replace("新增", "作废"));
    files.put(folder + "wrong.out.json", out);
    files.put("samples/elsewhere/ordinary.in.json", in);

    assertThat(check(pack(files)))
        .extracting(p -> p.file() + " " + p.what())
        .containsExactly(
            "samples/elsewhere/ordinary.in.json this file is no sample of an exchange of this"
                + " partner",
            folder + "alone.in.json nothing says what must come of this sample",
            folder
                + "ordinary.in.json the outcome differs from "
                + folder
                + "ordinary.out.json, first at [0].revision",
            folder
                + "refused.in.json what comes of the sample would be "
                + folder
                + "refused.out.json, but beside it lies "
                + folder
                + "refused.rejected.txt",
            folder
                + "wrong.in.json the outcome differs from "
                + folder
                + "wrong.out.json, first at [0].recordType",
            folder
                + "wrong.in.json of this sample was refused: REFUSE mapping.missing"
                + " recordUniqueIdentity",
            folder
                + "wrong.in.json of this sample was refused: REFUSE mapping.code cdOperation"
                + " [operation, 作废]");
    assertThat(CHECK.missingOutcomes(pack(files))).containsEntry(folder + "alone.out.json", out);
  }

  @Test
  void saysThatTwoRowsOfASampleAreOneRecord() {
    Map<String, String> files =
        new TreeMap<>(
            NewPack.of(
                "water",
                "水务局",
                List.of(NewExchange.of(true, "inspection:Inspection:sftp:csv")),
                TODAY));
    String sample = "samples/inspection/ordinary.in.csv";
    String row = files.get(sample).lines().skip(1).findFirst().orElseThrow();
    List<String> header = List.of(files.get(sample).lines().findFirst().orElseThrow().split(","));
    String[] other = row.split(",", -1);
    other[header.indexOf("bodyName")] = "另一个机关";
    files.put(sample, files.get(sample) + row + "\n" + String.join(",", other) + "\n");
    files.remove("samples/inspection/ordinary.out.json");
    files.putAll(CHECK.missingOutcomes(pack(files)));

    assertThat(check(pack(files)))
        .filteredOn(PackProblem::isError)
        .extracting(PackProblem::what)
        .containsExactly(
            "rows 1 and 3 are the same record in the same revision, and say different things");
  }

  @Test
  void judgesWhatWasTranslatedByTheStandard() {
    Map<String, String> files = begun();
    files.computeIfPresent("operation.csv", (name, text) -> text.replace("新增,I", "新增,Z"));

    assertThat(check(pack(files)))
        .extracting(PackProblem::file, PackProblem::isError)
        .contains(tuple("samples/penalty-decision/ordinary.in.json", true));
  }
}
