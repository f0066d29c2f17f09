package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.partner.PackFiles;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PackCheck {
  List<PackProblem> check(PackFiles pack) {
    return List.of();
  }
}
