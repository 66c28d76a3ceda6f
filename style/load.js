// Starts a page's islands, if it has any. The page says where the module and the WebAssembly are, so nothing inline is needed.
// The empty arrays are what the hydration code looks for when the server streamed nothing.
const script = document.querySelector("script[data-module]");
const islands = document.querySelectorAll("leptos-island");
if (islands.length) {
  Object.assign(window, {
    __RESOLVED_RESOURCES: [],
    __SERIALIZED_ERRORS: [],
    __PENDING_RESOURCES: [],
    __RESOURCE_RESOLVERS: [],
    __INCOMPLETE_CHUNKS: [],
  });
  const module = await import(script.dataset.module);
  await module.default({ module_or_path: script.dataset.wasm });
  module.hydrate();
  for (const island of islands) module[island.dataset.component]?.(island);
  document.documentElement.dataset.islands = "ready";
}
