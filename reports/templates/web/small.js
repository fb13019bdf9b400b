/* Small things: ticks on the worklist, the keys of a sample, a sealed list from a file. */
"use strict";

{
  const { one, all } = backscroll;

  document.addEventListener("change", async (event) => {
    const box = event.target;
    if (box.id === "pick-sealed" && box.files.length) {
      one("f-sealed").value = await box.files[0].text();
      one("f-sealed").focus();
      box.value = "";
    }
    if (box.className !== "done") return;
    try {
      const answer = await backscroll.send(box.form.action, { done: box.checked ? "yes" : "" });
      one("saved").textContent = answer.said;
      one("left").textContent = `${answer.left.toLocaleString("en-GB")} ${answer.left === 1 ? "post" : "posts"}`;
    } catch (problem) {
      box.checked = !box.checked;
      one("saved").textContent = problem.message;
    }
  });

  backscroll.ready(() => {
    if (one("narrow") && matchMedia("(min-width: 60rem)").matches) one("narrow").open = true;
    if (one("list")) {
      const every = one("every");
      every.addEventListener("change", () => { for (const box of all("[name=finding]")) box.disabled = every.checked; });
    }
    if (!one("sample")) return;
    backscroll.keys = (key) => {
      const button = all("button[data-key]", one("sample")).find((found) => found.dataset.key === key);
      if (button) button.click();
      return Boolean(button);
    };
  });
}
