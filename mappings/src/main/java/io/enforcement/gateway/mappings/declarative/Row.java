package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;

/**
 * One record of a message before its mapping: either a value or what refuses it.
 *
 * @param position in the message, from 1
 */
record Row(int position, JsonNode value, List<Finding> findings) {

  static Row of(int position, JsonNode value) {
    return new Row(position, value, List.of());
  }

  static Row refused(int position, Finding finding) {
    return new Row(position, null, List.of(finding));
  }
}
