// A link such as "#field:body.<block id>.caption" opens the page editor at that field.
const goToField = () => {
  const wanted = decodeURIComponent(location.hash).match(/^#field:([\w.-]+)$/);
  if (!wanted) return;
  let found = document;
  for (const name of wanted[1].split(".")) {
    const inner = found.querySelector(`[data-contentpath="${CSS.escape(name)}"]`);
    if (!inner) break;
    found = inner;
  }
  if (found === document) return;
  const tab = found.closest("[role=tabpanel]");
  if (tab?.hidden) document.querySelector(`[aria-controls="${tab.id}"]`)?.click();
  found.scrollIntoView({ block: "center" });
  found.querySelector("input:not([type=hidden]), textarea, select, [contenteditable=true]")?.focus();
};

window.addEventListener("load", () => setTimeout(goToField, 300));
window.addEventListener("hashchange", goToField);
