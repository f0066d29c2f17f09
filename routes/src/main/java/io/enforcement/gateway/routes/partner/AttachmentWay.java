package io.enforcement.gateway.routes.partner;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a sender brings the files that its records name ({@code attachments:}). */
public enum AttachmentWay {
  /** By their digests, over HTTP. */
  @JsonProperty("apart")
  APART,
  /** In one zip with the records. */
  @JsonProperty("enclosed")
  ENCLOSED
}
