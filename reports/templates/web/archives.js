/* Choosing archives: ticks are kept at once, files can be dropped anywhere on the screen. See remote.js. */
"use strict";

{
  const LOOK = 700; // milliseconds between two looks at what was dropped
  const { one, all } = backscroll;
  const told = (words) => { if (one("drop-said")) one("drop-said").textContent = words; };
  let looking = 0;

  const renew = () => backscroll.part("/archives", "sources").catch(() => {});

  /* What was dropped is looked into, which takes a moment; the list says what it is. */
  const look = async () => {
    clearTimeout(looking);
    if (!one("sources")) return;
    const { sources } = await (await fetch("/sources", { headers: { Accept: "application/json" } })).json();
    await renew();
    if (sources.some((source) => source.state === "looking")) {
      looking = setTimeout(() => look().catch(() => {}), LOOK);
      return;
    }
    const count = sources.filter((source) => source.chosen).length;
    told(`${count} ${count === 1 ? "archive is" : "archives are"} chosen.`);
  };

  const taken = async (what) => {
    told("One moment …");
    try {
      await window.backscrollFiles.take(what);
      if (one("sources")) await look();
      else told("Thank you: the reading goes on.");
    } catch (problem) {
      told(problem.message);
    }
  };

  document.addEventListener("dragover", (event) => {
    if (!one("drop") || one("drop").hidden || !Array.from(event.dataTransfer.types).includes("Files")) return;
    event.preventDefault();
    one("drop").classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget && one("drop")) one("drop").classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!one("drop") || one("drop").hidden) return;
    event.preventDefault();
    one("drop").classList.remove("over");
    taken(event.dataTransfer);
  });

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.id === "pick-files" || field.id === "pick-folder") {
      const files = Array.from(field.files); // the field is emptied so that the same file can be chosen again
      if (files.length) taken(files);
      field.value = "";
    } else if (field.name === "source" && field.closest("#sources")) {
      backscroll.send(`/sources/${field.value}`, { chosen: field.checked ? "yes" : "" }).catch((problem) => {
        field.checked = !field.checked;
        told(problem.message);
      });
    }
  });

  document.addEventListener("backscroll-files", ({ detail }) => {
    if (detail.kind === "listing") told(`${detail.files.toLocaleString("en-GB")} files found so far …`);
    if (detail.kind === "unreadable") told(`${detail.name} cannot be read any more. Was it moved? Choose it again.`);
    if (detail.kind === "gone") told("Backscroll has ended. Start it again, and choose the files once more.");
  });

  backscroll.ready(() => {
    clearTimeout(looking);
    if (one("sources") && all("[data-state=looking]").length) look().catch(() => {});
  });
}
