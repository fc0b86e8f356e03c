// Buttons that only a script can offer: the phone's own way to share, and the address on the clipboard.
(() => {
  const status = document.querySelector("[data-share-status]");
  const share = document.querySelector("[data-share]");
  const copy = document.querySelector("[data-copy]");

  if (share && navigator.share) {
    share.hidden = false;
    share.addEventListener("click", () => {
      navigator.share({ title: share.dataset.title, url: share.dataset.share }).catch(() => {});
    });
  }
  if (copy) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(copy.dataset.copy);
        status.textContent = copy.dataset.done;
      } catch {
        status.textContent = `${copy.dataset.failed} ${copy.dataset.copy}`;
      }
    });
  }
})();
