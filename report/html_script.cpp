// The script of the HTML report: see html_assets.hpp. It filters, switches the language, and opens what is closed
// before printing; without it everything is shown.
#include "report/html_assets.hpp"

namespace roadlint::report {

const std::string_view html_script = R"js(
"use strict";
(function () {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const each = (selector, action) => document.querySelectorAll(selector).forEach(action);

  /* Texts that cannot hold both languages show the one that is chosen. */
  function showLanguage(language) {
    root.setAttribute("lang", language);
    each("[data-en]", (element) => { element.textContent = element.getAttribute("data-" + language); });
    each("svg title[lang='" + language + "']", (title) => { title.parentNode.prepend(title); });
    count();
  }

  const form = byId("filter");
  const findings = Array.from(document.querySelectorAll("#findings > li"));
  const columns = new Set(Array.from(document.querySelectorAll("a.pick"), (link) => link.getAttribute("data-rule")));
  const choices = ["scope", "entity", "file", "body", "rule", "severity"]
    .map((name) => ({ name: name, select: byId("by-" + name) })).filter((choice) => choice.select !== null);
  const texts = new Map();

  function textOf(finding) {
    if (!texts.has(finding)) texts.set(finding, finding.textContent.toLowerCase());
    return texts.get(finding);
  }

  function fitsScope(scope, wanted) {
    if (wanted.startsWith("R")) return scope === wanted.toLowerCase();
    return scope.split(" ").includes(wanted);
  }

  function fits(finding, name, wanted) {
    const own = finding.getAttribute("data-" + name);
    if (wanted === "") return true;
    if (name === "scope") return fitsScope(own, wanted);
    if (name === "rule" ? wanted === "*" : false) return columns.has(own) === false;
    if (name === "severity" ? wanted === "undecidable" : false) return finding.classList.contains("undecidable");
    return own === wanted;
  }

  function count() {
    const shown = findings.filter((finding) => finding.hidden === false).length;
    each("#shown > span", (line) => {
      const number = (value) => value.toLocaleString(line.getAttribute("lang"));
      const pattern = line.getAttribute(shown === 0 ? "data-none" : "data-pattern");
      line.textContent = pattern.replace("{0}", number(shown)).replace("{1}", number(findings.length));
    });
  }

  function filter() {
    const search = byId("by-text").value.trim().toLowerCase();
    for (const finding of findings) {
      const isChosen = choices.every((choice) => fits(finding, choice.name, choice.select.value));
      const isFound = search === "" ? true : isChosen ? textOf(finding).includes(search) : false;
      const isHidden = isChosen ? isFound === false : true;
      if (finding.hidden !== isHidden) finding.hidden = isHidden;
    }
    count();
  }

  /* A cell of the matrix shows its own findings. */
  function pick(event) {
    const link = event.currentTarget;
    form.reset();
    for (const choice of choices) choice.select.value = link.getAttribute("data-" + choice.name) || "";
    filter();
    byId("findings-heading").focus();
  }

  /* A link to a finding that the filter hides shows it again. */
  function showTarget() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    if (target.hidden) { form.reset(); filter(); }
    for (let box = target.closest("details"); box !== null; box = box.parentElement.closest("details")) box.open = true;
    target.scrollIntoView();
  }

  function waitForTyping(action) {
    let timer = 0;
    return () => { clearTimeout(timer); timer = setTimeout(action, findings.length > 2000 ? 250 : 0); };
  }

  const opened = [];
  addEventListener("beforeprint", () => each("details:not([open])", (box) => { box.open = true; opened.push(box); }));
  addEventListener("afterprint", () => { for (const box of opened.splice(0)) box.open = false; });

  const button = byId("language");
  button.hidden = false;
  button.addEventListener("click", () => showLanguage(root.getAttribute("lang") === "de" ? "en" : "de"));
  if (form !== null) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter, 0));
    form.addEventListener("change", filter);
    byId("by-text").addEventListener("input", waitForTyping(filter));
    each("a.pick", (link) => link.addEventListener("click", pick));
    addEventListener("hashchange", showTarget);
    if (location.hash) showTarget();
  }
})();
)js";

}  // namespace roadlint::report
