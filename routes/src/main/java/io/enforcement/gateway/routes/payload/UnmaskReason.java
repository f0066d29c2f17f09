package io.enforcement.gateway.routes.payload;

/** Why somebody has to see the values of a message as they are. */
public enum UnmaskReason {
  /** A sender or receiver asks about this very case. */
  ENQUIRY,
  /** A failure cannot be understood without the value. */
  FAILURE,
  /** Two sides have different values of one record. */
  RECONCILIATION,
  /** A court, the police or the supervision asks for it by law. */
  LEGAL_REQUEST,
  /** Something else, which the explanation says. */
  OTHER
}
