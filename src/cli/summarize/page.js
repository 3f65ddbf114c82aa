const all = (selector) => document.querySelectorAll(selector);
const places = (element) => element.dataset.places.split(" ").filter(Boolean);

// A pointer over a fact or a sentence shows what it rests on; one over an article shows all that rests on that place.
document.addEventListener("mouseover", (event) => {
  const over = event.target.closest("[data-places]");
  const wanted = new Set(over ? places(over) : []);
  all("[data-places]").forEach((element) => {
    const tied = element === over || ((over?.matches("mark") || element.matches("mark")) && places(element).some((place) => wanted.has(place)));
    element.classList.toggle("same", tied);
  });
});
