/* Files that the person dropped or chose stay with the browser; this reads out the ranges that the program asks for.

   backscrollFiles.take(what)   what: a DataTransfer (call it within the drop event), or the files of an <input>.
                                Promise of the sources as /sources lists them; rejects with a sentence to be shown.
   backscrollFiles.needed()     true while this page must stay open: something chosen here is not read yet.
   document gets "backscroll-files" events, detail.kind:
     listing     detail.files: so many were found in a folder until now
     serving     detail.bytes: so many were handed over since the page was loaded
     needed      detail.needed has changed
     unreadable  detail.name: the browser could not read it any more
     gone        the program has ended, or this page may no longer speak to it

   The files live in this document only: whoever leads on to another screen while needed() is true must change what
   this page shows, not load another. Nothing is kept in any storage, and no word of a file is looked at here. */
"use strict";

(() => {
  const WAIT = 1000; // milliseconds before asking again after a fault
  const PATIENCE = 20; // faults in a row, after which the program is taken for gone
  const PACKED = /\.(zip|tar|tgz|gz|bz2|xz|car)( ?\(\d+\))?$/i;
  const MOST_FILES = 100000;

  const tab = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const held = new Map(); // our key for an export → its files, in the order in which they were told
  const busy = new Set(); // tickets being answered
  let serving = false;
  let needed = false;
  let bytes = 0;
  let keys = 0;
  let release = () => {};

  const tell = (kind, detail) =>
    document.dispatchEvent(new CustomEvent("backscroll-files", { detail: { kind, ...detail } }));
  const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const asJson = { Accept: "application/json" };

  // --- what was dropped -------------------------------------------------------------------------------------------

  /* One archive is one export; a folder is one; loose files together are one. */
  const exportsOf = async (what) => {
    if (what instanceof DataTransfer) {
      const items = Array.from(what.items || []).filter((item) => item.kind === "file");
      const entries = items.map((item) => (item.webkitGetAsEntry ? item.webkitGetAsEntry() : null));
      const files = Array.from(what.files); // both must be asked for before the event is over
      if (!entries.length || entries.some((entry) => !entry)) return grouped(files);
      const folders = entries.filter((entry) => entry.isDirectory);
      const loose = await Promise.all(entries.filter((entry) => entry.isFile).map(opened));
      const walked = [];
      for (const folder of folders) walked.push(await folderOf(folder));
      return grouped(loose).concat(walked);
    }
    return grouped(Array.from(what));
  };

  const grouped = (files) => {
    const folders = new Map();
    const loose = [];
    const packed = [];
    for (const file of files) {
      const [top, ...below] = (file.webkitRelativePath || "").split("/");
      if (below.length) {
        if (!folders.has(top)) folders.set(top, []);
        folders.get(top).push({ name: below.join("/"), file });
      } else if (PACKED.test(file.name)) {
        packed.push({ name: file.name, folder: false, files: [{ name: file.name, file }] });
      } else {
        loose.push({ name: file.name, file });
      }
    }
    const found = packed.concat(Array.from(folders, ([name, inner]) => ({ name, folder: true, files: inner })));
    if (loose.length === 1) found.push({ name: loose[0].name, folder: false, files: loose });
    if (loose.length > 1) found.push({ name: `${loose.length} files`, folder: true, files: loose });
    return found;
  };

  const opened = (entry) => new Promise((done, failed) => entry.file(done, failed));

  const folderOf = async (top) => {
    const files = [];
    const waiting = [[top, ""]];
    while (waiting.length) {
      const [folder, path] = waiting.pop();
      const reader = folder.createReader();
      let some;
      do { // a reader gives its entries a hundred at a time
        some = await new Promise((done, failed) => reader.readEntries(done, failed));
        for (const entry of some) {
          const name = path + entry.name;
          if (entry.isDirectory) waiting.push([entry, `${name}/`]);
          else files.push({ name, file: await opened(entry) });
        }
        tell("listing", { files: files.length });
        if (files.length > MOST_FILES) {
          throw new Error(`${top.name} holds more than ${MOST_FILES.toLocaleString("en-GB")} files. Type where it lies instead.`);
        }
      } while (some.length);
    }
    return { name: top.name, folder: true, files };
  };

  const take = async (what) => {
    let found;
    try {
      found = (await exportsOf(what)).filter((one) => one.files.length);
    } catch (problem) {
      throw problem instanceof DOMException
        ? new Error("Your browser could not open what was dropped. Use the buttons to choose it, or type where it lies.")
        : problem;
    }
    if (!found.length) throw new Error("There were no files in what was dropped.");
    const told = found.map(({ name, folder, files }) => ({
      name,
      key: keyed(files),
      folder,
      files: files.map(({ name: inner, file }) => ({ name: inner, size: file.size, modified: Math.trunc(file.lastModified || 0) })),
    }));
    try {
      const response = await fetch("/remote", {
        method: "POST",
        headers: { ...asJson, "Content-Type": "application/json" },
        body: JSON.stringify({ tab, exports: told }),
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.sentence);
      need(true);
      serve();
      return answer.sources;
    } catch (problem) {
      told.forEach(({ key }) => held.delete(key));
      throw problem instanceof TypeError ? new Error("Backscroll has ended. Start it again.") : problem;
    }
  };

  const keyed = (files) => {
    keys += 1;
    held.set(`${keys}`, files.map(({ file }) => file));
    return `${keys}`;
  };

  // --- ranges -----------------------------------------------------------------------------------------------------

  const serve = async () => {
    if (serving) return;
    serving = true;
    let seen = -1;
    let faults = 0;
    while (held.size) {
      let asked;
      try {
        const response = await fetch(`/remote/wants?tab=${tab}&seen=${seen}`, { headers: asJson });
        if (response.status === 403) break;
        asked = await response.json();
        faults = 0;
      } catch {
        if (++faults > PATIENCE) break;
        await later(WAIT);
        continue;
      }
      if (asked.over) break;
      seen = asked.at;
      need(asked.needed);
      for (const range of asked.ranges) {
        if (busy.has(range.id)) continue;
        busy.add(range.id);
        answer(range).catch(() => { seen = -1; }).finally(() => busy.delete(range.id));
      }
    }
    serving = false;
    if (held.size) {
      held.clear();
      need(false);
      tell("gone", {});
    }
  };

  const answer = async (range) => {
    const file = (held.get(range.key) || [])[range.file];
    const address = `/remote/ranges/${range.id}`;
    let piece = null;
    try {
      piece = file && (await file.slice(range.start, range.start + range.length).arrayBuffer());
    } catch {
      piece = null; // moved, changed, or not on this computer any more
    }
    if (!piece || piece.byteLength !== range.length) {
      tell("unreadable", { name: file ? file.name : "" });
      await fetch(address, { method: "DELETE", headers: asJson });
      return;
    }
    const response = await fetch(address, { method: "PUT", headers: asJson, body: piece });
    if (response.ok) {
      bytes += range.length;
      tell("serving", { bytes });
    }
  };

  // --- while this page is needed ----------------------------------------------------------------------------------

  const need = (now) => {
    if (now === needed) return;
    needed = now;
    if (needed && navigator.locks) { // a page that holds a lock is not put to sleep in the background
      navigator.locks.request(`backscroll-${tab}`, () => new Promise((done) => { release = done; })).catch(() => {});
    }
    if (!needed) release();
    tell("needed", { needed });
  };

  addEventListener("beforeunload", (event) => {
    if (needed) event.preventDefault();
  });
  addEventListener("pagehide", () => {
    if (held.size) navigator.sendBeacon(`/remote/left?tab=${tab}`);
  });

  window.backscrollFiles = { take, needed: () => needed };
})();
