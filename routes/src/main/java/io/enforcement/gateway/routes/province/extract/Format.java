package io.enforcement.gateway.routes.province.extract;

/** In which form an extract is handed out. */
public enum Format {
  CSV("text/csv;charset=UTF-8", "csv"),
  EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  /** One JSON object a line; the only one that keeps lists as lists. */
  JSON_LINES("application/x-ndjson", "jsonl");

  private final String mediaType;
  private final String ending;

  Format(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Of the file's name, without the dot. */
  public String ending() {
    return ending;
  }
}
