/* Opens what is locked in this page, by the browser's own cryptography. Nothing is fetched, nothing is stored. */
"use strict";
{
const root = document.documentElement;
root.className = "js";

const one = (id) => document.getElementById(id);
const utf8 = (text) => new TextEncoder().encode(text);
const MOST_ITERATIONS = 20000000;
const TOLD = ["format", "kdf", "iterations", "salt", "cipher", "nonce", "compression"];
const authenticated = (held) => TOLD.map((name) => String(held[name])).join("\n");

const OLD = "This browser cannot open it: it is too old, or it does not allow cryptography on this page. Open the file in a present-day Firefox, Chrome, Edge or Safari, straight from your disk.";
const DAMAGED = "This file is damaged or cut off, so it cannot be opened. Use another copy of it.";
const WRONG = "That passphrase does not open this report. Look at capitals and spaces, and try again.";

function bytes(text) {
  const plain = atob(text);
  const found = new Uint8Array(plain.length);
  for (let at = 0; at < plain.length; at++) found[at] = plain.charCodeAt(at);
  return found;
}

/* As `audit.lock` wrote it; null if a part is missing or changed. */
async function whole(text) {
  try {
    const held = JSON.parse(text);
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(`${authenticated(held)}\n${held.text}`)));
    const digest = Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const known = held.format === "backscroll-locked/1" && held.iterations > 0 && held.iterations <= MOST_ITERATIONS;
    return known && digest === held.digest ? held : null;
  } catch {
    return null;
  }
}

/* The page, or null if the passphrase is another one. */
async function opened(held, passphrase) {
  const typed = passphrase.normalize("NFKC").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  const secret = await crypto.subtle.importKey("raw", utf8(typed), "PBKDF2", false, ["deriveKey"]);
  const derive = { name: "PBKDF2", hash: "SHA-256", salt: bytes(held.salt), iterations: held.iterations };
  const key = await crypto.subtle.deriveKey(derive, secret, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: bytes(held.nonce), additionalData: utf8(authenticated(held)) };
  let packed;
  try {
    packed = await crypto.subtle.decrypt(how, key, bytes(held.text));
  } catch {
    return null;
  }
  const unpacked = new DecompressionStream("gzip");
  const writer = unpacked.writable.getWriter();
  writer.write(new Uint8Array(packed)).then(() => writer.close()).catch(() => {}); // reading tells of it
  return new Response(unpacked.readable).text();
}

/* The page takes the place of this one, under this page's policy and its own. */
function show(page) {
  document.open();
  document.addEventListener("DOMContentLoaded", () => {
    lockAgain();
    const main = one("main");
    if (main) main.focus({ preventScroll: true });
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  document.write(page);
  document.close();
}

function lockAgain() {
  const bar = document.createElement("aside");
  bar.className = "page opened";
  bar.setAttribute("aria-label", "This report is locked");
  const button = document.createElement("button");
  button.type = "button";
  button.id = "lock-again";
  button.textContent = "Lock again";
  button.addEventListener("click", () => location.reload());
  const told = document.createElement("span");
  told.className = "small";
  told.textContent = "Opened with your passphrase. Closing the page locks it too.";
  bar.append(button, told);
  const skip = document.querySelector(".skip");
  if (skip) skip.after(bar);
  else document.body.prepend(bar);
}

function cannot(why) {
  if (one("unlock")) one("unlock").hidden = true;
  const told = document.createElement("p");
  told.textContent = why;
  (one("cannot") || document.body).replaceChildren(told); // the rest may be cut off
}

async function start() {
  if (one("cannot")) one("cannot").replaceChildren();
  if (!(window.crypto && crypto.subtle && window.DecompressionStream)) return cannot(OLD);
  const held = one("locked") && await whole(one("locked").textContent);
  if (!held) return cannot(DAMAGED);
  const [field, box, wrong, said] = ["passphrase", "show", "wrong", "said"].map(one);
  let busy = false;

  function hide() {
    box.checked = false;
    field.type = "password";
  }

  box.addEventListener("change", () => { field.type = box.checked ? "text" : "password"; });
  field.addEventListener("input", () => { wrong.textContent = ""; field.removeAttribute("aria-invalid"); });
  window.addEventListener("pagehide", () => { field.value = ""; hide(); });

  one("unlock").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    wrong.textContent = "";
    said.textContent = "Opening. This takes a moment.";
    await new Promise((drawn) => setTimeout(drawn, 30));
    let page = null;
    try {
      page = await opened(held, field.value);
    } catch {
      return cannot(DAMAGED);
    }
    busy = false;
    said.textContent = "";
    if (page !== null) {
      field.value = "";
      hide();
      return show(page);
    }
    wrong.textContent = WRONG;
    field.setAttribute("aria-invalid", "true");
    field.focus();
    field.select();
  });
  field.focus();
}

document.addEventListener("DOMContentLoaded", start);
}
