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

  /* Texts that cannot hold both languages show the one that is chosen, and so do words that findings repeat. */
  function showLanguage(language) {
    root.setAttribute("lang", language);
    each("[data-en]", (element) => { element.textContent = element.getAttribute("data-" + language); });
    each("[data-label-en]", (element) => {
      element.setAttribute("aria-label", element.getAttribute("data-label-" + language));
    });
    each("[data-title-en]", (element) => { element.title = element.getAttribute("data-title-" + language); });
    const words = new Map();
    each("#words > i", (word) => words.set(word.getAttribute("data-word"), word.getAttribute("data-in-" + language)));
    each("[data-w]", (element) => { element.textContent = words.get(element.getAttribute("data-w")); });
    each("svg title[lang='" + language + "']", (title) => { title.parentNode.prepend(title); });
    texts.clear();
    if (form !== null) filter();
  }

  const form = byId("filter");
  const names = ["scope", "entity", "file", "body", "rule", "severity"];
  const choices = names.map((name) => ({ name: name, select: byId("by-" + name) })).filter((choice) => choice.select);
  const columns = new Set(Array.from(document.querySelectorAll("a.pick"), (link) => link.getAttribute("data-rule")));
  const findings = Array.from(document.querySelectorAll("#findings > li"), kindOf);
  const texts = new Map();
  let leftOut = null;

  /* What a finding can be filtered by. */
  function kindOf(element) {
    const kind = { element: element, isUndecidable: element.classList.contains("undecidable") };
    for (const name of names) kind[name] = element.getAttribute("data-" + name);
    return kind;
  }

  /* The values of a choice, without the first one, which is "all". */
  function valuesOf(name) {
    const select = byId("by-" + name);
    return select === null ? [] : Array.from(select.options, (option) => option.value).slice(1);
  }

  /* The kinds of the findings that the page does not list, with their number: see write_html_left_out. */
  function readLeftOut(rows) {
    const entities = valuesOf("entity");
    const rules = valuesOf("rule");
    const severities = valuesOf("severity");
    return rows.split(";").map((row) => {
      const [place, file, body, rule, severity, undecidable, number] = row.split(",");
      return { scope: place, entity: entities[place], file: file, body: body, rule: rules[rule],
        severity: severities[severity], isUndecidable: undecidable === "1", number: Number(number) };
    });
  }

  function kindsLeftOut() {
    const box = byId("left-out");
    if (leftOut === null) leftOut = box === null ? [] : readLeftOut(box.getAttribute("data-rows"));
    return leftOut;
  }

  function sum(kinds) { return kinds.reduce((total, kind) => total + kind.number, 0); }

  function textOf(finding) {
    if (!texts.has(finding)) texts.set(finding, shownText(finding, root.getAttribute("lang")).toLowerCase());
    return texts.get(finding);
  }

  /* Without the texts of the language that is not shown. */
  function shownText(node, language) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.className === "l" ? node.getAttribute("lang") !== language : false) return "";
    return Array.from(node.childNodes, (child) => shownText(child, language)).join("");
  }

  /* What the filter is set to, for the paper, on which it is not: "Rule: goal-budget". */
  function chosenValues() {
    const language = root.getAttribute("lang");
    const nameOf = (control) => Array.from(control.closest("label").children)
      .filter((child) => child.matches("bdi")).map((child) => shownText(child, language)).join("");
    const values = choices.filter((choice) => choice.select.value !== "").map((choice) =>
      nameOf(choice.select) + ": " + choice.select.selectedOptions[0].textContent.replace(/^– /, ""));
    if (searched() !== "") values.push(nameOf(byId("by-text")) + ": " + byId("by-text").value.trim());
    return values;
  }

  function showChosen() {
    const values = chosenValues();
    root.classList.toggle("filtered", values.length > 0);
    byId("chosen").replaceChildren(...values.map((value) => {
      const part = document.createElement("bdi");
      part.textContent = value;
      return part;
    }));
  }

  function fitsScope(scope, wanted) {
    if (wanted.startsWith("R")) return scope === wanted.toLowerCase();
    return scope.split(" ").includes(wanted);
  }

  function fits(kind, name, wanted) {
    if (wanted === "") return true;
    if (name === "scope") return fitsScope(kind.scope, wanted);
    if (name === "rule" ? wanted === "*" : false) return columns.has(kind.rule) === false;
    if (name === "severity" ? wanted === "undecidable" : false) return kind.isUndecidable;
    return kind[name] === wanted;
  }

  function isChosen(kind) { return choices.every((choice) => fits(kind, choice.name, choice.select.value)); }

  function searched() { return byId("by-text").value.trim().toLowerCase(); }

  function count() {
    const shown = findings.filter((finding) => finding.element.hidden === false).length;
    const rest = sum(kindsLeftOut().filter(isChosen));
    const total = rest > 0 ? shown + rest : findings.length + sum(kindsLeftOut());
    const pattern = rest > 0 ? (searched() === "" ? "data-more" : "data-searched")
      : shown === 0 ? "data-none" : "data-pattern";
    each("#shown > span", (line) => {
      const number = (value) => value.toLocaleString(line.getAttribute("lang"));
      line.textContent = line.getAttribute(pattern)
        .replace("{0}", number(shown)).replace("{1}", number(total)).replace("{2}", number(rest));
    });
  }

  function filter() {
    const search = searched();
    for (const finding of findings) {
      const element = finding.element;
      const isShown = isChosen(finding) ? (search === "" ? true : textOf(element).includes(search)) : false;
      if (element.hidden === isShown) element.hidden = !isShown;
    }
    count();
    showChosen();
  }

  /* A cell of the matrix shows its own findings. */
  function pick(event) {
    const link = event.currentTarget;
    form.reset();
    for (const choice of choices) choice.select.value = link.getAttribute("data-" + choice.name) || "";
    filter();
    byId("findings-heading").focus();
  }

  /* What follows the "#", which people may have cut anywhere. */
  function nameInAddress() {
    const name = location.hash.slice(1);
    try { return decodeURIComponent(name); } catch { return name; }
  }

  /* A link to a finding that the filter hides shows it again. */
  function showTarget() {
    const target = byId(nameInAddress());
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
    setTimeout(kindsLeftOut, 0);
  }
})();
)js";

}  // namespace roadlint::report
