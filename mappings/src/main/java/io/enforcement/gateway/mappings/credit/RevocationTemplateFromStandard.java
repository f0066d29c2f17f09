package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Fills the list of what is to be taken down with one revocation. */
@Named("creditTemplateRevocation")
public final class RevocationTemplateFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return RevocationFromStandard.write((Revocation) record, context, Layout.OF_TEMPLATES);
  }
}
