/* Shows, hides, sorts and searches what already stands in this page. Nothing is fetched, nothing is stored. */
"use strict";
{
const root = document.documentElement;
root.className = "js";

const one = (id) => document.getElementById(id);
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

document.addEventListener("DOMContentLoaded", () => {
  try {
    start();
  } catch (fault) {
    root.className = "no-js"; // the page is made to work without us
    throw fault;
  }
});

function start() {
  const cards = all(".card").map((element) => ({
    element,
    home: element.parentNode,
    tier: element.parentNode.dataset.shelf,
    severity: element.dataset.severity,
    network: element.dataset.network,
    kind: element.dataset.kind,
    audience: element.dataset.audience,
    category: element.dataset.category.split(" "),
    year: element.dataset.year || (element.dataset.moment || "").slice(0, 4),
    moment: element.dataset.moment || (element.dataset.year === "undated" ? "" : element.dataset.year),
    box: element.querySelector(".ask input"),
    words: null,
  }));
  const plural = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;

  /* Words: a box on each card, a button and a key for all. */

  const showing = () => cards.some((card) => card.box.checked);
  const dock = () => { one("dock").hidden = !showing(); };
  const say = (words) => { one("said").textContent = words; };

  function hideAll() {
    for (const card of cards) card.box.checked = false;
    for (const files of all("details.status[open], details.reason[open]")) files.open = false;
    dock();
    say("All words are hidden.");
  }

  function showAll() {
    for (const card of cards) if (!card.element.hidden) card.box.checked = true;
    dock();
    say("The words of all posts listed are shown.");
  }

  /* The question: the answer lasts as long as the page is open. */

  const answers = all("input[name=gate]");
  const told = {
    no: "Each card now says what you could do.",
    yes: "Change nothing for now. What to do instead stands below the question.",
    unsure: "Change nothing for now. What to do instead stands below the question.",
  };

  /* A long report says each advice once; a card takes its copy when it comes into view. */

  function fill(todo) {
    const pointer = todo.querySelector("[href^='#advice-']");
    if (pointer) pointer.replaceWith(...Array.from(one(pointer.hash.slice(1)).children, (child) => child.cloneNode(true)));
  }

  const nearing = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      nearing.unobserve(target);
      fill(target.querySelector(".todo"));
    }
  }, { rootMargin: "800px" });
  if (one("advice")) for (const card of cards) nearing.observe(card.element);

  function answered(answer) {
    if (answer === "no") for (const steps of all(".go")) steps.open = true;
    root.dataset.gate = answer;
    one("gate-said").textContent = told[answer];
  }

  /* Filters: one pass over the cards. Nothing ticked in a group means all of it. */

  const form = one("filters");
  const groups = ["tier", "severity", "network", "category", "kind", "audience"];
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();

  function wordsOf(card) {
    if (card.words === null) {
      const parts = all(".said, .around", card.element).map((part) => part.textContent);
      card.words = folded(parts.join(" ")).replace(/\s+/g, " ");
    }
    return card.words;
  }

  function chosen() {
    const ticked = {};
    for (const name of groups) {
      const values = all(`[data-group=${name}] :checked`, form).map((box) => box.value);
      if (values.length) ticked[name] = new Set(values);
    }
    const terms = (folded(one("query").value).match(/"[^"]+"|\S+/g) || []).map((term) => term.replace(/"/g, ""));
    const years = one("from") ? [one("from").value, one("to").value] : ["", ""];
    return { ticked, terms: terms.filter(Boolean), years, undated: !one("undated") || one("undated").checked };
  }

  function inYears(card, [from, to], undated) {
    if (card.year === "undated") return undated || !(from || to);
    return (!from || card.year >= from) && (!to || card.year <= to);
  }

  function fits(card, wish) {
    for (const name in wish.ticked) {
      const values = wish.ticked[name];
      if (name === "category" ? !card.category.some((value) => values.has(value)) : !values.has(card[name])) return false;
    }
    return inYears(card, wish.years, wish.undated) && wish.terms.every((term) => wordsOf(card).includes(term));
  }

  function filter() {
    const wish = chosen();
    const shown = cards.filter((card) => {
      const fit = fits(card, wish);
      if (card.element.hidden === fit) card.element.hidden = !fit;
      return fit;
    });
    const narrowed = wish.terms.length || Object.keys(wish.ticked).length || wish.years.some(Boolean) || !wish.undated;
    one("again").hidden = !narrowed;
    one("none").hidden = shown.length > 0;
    headings(shown);
    chosenCounts(wish);
    const total = plural(cards.length, "post");
    const verb = (many) => (shown.length === 1 ? `${many}s` : many);
    const fitting = wish.terms.length ? `${verb("hold")} these words` : verb("fit");
    one("tally").textContent = narrowed ? `${shown.length.toLocaleString("en")} of ${total} ${fitting}.` : `${total}.`;
  }

  function headings(shown) {
    for (const shelf of all(".tier[data-shelf]")) {
      const here = shown.filter((card) => card.element.parentNode === shelf).length;
      const of = cards.filter((card) => card.element.parentNode === shelf).length;
      shelf.hidden = here === 0;
      shelf.querySelector(".count").textContent = here === of ? of.toLocaleString("en") : `${here.toLocaleString("en")} of ${of.toLocaleString("en")}`;
    }
    one("by-date").hidden = one("order").value === "rank" || shown.length === 0;
  }

  function chosenCounts(wish) {
    for (const fieldset of all("fieldset[data-group]", form)) {
      const name = fieldset.dataset.group;
      const narrowed = name === "year" ? wish.years.some(Boolean) || !wish.undated : name in wish.ticked;
      const count = narrowed && name !== "year" ? wish.ticked[name].size : "";
      fieldset.parentNode.querySelector(".chosen").textContent = narrowed ? `${count} chosen`.trim() : "";
    }
  }

  function sort() {
    const order = one("order").value;
    const sorted = cards.slice();
    if (order !== "rank") {
      const sign = order === "newest" ? -1 : 1;
      const late = (card) => (card.moment ? 0 : 1);
      sorted.sort((a, b) => late(a) - late(b) || sign * (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
    }
    const shelves = new Map();
    for (const card of sorted) {
      const shelf = order === "rank" ? card.home : one("by-date");
      if (!shelves.has(shelf)) shelves.set(shelf, document.createDocumentFragment());
      shelves.get(shelf).append(card.element);
    }
    for (const [shelf, fragment] of shelves) shelf.append(fragment);
    one("tier-by-date").textContent = order === "oldest" ? "By date, oldest first" : "By date, newest first";
    filter();
  }

  function showAllAgain() {
    form.reset();
    sort();
    one("query").focus();
  }

  /* Paper. */

  const opened = [];

  function openForPaper() {
    for (const todo of all(".card .todo")) fill(todo);
    for (const details of all("main details:not([open]):not(.panel):not(.tools details)")) {
      const lines = all("li", details).filter((line) => line.closest("details") === details);
      const named = details.closest(".status") && root.dataset.print !== "words"; // a file's name can hold a post's words
      if (details.closest(".go") || named || lines.length > 200) continue;
      details.open = true;
      opened.push(details);
    }
  }

  function closeAfterPaper() {
    for (const details of opened.splice(0)) details.open = false;
    delete root.dataset.print;
  }

  function print(words) {
    if (words) root.dataset.print = "words";
    window.print();
  }

  /* Keys. */

  const cardOf = (element) => element && element.closest && element.closest(".card");

  function step(by) {
    const listed = all(".card").filter((card) => !card.hidden);
    const here = listed.indexOf(cardOf(document.activeElement));
    let next = here + by;
    if (here < 0) next = listed.findIndex((card) => card.getBoundingClientRect().bottom > 1) + Math.min(by, 0);
    const card = listed[Math.max(0, Math.min(next, listed.length - 1))];
    if (!card) return;
    card.tabIndex = -1;
    card.setAttribute("aria-label", card.querySelector("h4").textContent);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
  }

  function toggleWords() {
    const card = cardOf(document.activeElement);
    if (!card) return say("Press j to go to a post first.");
    const box = card.querySelector(".ask input");
    box.checked = !box.checked;
    return dock();
  }

  function search() {
    if (!form) return;
    one("panel").open = true;
    one("query").focus();
  }

  const keys = { j: () => step(1), k: () => step(-1), w: toggleWords, h: hideAll, "/": search, "?": () => one("keys").showModal() };
  const typing = (target) => target.matches("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !one("single").checked) return;
    if (!(event.target instanceof Element) || typing(event.target) || (one("keys").open && event.key !== "h")) return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  });

  /* One listener each. */

  let waiting = 0;

  document.addEventListener("input", (event) => {
    if (event.target.id !== "query") return;
    clearTimeout(waiting);
    waiting = setTimeout(filter, 250);
  });

  document.addEventListener("change", (event) => {
    const target = event.target;
    if (target.name === "gate") answered(target.value);
    else if (target.parentNode.className === "ask") dock();
    else if (target.id === "order") sort();
    else if (form && form.contains(target) && target.id !== "query") filter();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("hide-all")) hideAll();
    else if (button.id === "show-all") showAll();
    else if (button.id === "again" || button.classList.contains("again")) showAllAgain();
    else if (button.id === "print") print(false);
    else if (button.id === "print-words") print(true);
    else if (button.id === "help") one("keys").showModal();
    else if (button.id === "close-keys") one("keys").close();
  });

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target === form) filter();
  });
  window.addEventListener("beforeprint", openForPaper);
  window.addEventListener("afterprint", closeAfterPaper);

  /* A page that comes back from the browser's memory starts afresh. */

  function afresh() {
    for (const answer of answers) answer.checked = false;
    delete root.dataset.gate;
    for (const card of cards) card.box.checked = false;
    dock();
  }

  window.addEventListener("pageshow", (event) => { if (event.persisted) afresh(); });
  afresh();

  if (form) {
    const wide = window.matchMedia("(min-width: 60rem)");
    const panel = () => { one("panel").open = wide.matches; };
    wide.addEventListener("change", panel);
    panel();
  }
}
}
