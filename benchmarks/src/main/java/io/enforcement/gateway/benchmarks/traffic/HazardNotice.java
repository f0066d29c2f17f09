package io.enforcement.gateway.benchmarks.traffic;

import java.nio.charset.StandardCharsets;

/** A notice of a hazard in the form of the standard, invented, which names one file. */
public final class HazardNotice {

  private HazardNotice() {}

  /**
   * @param id of the record, and so of the notice
   * @param digest of the file, as the standard writes it
   * @param size of the file in bytes
   */
  public static byte[] of(String id, String digest, int size) {
    return """
        {"recordUniqueIdentity": "hazard-%1$s", "cdOperation": "I", "revision": 1, "cdTime": "2026-05-11T16:00:00+08:00",
         "body": {"name": "示例区示例镇人民政府", "uscc": "11640104MB1GXE03XT", "areaNumber": "640104100"},
         "noticeNumber": "示镇隐〔2026〕%1$s号", "noticeDate": "2026-05-11",
         "addressee": {"kind": "1", "name": "示例区住房和城乡建设局", "uscc": "11640104MB1GXDM53C", "areaNumber": "640104"},
         "foundDate": "2026-05-11", "hazardLevel": "2", "hazard": "液化气瓶存放于地下室。",
         "place": {"areaNumber": "640104100", "address": "示例镇示例街8号"},
         "parties": [{"no": 1, "kind": "3", "name": "示例区㐂记早点铺", "selfEmployed": true,
           "uscc": "92640104MA7GXDM69P", "legalRepresentative": {"name": "示例丁"}}],
         "contact": {"name": "示例辛", "phone": "0951-0000003"},
         "attachments": [{"title": "现场照片", "mediaType": "application/pdf", "size": %3$d, "digest": "%2$s", "secret": false}]}
        """
        .formatted(id, digest, size)
        .getBytes(StandardCharsets.UTF_8);
  }
}
