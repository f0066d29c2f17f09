// Keyboard, check boxes, and the mark that something on the page may be old. Nothing works only by this script.
(function () {
  "use strict";
  var goesTo = { m: "/console/messages", d: "/console/dead-letters", r: "/console/routes", a: "/console/alarms", w: "/console" };
  var waitingForPlace = false;

  function rows() { return Array.prototype.slice.call(document.querySelectorAll("[data-row]")); }

  function move(step) {
    var all = rows();
    if (!all.length) { return; }
    var at = all.findIndex(function (row) { return row.classList.contains("at"); });
    var next = Math.min(all.length - 1, Math.max(0, at + step));
    if (at >= 0) { all[at].classList.remove("at"); }
    all[next].classList.add("at");
    all[next].scrollIntoView({ block: "nearest" });
    var link = all[next].querySelector("a[href]");
    if (link) { link.focus({ preventScroll: true }); }
  }

  function current(selector) { return document.querySelector("[data-row].at " + selector); }

  function countTicks() {
    document.querySelectorAll("[data-needs]").forEach(function (button) {
      button.disabled = !document.querySelector("input[name='" + button.dataset.needs + "']:checked");
    });
  }

  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (typing || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem("keys") === "off") { return; }
    if (waitingForPlace) {
      waitingForPlace = false;
      var place = goesTo[event.key];
      if (place && document.querySelector(".side a[href='" + place + "']")) { location.href = place; }
      return;
    }
    if (event.key === "/") { event.preventDefault(); document.getElementById("key").focus(); }
    else if (event.key === "j") { move(1); }
    else if (event.key === "k") { move(-1); }
    else if (event.key === "x") { var box = current("input[type='checkbox']"); if (box) { box.click(); } }
    else if (event.key === "g") { waitingForPlace = true; }
    else if (event.key === "?") { document.getElementById("keys").showModal(); }
  });

  document.addEventListener("change", function (event) {
    var target = event.target;
    if (target.dataset.all) {
      document.querySelectorAll("input[name='" + target.dataset.all + "']").forEach(function (box) { box.checked = target.checked; });
    }
    if (target.id === "keys-off") { localStorage.setItem("keys", target.checked ? "off" : "on"); }
    countTicks();
  });

  document.addEventListener("submit", function (event) {
    var question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) { event.preventDefault(); }
  });

  function stale(isStale) { document.getElementById("stale").hidden = !isStale; }
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function () { stale(true); });
  });
  document.addEventListener("htmx:afterOnLoad", function () { stale(false); });

  document.getElementById("keys-off").checked = localStorage.getItem("keys") === "off";
  countTicks();
})();
