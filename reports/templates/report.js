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
  /* A finding has a place on one network or on several; each is decided about by itself, all of them at once if wanted. */

  const placesOf = (element) => [element, ...all("[data-finding]", element)].map(({ dataset }) => ({
    finding: dataset.finding,
    label: dataset.label,
    network: dataset.network,
    kind: dataset.kind,
    audience: dataset.audience,
    presence: dataset.presence || "",
    stored: { decision: dataset.decision || "", reason: dataset.reason || "", note: dataset.note || "" },
    now: null, // what was decided on this page; null: nothing
    meant: true, // by the next decision
  }));
  const cards = all(".card").map((element) => ({
    element,
    home: element.parentNode,
    tier: element.parentNode.dataset.shelf,
    severity: element.dataset.severity,
    places: placesOf(element),
    category: element.dataset.category.split(" "),
    year: element.dataset.year || (element.dataset.moment || "").slice(0, 4),
    moment: element.dataset.moment || (element.dataset.year === "undated" ? "" : element.dataset.year),
    box: element.querySelector(".ask input"),
    words: null,
  }));
  const places = cards.flatMap((card) => card.places);
  const byElement = new Map(cards.map((card) => [card.element, card]));
  const plural = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;

  /* Words: a box on each card, a button and a key for all. */

  const showing = () => cards.some((card) => card.box.checked);
  function dock() {
    one("dock").querySelector(".hide-all").hidden = !showing();
    one("dock").hidden = !showing() && !deciding();
  }
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
      for (const todo of all(".todo", target)) fill(todo);
      equip(byElement.get(target));
    }
  }, { rootMargin: "800px" });

  function answered(answer) {
    if (answer === "no") for (const steps of all(".go")) steps.open = true;
    root.dataset.gate = answer;
    one("gate-said").textContent = told[answer];
    if (!shape) return;
    for (const card of cards) if (card.places.some((place) => place.now)) reflect(card);
    progress();
  }

  /* Decisions: kept here until they are saved as a file. What would change a post counts only after a no. */

  const shape = one("deciding");
  const offered = shape ? all("input[type=radio]", shape.content).map((radio) => radio.value) : [];
  const among = (flag) => new Set(shape ? all(`input[data-${flag}]`, shape.content).map((radio) => radio.value) : []);
  const acts = among("acts");
  const closes = among("closes");
  const nothing = { decision: "", reason: "", note: "" };
  const deciding = () => Boolean(shape && root.dataset.gate);
  const counts = (told) => told.decision === "" || !acts.has(told.decision) || root.dataset.gate === "no";
  const standing = (place) => (place.now && counts(place.now) ? place.now : place.stored);
  const same = (a, b) => a.decision === b.decision && a.reason === b.reason && a.note === b.note;
  const changed = () => places.filter((place) => !same(standing(place), place.stored));
  function agreed(card) { // what holds of all the places that are meant
    const [first, ...others] = card.places.filter((place) => place.meant).map(standing);
    return first && others.every((other) => same(first, other)) ? first : nothing;
  }
  let saved = "[]";

  function equip(card) {
    if (!shape || card.element.querySelector("dd.decide")) return;
    const piece = shape.content.cloneNode(true);
    const place = card.element.id.slice(5);
    all("label", piece).forEach((label) => {
      const field = label.querySelector("input") ? null : label.parentNode.querySelector("select, input");
      if (field) label.htmlFor = field.id = `${field.name}-${place}`;
      else label.querySelector("input").name = `decision-${place}`;
    });
    if (card.places.length > 1) piece.querySelector("fieldset").prepend(meant(card));
    card.element.querySelector("dl.lines").append(piece);
    reflect(card);
  }

  function meant(card) {
    const line = document.createElement("p");
    line.className = "meant";
    line.append("For: ");
    for (const place of card.places) {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: place.meant });
      const held = Object.assign(document.createElement("b"), { className: "held" });
      label.append(box, ` ${place.label} `, held);
      line.append(label);
    }
    return line;
  }

  function means(card) {
    all(".meant input", card.element).forEach((box, at) => { card.places[at].meant = box.checked; });
    reflect(card);
  }

  function reflect(card) {
    const told = agreed(card);
    const radios = all(".pills input", card.element);
    all(".meant .held", card.element).forEach((held, at) => {
      const { decision } = standing(card.places[at]);
      const pill = radios.find((radio) => radio.value === decision);
      held.textContent = pill ? `(${pill.parentNode.querySelector("span").textContent})` : "";
    });
    for (const radio of radios) radio.checked = radio.value === told.decision;
    const checked = radios.find((radio) => radio.checked);
    const why = card.element.querySelector(".why");
    if (!why) return;
    why.hidden = !checked;
    why.querySelector(".meaning").textContent = checked ? checked.dataset.meaning : "";
    why.querySelector("select").value = told.reason;
    const note = why.querySelector("[name=note]");
    if (document.activeElement !== note) note.value = told.note;
  }

  function decide(card, told) {
    for (const place of card.places) if (place.meant) place.now = told;
    reflect(card);
    progress();
  }

  function choose(card, decision) {
    equip(card);
    if (!deciding()) return say("Please answer the question above first.");
    if (acts.has(decision) && root.dataset.gate !== "no") return say("Nothing that changes a post is offered while something is open or likely.");
    if (!card.places.some((place) => place.meant)) {
      reflect(card);
      return say("Tick at least one place first.");
    }
    const { reason, note } = agreed(card);
    decide(card, decision ? { decision, reason, note } : nothing);
    const label = decision && card.element.querySelector(".pills :checked + span").textContent;
    return say(`${label || "Taken back"}. ${one("progress").textContent}`);
  }

  function explained(card) {
    const why = card.element.querySelector(".why");
    const note = why.querySelector("[name=note]").value.trim().replace(/\s+/g, " ");
    const wrong = repeats(note, card.element.querySelector(".said").textContent);
    why.querySelector(".amiss").textContent = wrong ? "The note repeats words of the post; a name counts too. Say it otherwise: it is not kept like this." : "";
    why.querySelector("[name=note]").setAttribute("aria-invalid", String(wrong));
    decide(card, { decision: agreed(card).decision, reason: why.querySelector("select").value, note: wrong ? "" : note });
    if (wrong) why.querySelector("[name=note]").value = note; // to be mended, not typed again
  }

  /* As in audit/decisions.py, which checks again: no run of four words, no shorter post whole, no name. */

  function repeats(note, post) {
    const words = (text) => text.normalize("NFKC").toLowerCase().replace(/’/g, "'").match(/[\p{L}\p{N}_]+(?:'[\p{L}\p{N}_]+)*/gu) || [];
    const [ours, theirs] = [words(note), words(post)];
    const run = Math.min(4, theirs.length);
    const runs = new Set(theirs.map((_, at) => theirs.slice(at, at + run)).filter((some) => some.length === run).map((some) => some.join(" ")));
    const named = post.normalize("NFKC").matchAll(/[\p{L}\p{N},;:)\]] (?=(\p{Lu}\p{Ll}+))/gu);
    const names = new Set(Array.from(named, (found) => found[1].toLowerCase()));
    return ours.some((word, at) => names.has(word) || (run > 0 && at + run <= ours.length && runs.has(ours.slice(at, at + run).join(" "))));
  }

  function progress() {
    const told = cards.map((card) => card.places.map((place) => standing(place).decision));
    const done = told.filter((decisions) => decisions.every((decision) => closes.has(decision))).length;
    const aside = told.filter((decisions) => decisions.some((decision) => decision && !closes.has(decision))).length;
    const number = (many) => many.toLocaleString("en");
    one("progress").textContent = `${number(done)} of ${number(cards.length)} decided${aside ? `, ${number(aside)} set aside` : ""}`;
    const open = changed().length;
    one("save").disabled = open === 0 && !answeredAnew();
    one("unsaved").textContent = open && file() !== saved ? `(${number(open)})` : "";
    for (const box of all("[data-group=decision] input")) {
      box.closest("label").querySelector(".many").textContent = number(told.filter((decisions) => decisions.includes(box.value)).length);
    }
    dock();
  }

  const answeredAnew = () => !answers.some((answer) => answer.checked && answer.defaultChecked);

  function file() {
    const decisions = changed().map((place) => {
      const told = standing(place);
      return { finding: place.finding, decision: told.decision || "undone", reason: told.reason, note: told.note };
    });
    return JSON.stringify(decisions);
  }

  function save() {
    saved = file();
    const whole = { format: "backscroll-decisions/1", made_on: new Date().toISOString(), gate: root.dataset.gate || "", decisions: JSON.parse(saved) };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(whole, null, 1), "\n"], { type: "application/json" }));
    link.download = "backscroll-decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    progress();
    say("Saved as backscroll-decisions.json, where your browser puts downloads.");
  }

  window.addEventListener("beforeunload", (event) => {
    if (shape && file() !== saved) event.preventDefault();
  });

  /* Filters: one pass over the cards. Nothing ticked in a group means all of it. */

  const form = one("filters");
  const groups = ["tier", "decision", "presence", "severity", "network", "category", "kind", "audience"];
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

  function ownOf(card, name) {
    if (name === "category") return card.category;
    if (name === "tier" || name === "severity") return [card[name]];
    return card.places.map((place) => (name === "decision" ? standing(place).decision : place[name]));
  }

  function fits(card, wish) {
    for (const name in wish.ticked) {
      const values = wish.ticked[name];
      const own = ownOf(card, name);
      if (!own.some((value) => values.has(value))) return false;
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
    const total = plural(cards.length, "post") + (places.length > cards.length ? ` in ${plural(places.length, "place")}` : "");
    const verb = (many) => (shown.length === 1 ? `${many}s` : many);
    const fitting = wish.terms.length ? `${verb("hold")} these words` : verb("fit");
    one("tally").textContent = narrowed ? `${shown.length.toLocaleString("en")} of ${total} ${fitting}.` : `${total}.`;
  }

  function headings(shown) {
    for (const shelf of all(".tier[data-shelf]")) {
      const here = shown.filter((card) => card.element.parentNode === shelf).length;
      const of = cards.filter((card) => card.element.parentNode === shelf).length;
      shelf.hidden = here === 0;
      if (here && here < of && shelf.tagName === "DETAILS") shelf.open = true;
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

  function takeBack(button) {
    const card = byElement.get(cardOf(button));
    choose(card, "");
    card.element.querySelector(".pills label:not(.acts) input").focus();
  }

  /* Keys. */

  const cardOf = (element) => element && element.closest && element.closest(".card");

  function step(by) {
    const listed = all(".card").filter((card) => !card.hidden && !card.closest("details.tier:not([open])"));
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

  function decideByKey(key) {
    const card = byElement.get(cardOf(document.activeElement));
    if (!card) return say("Press j to go to a post first.");
    return choose(card, key === "0" ? "" : offered[key - 1]);
  }

  const keys = { j: () => step(1), k: () => step(-1), w: toggleWords, h: hideAll, "/": search, "?": () => one("keys").showModal() };
  const typing = (target) => target.matches("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !one("single").checked) return;
    if (!(event.target instanceof Element) || typing(event.target) || (one("keys").open && event.key !== "h")) return;
    const digit = shape && /^\d$/.test(event.key) && event.key <= offered.length;
    const act = digit ? () => decideByKey(event.key) : Object.hasOwn(keys, event.key) ? keys[event.key] : null;
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
    const card = target.closest("dd.decide") && byElement.get(cardOf(target));
    if (target.name === "gate") answered(target.value);
    else if (card && target.closest(".meant")) means(card);
    else if (card && target.type === "radio") choose(card, target.value);
    else if (card) explained(card);
    else if (target.parentNode.className === "ask") dock();
    else if (target.id === "order") sort();
    else if (form && form.contains(target) && target.id !== "query") filter();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("hide-all")) hideAll();
    else if (button.id === "save") save();
    else if (button.classList.contains("take-back")) takeBack(button);
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
    delete root.dataset.gate;
    for (const answer of answers) {
      answer.checked = answer.defaultChecked;
      if (answer.checked) answered(answer.value);
    }
    for (const card of cards) card.box.checked = false;
    dock();
  }

  window.addEventListener("pageshow", (event) => { if (event.persisted) afresh(); });
  afresh();
  if (one("advice")) for (const card of cards) nearing.observe(card.element);
  else for (const card of cards) equip(card);

  if (form) {
    const wide = window.matchMedia("(min-width: 60rem)");
    const panel = () => { one("panel").open = wide.matches; };
    wide.addEventListener("change", panel);
    panel();
  }
}
}
