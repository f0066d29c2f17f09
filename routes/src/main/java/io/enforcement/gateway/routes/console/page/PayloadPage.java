package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.MessagesApi;
import io.enforcement.gateway.routes.console.MessagesApi.MessageStatus;
import io.enforcement.gateway.routes.console.PayloadApi;
import io.enforcement.gateway.routes.console.PayloadApi.ReceivedPayload;
import io.enforcement.gateway.routes.console.PayloadApi.RecordPayload;
import io.enforcement.gateway.routes.console.PayloadApi.SentPayload;
import io.enforcement.gateway.routes.console.PayloadApi.Unmasking;
import io.enforcement.gateway.routes.payload.UnmaskReason;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands in a message: before a translation, after it, and the ways between. */
@Controller
class PayloadPage {

  private final MessagesApi messages;
  private final PayloadApi payloads;

  PayloadPage(MessagesApi messages, PayloadApi payloads) {
    this.messages = messages;
    this.payloads = payloads;
  }

  /** What came, and where each of its values went. */
  @GetMapping("/console/messages/{id}/payload")
  String received(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    ReceivedPayload payload = payloads.received(id, version, caller);
    frame(id, "received", payload.clearUntil(), caller, model, request);
    model.addAttribute("document", payload.document());
    return "console/payload";
  }

  /** The record of one part. */
  @GetMapping("/console/messages/{id}/payload/parts/{part}")
  String record(
      @PathVariable UUID id,
      @PathVariable int part,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    RecordPayload payload = payloads.record(id, part, caller);
    frame(id, "part-" + part, payload.clearUntil(), caller, model, request);
    model.addAttribute("values", payload.values());
    return "console/payload";
  }

  /** What a receiver gets, and where each of its values is from. */
  @GetMapping("/console/messages/{id}/payload/deliveries/{delivery}")
  String sent(
      @PathVariable UUID id,
      @PathVariable UUID delivery,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    SentPayload payload = payloads.sent(id, delivery, caller);
    frame(id, "delivery-" + delivery, payload.clearUntil(), caller, model, request);
    model.addAttribute("document", payload.document());
    model.addAttribute("sent", payload);
    return "console/payload";
  }

  /** Two documents beside each other. */
  @GetMapping("/console/messages/{id}/payload/diff")
  String diff(
      @PathVariable UUID id,
      @RequestParam String before,
      @RequestParam String after,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    model.addAttribute("lines", payloads.diff(id, before, after, caller));
    frame(id, "diff", payloads.clearUntil(id, caller), caller, model, request);
    model.addAttribute("before", before);
    model.addAttribute("after", after);
    return "console/payload";
  }

  @PostMapping("/console/messages/{id}/unmasking")
  String unmask(
      @PathVariable UUID id,
      @RequestParam UnmaskReason reason,
      @RequestParam String explanation,
      PersonAuthentication caller) {
    payloads.unmask(id, new Unmasking(reason.name(), explanation), caller);
    return "redirect:/console/messages/" + id + "/payload";
  }

  private void frame(
      UUID id,
      String view,
      Instant clearUntil,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    MessageStatus message = messages.message(id, caller, request);
    model.addAttribute("message", message);
    model.addAttribute("view", view);
    model.addAttribute("clearUntil", clearUntil);
    model.addAttribute("reasons", UnmaskReason.values());
  }
}
