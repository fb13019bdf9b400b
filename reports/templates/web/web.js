/* What every screen shares: hiding everything, going on without leaving the page, saying what happened.

   backscroll.ready(work)        work() runs when a screen is shown, also when it was shown without a new page
   backscroll.send(address, fields)   sends a form; promise of the answer, rejects with a sentence to be shown
   backscroll.go(address)        shows another screen in this page
   backscroll.part(address, id)  renews one part of this screen
   backscroll.keys = (key) => …  what single keys do on this screen; returns true if it took the key
   backscroll.say(words)         for those who listen
   backscroll.title(words)       the tab's title, unless everything is hidden

   Nothing is kept in any storage of the browser. Everything works without this file, but hiding by one key. */
"use strict";

const backscroll = (() => {
  const root = document.documentElement;
  root.className = "js";

  const ALIVE = 60000; // milliseconds between two signs that a page is open
  const GONE = "Backscroll is not running any more, so this was not kept. Start it again: you go on where you left off.";
  const works = [];
  const one = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const shared = { keys: null, beforeLeaving: null };
  let title = document.title;

  const say = (words) => {
    const place = one("said");
    if (place) place.textContent = words;
  };

  const begin = () => {
    shared.keys = null;
    shared.beforeLeaving = null;
    for (const work of works) work();
  };

  const ready = (work) => { works.push(work); };

  // --- hiding ---------------------------------------------------------------------------------------------------------

  const covered = () => !one("cover").hidden;

  const hideWords = () => {
    for (const box of all(".ask > input")) box.checked = false;
    for (const files of all("details.status[open], details.reason[open]")) files.open = false; // names of files can tell
  };

  const cover = () => {
    hideWords();
    document.dispatchEvent(new CustomEvent("backscroll-hidden"));
    title = document.title;
    document.title = "Page";
    one("everything").hidden = true;
    one("cover").hidden = false;
    one("uncover").focus();
  };

  const uncover = () => {
    one("cover").hidden = true;
    one("everything").hidden = false;
    document.title = title;
    const heading = document.querySelector("h1");
    if (heading) heading.focus();
  };

  const retitle = (words) => {
    title = `${words} · Backscroll`;
    if (!covered()) document.title = title;
  };

  // --- sending and going on -----------------------------------------------------------------------------------------

  const lost = () => {
    if (one("lost")) return;
    const told = document.createElement("div");
    told.id = "lost";
    told.className = "notice amiss";
    told.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = GONE;
    told.append(words);
    one("main").prepend(told);
  };

  const reached = async (address, wish) => {
    try {
      return await fetch(address, wish);
    } catch {
      lost();
      throw new Error(GONE);
    }
  };

  const send = async (address, fields) => {
    const response = await reached(address, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(fields),
    });
    const answer = response.status === 204 ? {} : await response.json();
    if (!response.ok) throw new Error(answer.sentence || GONE);
    return answer;
  };

  const parsed = async (address, wish = {}) => {
    const response = await reached(address, { headers: { Accept: "text/html" }, ...wish });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return [page, response.url];
  };

  const show = (page, address, { keep = false } = {}) => {
    const next = page.getElementById("everything");
    const everything = one("everything");
    if (next && everything) everything.replaceWith(document.adoptNode(next));
    else document.body.replaceWith(document.adoptNode(page.body));
    for (const name of ["data-gate", "data-keys"]) {
      const value = page.documentElement.getAttribute(name);
      if (value === null) root.removeAttribute(name);
      else root.setAttribute(name, value);
    }
    title = page.title;
    const hidden = one("cover") && covered();
    if (hidden && one("everything")) one("everything").hidden = true;
    else document.title = title;
    if (!keep && address !== location.href) history.pushState(null, "", address);
    begin();
    if (hidden) return;
    scrollTo(0, 0);
    const first = one("problem") || document.querySelector("h1");
    if (first) first.focus({ preventScroll: first.id !== "problem" });
  };

  const go = async (address, keep = false) => {
    const [page, came] = await parsed(address);
    show(page, came, { keep });
  };

  const part = async (address, id) => {
    const [page] = await parsed(address);
    const [now, next] = [one(id), page.getElementById(id)];
    if (now && next) now.replaceWith(document.adoptNode(next));
  };

  /* While the browser hands over files, this page has to stay: what would lead on changes it instead. */

  const staying = () => window.backscrollFiles && window.backscrollFiles.needed();

  const ours = (link) =>
    link && link.origin === location.origin && !link.hasAttribute("download") && !link.target &&
    !(link.hash && link.pathname === location.pathname);

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (link && link.id === "hide-everything") {
      event.preventDefault();
      cover();
      return;
    }
    if (event.target.id === "uncover") uncover();
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!ours(link) || !(staying() || link.closest("[data-soft]"))) return;
    event.preventDefault();
    if (shared.beforeLeaving && !shared.beforeLeaving()) return;
    go(link.href).catch(() => {});
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    const waiting = form.querySelector(".wait");
    if (waiting && form.dataset.wait) {
      waiting.textContent = form.dataset.wait;
      for (const button of all("button", form)) button.setAttribute("aria-disabled", "true");
    }
    if (!staying()) return;
    event.preventDefault();
    const by = event.submitter;
    const fields = new URLSearchParams(new FormData(form, by));
    const address = new URL((by && by.getAttribute("formaction")) || form.getAttribute("action"), location.href);
    const asked = form.method === "get";
    if (asked) address.search = fields;
    parsed(address, asked ? {} : { method: "POST", body: fields }).then(([page, came]) => show(page, came)).catch(() => {});
  });

  window.addEventListener("popstate", () => go(location.href, true).catch(() => {}));

  // --- keys ---------------------------------------------------------------------------------------------------------

  const typing = (place) => place.closest && place.closest("input:not([type=checkbox], [type=radio]), textarea, select");

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && one("cover")) {
      event.preventDefault();
      if (!covered()) cover(); // pressed twice in a hurry, it stays hidden
      return;
    }
    if (root.dataset.keys !== "on" || !one("cover") || covered() || !shared.keys || typing(event.target)) return;
    const presses = event.target.closest && event.target.closest("button, a, summary, input, label");
    if (presses && (event.key === "Enter" || event.key === " ")) return;
    if (event.repeat && event.key !== "." && event.key !== "b") return;
    if (shared.keys(event.key)) event.preventDefault();
  });

  // --- begin --------------------------------------------------------------------------------------------------------

  document.addEventListener("DOMContentLoaded", () => {
    begin();
    const amiss = one("problem");
    if (amiss) amiss.focus();
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) hideWords(); });
  setInterval(() => fetch("/alive", { method: "POST" }).catch(() => {}), ALIVE);

  return Object.assign(shared, { ready, say, send, go, part, title: retitle, one, all, hideWords, covered });
})();
