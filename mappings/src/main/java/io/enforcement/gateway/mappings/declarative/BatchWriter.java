package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.file.BatchFile;
import io.enforcement.gateway.mappings.file.BatchFile.DataFile;
import io.enforcement.gateway.mappings.file.ContentDigest;
import java.util.List;

/** A batch file with one data file, which is named by the delivery's key. */
record BatchWriter(BatchFile batch, ContentDigest digest, String type, RowWriter rows)
    implements RowWriter {

  @Override
  public byte[] write(JsonNode answer, Context context) {
    int count = answer.isArray() ? answer.size() : 1;
    String name = context.key() + "." + type;
    return batch.write(
        List.of(DataFile.of(name, type, count, rows.write(answer, context))), digest);
  }
}
