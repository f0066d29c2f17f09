package io.enforcement.gateway.mappings.declarative.language;

import com.schibsted.spt.data.jslt.Callable;
import java.util.List;

/** What mappings may call, and which of its arguments are checked when the mapping is read. */
public interface WithLiterals extends Callable {

  /** The arguments that stand in the mapping itself. */
  List<Literal> literals();
}
