/* Shows and hides what already stands in this page. Nothing is fetched, nothing is stored. */
"use strict";
{
document.documentElement.className = "js";

document.addEventListener("DOMContentLoaded", () => {
  const boxes = Array.from(document.querySelectorAll(".ask input"));

  function all(shown) {
    for (const box of boxes) box.checked = shown;
    document.getElementById("told").textContent = shown ? "All words are shown." : "All words are hidden.";
  }

  document.addEventListener("click", (event) => {
    if (event.target.id === "show-all") all(true);
    if (event.target.id === "hide-all") all(false);
  });
  document.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("pageshow", (event) => { if (event.persisted) all(false); });
});
}
