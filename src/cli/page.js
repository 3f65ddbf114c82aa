const tip = Object.assign(document.createElement("div"), { id: "tip", hidden: true });
document.body.append(tip);
const all = (selector) => document.querySelectorAll(selector);

// A pointer over a mention shows what it is, and where else it stands.
function show(mark) {
  all(".same").forEach((other) => other.classList.remove("same"));
  tip.hidden = !mark?.dataset.tip;
  if (!mark) return;
  all(`[data-id="${CSS.escape(mark.dataset.id)}"][data-type="${mark.dataset.type}"]`).forEach((other) => other.classList.add("same"));
  if (tip.hidden) return;
  tip.textContent = mark.dataset.tip;
  const box = mark.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
  tip.style.left = `${Math.max(8, left) + scrollX}px`;
  tip.style.top = `${box.bottom + scrollY + 6}px`;
}
document.addEventListener("mouseover", (event) => show(event.target.closest("article mark:not(.off), tbody tr")));

// A button of the legend switches its type off and on.
all("nav button").forEach((button) =>
  button.addEventListener("click", () => {
    const off = button.getAttribute("aria-pressed") === "true";
    button.setAttribute("aria-pressed", String(!off));
    const scope = button.closest("main");
    scope.querySelectorAll(`mark[data-type=${button.dataset.type}], tr[data-type=${button.dataset.type}]`).forEach((it) => it.classList.toggle("off", off));
  }),
);
