package io.enforcement.gateway.standards.format;

/** Where in a document its schema complains, in the names that findings show. */
public interface SchemaPlace {

  /** The path of the current element; empty for the document itself. */
  String here();

  /** The path of the element around the current one. */
  String parent();

  /** The path of a child that the schema names, below the path of its parent. */
  String child(String parent, String element);
}
