// On every page: leaves quickly, says moments in the reader's own time, keeps what is written on this device, and starts the page's islands, if it has any. The page says where the module and the
// WebAssembly are, so nothing inline is needed. The empty arrays are what the hydration code looks for when the server
// streamed nothing. Leaving replaces the page in the history, so that "back" does not return to it.
document.querySelector("a.leave")?.addEventListener("click", (event) => {
  event.preventDefault();
  location.replace(event.currentTarget.href);
});

const { lang } = document.documentElement;
const own = new Intl.DateTimeFormat([...navigator.languages.filter((one) => one.startsWith(lang)), lang], {
  year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short",
});
for (const time of document.querySelectorAll("time")) time.textContent = own.format(new Date(time.dateTime));

// Of two steps with one place, the one that had it takes the place of the other.
document.addEventListener("focusin", ({ target }) => target.closest?.(".order") && (target.dataset.had = target.value));
document.addEventListener("change", ({ target }) => {
  const order = target.closest?.(".order");
  const other = order && [...order.querySelectorAll("select")].find((one) => one !== target && one.value && one.value === target.value);
  if (other) other.value = target.dataset.had ?? "";
  if (order) target.dataset.had = target.value;
}, true);

// Pointing at a picture picks, and leaves the reader there: the browser alone would go on to the list below.
document.addEventListener("click", (event) => {
  const spot = event.target.closest?.("label.spot");
  if (!spot) return;
  event.preventDefault();
  spot.control.click();
});

// What is written in one's own words stays on this device, in a place of the person's own, until it is deleted or they sign out.
for (const text of document.querySelectorAll("textarea[data-shelf]")) write(text, text.closest(".write"));
document.querySelector("form.who")?.addEventListener("submit", () => {
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith("haven:note:"))) localStorage.removeItem(key);
});

function write(text, field) {
  const { shelf } = text.dataset;
  const [line, actions] = field.querySelectorAll(".state, .actions");
  const keep = () => {
    let said = field.dataset.kept;
    try {
      if (text.value) localStorage.setItem(shelf, text.value);
      else localStorage.removeItem(shelf);
    } catch {
      said = field.dataset.full;
      line.role = "status";
    }
    line.textContent = `${field.dataset.count.replace("{n}", words(text))} ${said}`;
    line.hidden = actions.hidden = !text.value;
  };
  try {
    text.value ||= localStorage.getItem(shelf) ?? "";
  } catch {
    // A browser that keeps nothing has nothing to give back.
  }
  if (text.value) keep();
  text.addEventListener("input", keep);
  actions.addEventListener("click", () => {
    text.value = "";
    keep();
    text.focus();
  });
}

// Not every script has blanks between its words.
function words({ value, lang }) {
  if (!Intl.Segmenter) return value.split(/\s+/).filter(Boolean).length;
  const parts = new Intl.Segmenter(lang || undefined, { granularity: "word" }).segment(value);
  return [...parts].filter((part) => part.isWordLike).length;
}

const { module: address, wasm } = document.querySelector("script[data-module]")?.dataset ?? {};
const islands = document.querySelectorAll("leptos-island");
if (address && islands.length) {
  Object.assign(window, {
    __RESOLVED_RESOURCES: [],
    __SERIALIZED_ERRORS: [],
    __PENDING_RESOURCES: [],
    __RESOURCE_RESOLVERS: [],
    __INCOMPLETE_CHUNKS: [],
  });
  const module = await import(address);
  await module.default({ module_or_path: wasm });
  module.hydrate();
  for (const island of islands) module[island.dataset.component]?.(island);
  document.documentElement.dataset.islands = "ready";
}
