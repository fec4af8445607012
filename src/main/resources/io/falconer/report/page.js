"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const form = byId("filters");
  const entries = [...document.querySelectorAll(".entry")]
    .map(element => ({element, text: element.textContent.toLowerCase()}));
  const groups = [...document.querySelectorAll("main > section")];

  const filter = () => {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const status = byId("status").value;
    const tag = byId("tag") ? byId("tag").value : "";
    let shown = 0;
    for (const {element, text} of entries) {
      const fits = words.every(word => text.includes(word))
        && (!status || element.dataset.status === status)
        && (!tag || JSON.parse(element.dataset.tags).includes(tag));
      element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    groups.forEach(group => { group.hidden = !group.querySelector(".entry:not([hidden])"); });
    byId("count").textContent = shown + " of " + entries.length + " shown";
  };

  const unfold = () => {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("details")) {
      target.open = true;
      target.scrollIntoView();
    }
  };

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach(details => { details.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach(details => { details.open = false; }));
  addEventListener("hashchange", unfold);
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
  filter();
  unfold();
})();
