// While someone writes, and never else: loads the page again when something was saved, and stays at the place that was read.
// The server says a number for each state of the courses; the page carries the number of its own.
const { turn } = document.querySelector("script[data-turn]").dataset;
const main = document.getElementById("main");
const kept = JSON.parse(sessionStorage.getItem("live") ?? "null");
sessionStorage.removeItem("live");
history.scrollRestoration = "auto";
const mends = document.querySelector(".live details");
if (kept?.open && mends) mends.open = true;
if (kept?.path === location.pathname) scrollTo({ top: kept.below + main.offsetTop, behavior: "instant" });

// A browser has six connections to a server for all its pages: one that nobody sees listens again when it is seen.
let ear;
function listen() {
  ear?.close();
  if (document.hidden) return;
  ear = new EventSource("/live");
  ear.addEventListener("message", hear);
}
document.addEventListener("visibilitychange", listen);
listen();

function hear({ data }) {
  if (data === turn) return;
  // Measured from the page's own beginning: what stands above it may grow. A list of mistakes is open by itself: that it is says
  // nothing of whether the reader wants to see the advice that stands there once they are mended.
  const place = { path: location.pathname, below: scrollY - main.offsetTop, open: mends?.open && !mends.closest(".problem") };
  sessionStorage.setItem("live", JSON.stringify(place));
  history.scrollRestoration = "manual";
  location.reload();
}
