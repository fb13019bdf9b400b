/* Counts and saves ticks, hides words. Nothing is fetched, nothing is stored. */
"use strict";
{
document.documentElement.className = "js";

document.addEventListener("DOMContentLoaded", () => {
  const one = (id) => document.getElementById(id);
  const boxes = Array.from(document.querySelectorAll(".done"));
  const words = Array.from(document.querySelectorAll(".ask input"));
  if (!boxes.length) return;
  let saved = "";

  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const unsaved = () => ticked().join() !== saved;
  const counted = (count) => `${count.toLocaleString("en")} of ${boxes.length.toLocaleString("en")} ticked`;

  function show() {
    one("progress").textContent = counted(ticked().length);
    one("save").disabled = !unsaved();
    one("hide").hidden = !words.some((box) => box.checked);
  }

  function save() {
    const content = { format: "backscroll-done/1", done: ticked() };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }));
    link.download = "backscroll-done.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    saved = content.done.join();
    show();
    one("said").textContent = `${counted(content.done.length)}. They are in backscroll-done.json, where your browser saves files.`;
  }

  function hide() {
    for (const box of words) box.checked = false;
    show();
    one("said").textContent = "All words are hidden.";
  }

  document.addEventListener("change", (event) => {
    show();
    if (event.target.className === "done") one("said").textContent = counted(ticked().length);
  });
  one("save").addEventListener("click", save);
  one("hide").addEventListener("click", hide);
  window.addEventListener("beforeunload", (event) => { if (unsaved()) event.preventDefault(); });
  window.addEventListener("pageshow", () => {
    for (const box of [...boxes, ...words]) box.checked = false;
    saved = "";
    show();
  });
});
}
