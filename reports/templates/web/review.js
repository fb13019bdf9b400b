/* One finding at a time: a key or a click decides, the decision is kept at once, the next one comes. */
"use strict";

{
  const SAVE = 1200; // milliseconds after the last letter of a note
  const { one, all } = backscroll;
  let always = false; // the words of each show as it comes

  document.addEventListener("backscroll-hidden", () => { always = false; });

  const review = () => {
    const sheet = one("sheet");
    if (!sheet) return;
    const form = one("deciding");
    const [note, reason, words] = [one("note"), one("reason"), one("words")];
    let busy = false;
    let asking = "";
    let saving = 0;
    let kept = note.value;

    words.checked = always;
    words.addEventListener("change", () => { always = words.checked; });

    const amiss = (sentence) => {
      one("note-said").textContent = sentence;
      note.setAttribute("aria-invalid", "true");
      note.focus();
    };

    const saved = (answer) => {
      one("held").textContent = answer.held;
      if (everywhere()) for (const place of all(".everywhere li span", form)) place.textContent = answer.held;
      one("progress").textContent = answer.progress;
      one("saved").textContent = answer.said;
      note.removeAttribute("aria-invalid");
      kept = note.value;
    };

    const everywhere = () => (one("everywhere") && one("everywhere").checked ? "yes" : "");
    const store = (decision, why) =>
      backscroll.send(form.action, { decision, reason: why, note: note.value, everywhere: everywhere() });

    const on = async (answer) => {
      await backscroll.go(answer.go);
      const place = one("saved");
      if (place) place.textContent = `${answer.said}. ${answer.progress}.`;
      else backscroll.say(`${answer.said}. ${answer.progress}.`);
    };

    /* What stays up is worth a word on why; that is asked once the decision is kept. */
    const decide = async (button) => {
      if (busy) return;
      busy = true;
      clearTimeout(saving);
      try {
        const asks = button.hasAttribute("data-asks");
        const answer = await store(button.value, asks || button.value === "undone" ? "" : reason.value);
        saved(answer);
        if (!asks) {
          await on(answer);
          return;
        }
        asking = button.value;
        for (const other of all("button[name=decision]", form)) other.setAttribute("aria-pressed", String(other === button));
        one("asks").hidden = false;
        one("asks").querySelector("h3").focus();
        busy = false;
      } catch (problem) {
        busy = false;
        amiss(problem.message);
      }
    };

    const explain = async (why) => {
      if (busy) return;
      busy = true;
      try {
        const answer = await store(asking, why);
        await on(answer);
      } catch (problem) {
        busy = false;
        amiss(problem.message);
      }
    };

    /* Who clicks twice means one decision, not one about the next post as well. */
    form.addEventListener("click", (event) => {
      if (event.detail < 2 || !event.target.closest("button")) return;
      event.preventDefault();
      event.stopPropagation();
    }, true);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const by = event.submitter;
      if (by && by.name === "decision") decide(by);
    });
    one("asks").addEventListener("click", (event) => {
      const button = event.target.closest("button[data-reason]");
      if (button) explain(button.dataset.reason);
    });

    /* A note and a reason belong to a decision: with one they are kept as they are written, without one they wait. */
    const keep = async () => {
      clearTimeout(saving);
      const decision = asking || sheet.dataset.decision;
      if (!decision || busy) return;
      try {
        saved(await store(decision, reason.value));
        one("note-said").textContent = "Saved.";
      } catch (problem) {
        one("note-said").textContent = problem.message;
        note.setAttribute("aria-invalid", "true");
      }
    };
    note.addEventListener("input", () => {
      clearTimeout(saving);
      const decided = asking || sheet.dataset.decision;
      one("note-said").textContent = decided ? "" : "It is kept with your decision.";
      if (decided) saving = setTimeout(keep, SAVE);
    });
    note.addEventListener("change", () => { if (note.value !== kept) keep(); });
    note.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault(); // it would press the first decision
      keep();
      one("which").focus();
    });
    reason.addEventListener("change", keep);

    const waits = () => !asking && !sheet.dataset.decision && note.value.trim() && note.value !== kept;
    backscroll.beforeLeaving = () => {
      if (!waits()) return true;
      kept = note.value; // said once
      amiss("This note is not kept yet: it needs a decision. Decide, or leave again to let it go.");
      return false;
    };

    const undo = async () => {
      if (busy) return;
      busy = true;
      try {
        const answer = await backscroll.send("/undo", {});
        await backscroll.go(answer.go);
        if (one("saved")) one("saved").textContent = answer.sentence;
      } catch (problem) {
        busy = false;
        backscroll.say(problem.message);
      }
    };
    one("undo").addEventListener("submit", (event) => {
      event.preventDefault();
      undo();
    });

    const turn = (address) => {
      if (!address || busy || !backscroll.beforeLeaving()) return;
      busy = true;
      backscroll.go(address).catch(() => { busy = false; });
    };

    const press = (key, within, name) => {
      const found = all(`button[${name}]`, within).find((button) => button.dataset.key === key);
      if (found) found.click();
      return Boolean(found);
    };

    backscroll.keys = (key) => {
      if (asking && press(key, one("asks"), "data-reason")) return true;
      if (key === " ") {
        words.checked = !words.checked;
        always = words.checked;
        backscroll.say(words.checked ? "The words show." : "The words are hidden.");
        return true;
      }
      const ways = {
        ".": () => turn(sheet.dataset.after),
        b: () => turn(sheet.dataset.before),
        u: undo,
        "/": () => note.focus(),
        "?": () => { const keys = one("keys"); keys.open = true; keys.querySelector("summary").focus(); },
      };
      if (ways[key]) {
        ways[key]();
        return true;
      }
      return press(key, form, "name=decision");
    };
  };

  backscroll.ready(review);
}
