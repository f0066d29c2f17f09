package io.enforcement.gateway.routes.pack.scaffold;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The next steps, in the folder of a pack that is begun. */
final class NewReadme {

  /** What the site's settings need besides, by transport. */
  private static final Map<String, String> SITE =
      Map.of(
          "rest", "endpoint",
          "soap", "endpoint",
          "sftp", "host, user, host-key-fingerprint",
          "filedrop", "root",
          "frontdb", "url, user",
          "jms", "broker, queue, aside",
          "rest-poll", "endpoint");

  /** Partners push to us: the site says nothing of them. */
  private static final Set<String> PUSHED = Set.of("rest", "soap");

  private NewReadme() {}

  static String of(String id, String name, List<NewExchange> exchanges) {
    String site =
        exchanges.stream()
            .filter(exchange -> !exchange.sends() || !PUSHED.contains(exchange.via()))
            .map(NewExchange::via)
            .distinct()
            .filter(SITE::containsKey)
            .map(via -> "   - " + via + ": " + SITE.get(via))
            .collect(Collectors.joining("\n"));
    return """
    # %2$s (%1$s)

    1. 把映射（`*.jslt`）中的占位字段名换成对方的字段名，代码对照表（`*.csv`）换成对方的代码。
    2. 把 `samples/` 中的样例换成对方的真实格式（数据须虚构），删除旧结果后运行
       `partner check --write-outcomes .`，逐个核对生成的结果。
    3. 填写 `partner.yaml` 中“待填”的依据和用途，按需放宽 `fields`。
    4. 运行 `partner check .`，直到没有问题；单个文件用 `translate --pack . --exchange E FILE` 试转换。
    5. 把地址写入 `gateway.yaml` 的 `gateway.partners.%1$s.settings`，密钥放入 `secrets/%1$s`。

    ---

    1. Replace the placeholder names in the mappings (`*.jslt`) by the partner's own, and the
       code maps (`*.csv`) by its codes.
    2. Replace the samples by the partner's real format (invented data only), take the old
       outcomes out, run `partner check --write-outcomes .` and read each outcome critically.
    3. Fill in basis and purpose in `partner.yaml` (待填), and widen `fields` where the duty needs it.
    4. Run `partner check .` until nothing is left; try single files with
       `translate --pack . --exchange E FILE`.
    5. Put addresses into `gateway.yaml` under `gateway.partners.%1$s.settings` and the secret
       into `secrets/%1$s`.
    """
            .formatted(id, name)
        + (site.isEmpty() ? "" : site + "\n");
  }
}
