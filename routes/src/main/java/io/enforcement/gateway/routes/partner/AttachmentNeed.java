package io.enforcement.gateway.routes.partner;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a receiver gets the files that its records name ({@code attachments:}). */
public enum AttachmentNeed {
  /** It gets the records only. */
  @JsonProperty("none")
  NONE,
  /** It may fetch what it is permitted; the record goes out without waiting for files. */
  @JsonProperty("offered")
  OFFERED,
  /** The record goes out when its files are here, and is delivered when they are confirmed. */
  @JsonProperty("required")
  REQUIRED,
  /** The record goes out when its files are here, in one zip with them. */
  @JsonProperty("enclosed")
  ENCLOSED;

  /** Whether a delivery ends only when the receiver has every file. */
  public boolean mustArrive() {
    return this == REQUIRED || this == ENCLOSED;
  }
}
