/* How far the reading is: truthful, and said aloud only now and then. */
"use strict";

{
  const LOOK = 600; // milliseconds
  const { one } = backscroll;
  let timer = 0;
  let said = "";

  const plural = (number, word) => `${number.toLocaleString("en-GB")} ${word}${number === 1 ? "" : "s"}`;

  const left = (seconds, whole) => {
    if (seconds === null) return "";
    const minutes = Math.round(seconds / 60);
    const words = seconds < 10 ? "a few seconds" : seconds < 55 ? "less than a minute" : seconds < 90 ? "about a minute"
      : seconds < 5400 ? `about ${minutes} minutes` : `about ${Math.round(seconds / 3600)} hours`;
    return `${words} left${whole ? "" : " for this part"}`;
  };

  const tell = (words) => {
    if (words === said) return;
    said = words;
    one("told").textContent = words;
  };

  const draw = (job) => {
    const percent = job.total ? Math.min(100, Math.floor((100 * job.done) / job.total)) : null;
    one("stage").textContent = job.paused ? "Paused" : job.stage;
    if (percent === null) one("bar").removeAttribute("value");
    else one("bar").value = percent;
    one("posts").textContent = `${plural(job.posts, "post")} found so far`;
    one("left").textContent = job.paused ? "" : left(job.seconds_left, job.whole);
    one("what").textContent = job.state === "reading" ? job.what : "";
    const remote = job.sources.some((source) => source.remote);
    const lost = job.sources.some((source) => source.state === "lost");
    const handing = remote && window.backscrollFiles && window.backscrollFiles.needed();
    const words = job.sentence || (handing ? "Keep this page open: your browser is handing over the archive piece by piece." : "");
    if (one("sentence").textContent !== words) one("sentence").textContent = words;
    one("sentence").hidden = !words;
    one("drop").hidden = !lost;
    one("pause").hidden = job.state === "recording";
    one("pause").textContent = job.paused ? "Go on" : "Pause";
    one("pause").dataset.paused = job.paused ? "yes" : "";
    backscroll.title(`${percent === null ? "" : `${percent} % · `}Reading`);
    const quarter = percent === null ? "" : ` ${Math.floor(percent / 25) * 25} percent.`;
    tell(`${one("stage").textContent}.${quarter}`);
  };

  const look = async () => {
    if (!one("bar")) return;
    const job = await (await fetch("/audit/progress", { headers: { Accept: "application/json" } })).json();
    if (!one("bar")) return;
    if (!job.over) {
      draw(job);
      timer = setTimeout(() => look().catch(again), LOOK);
    } else if (job.state === "done") {
      await backscroll.go(job.recall ? "/review/next" : "/overview");
    } else {
      await backscroll.go("/reading", true);
    }
  };

  const again = () => { timer = setTimeout(() => look().catch(again), 4 * LOOK); };

  document.addEventListener("click", (event) => {
    if (event.target.id !== "pause") return;
    const paused = event.target.dataset.paused ? "" : "yes";
    backscroll.send("/audit/pause", { paused }).then((job) => draw(job)).catch(() => {});
  });

  backscroll.ready(() => {
    clearTimeout(timer);
    if (one("bar")) look().catch(again);
  });
}
