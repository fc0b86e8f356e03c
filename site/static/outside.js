// The code of an invitation stands behind "#", where no server sees it; put it into the form and open the text.
const form = document.querySelector("[data-token-form]");
const token = location.hash.slice(1);
if (form && token) {
  history.replaceState(null, "", location.pathname);
  form.elements.token.value = token;
  form.submit();
}
