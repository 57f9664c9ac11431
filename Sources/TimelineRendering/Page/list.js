// The list of events, which is there without this script too. In large pages its parts stay unparsed
// (inside `noscript`) until a reader comes near them, so that the page opens quickly.

const ITEM_HEIGHT = 132;

function readLists() {
  return Array.from(document.querySelectorAll("div.part"), (box) => ({
    box, start: Number(box.dataset.start), count: Number(box.dataset.count),
    unparsed: box.querySelector("noscript"), words: null,
  }));
}

// The elements of a parsed list.
function itemsOf(list) {
  return list.box.firstElementChild.children;
}

// Letters without case and accents, for searching.
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };

// The words of every event of a list; those of an unparsed one are read from its text, in which every
// `<` begins a tag because texts are escaped.
function wordsOf(list) {
  if (list.words) return list.words;
  list.words = list.unparsed
    ? list.unparsed.textContent.split("</li>").slice(0, list.count).map((item) => fold(
      item.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|amp|quot|#39);/g, (name) => ENTITIES[name])))
    : Array.from(itemsOf(list), (li) => fold(li.textContent));
  return list.words;
}

// Parses a list that was not yet needed.
function openList(list, events) {
  if (!list.unparsed) return;
  wordsOf(list);
  list.box.innerHTML = list.unparsed.textContent;
  list.unparsed = null;
  list.box.style.minHeight = "";
  showList(list, events);
}

// Shows the events of a list that the filters let through; how many they are.
function showList(list, events) {
  let count = 0;
  for (let k = 0; k < list.count; k++) {
    const isShown = events.listed[list.start + k] === 1;
    if (isShown) count++;
    if (list.unparsed) continue;
    const li = itemsOf(list)[k];
    if (li.hidden === isShown) li.hidden = !isShown;
  }
  list.box.hidden = count === 0;
  if (list.unparsed) list.box.style.minHeight = `${count * ITEM_HEIGHT}px`;
  return count;
}

// Shows what the filters let through everywhere; how many events that is.
function showLists(lists, events) {
  const counts = new Map();
  let total = 0;
  for (const list of lists) {
    const count = showList(list, events);
    const section = list.box.parentElement;
    counts.set(section, (counts.get(section) || 0) + count);
    total += count;
  }
  for (const [section, count] of counts) section.hidden = count === 0;
  return total;
}

// The list that holds an event.
function listHolding(lists, i) {
  return lists.find((list) => i >= list.start && i < list.start + list.count);
}

// The element of an event, parsed if need be.
function itemElement(lists, events, i) {
  const list = listHolding(lists, i);
  openList(list, events);
  return itemsOf(list)[i - list.start];
}

// Opens lists as they come near the window.
function openListsOnSight(lists, events) {
  const closed = new Map(lists.filter((list) => list.unparsed).map((list) => [list.box, list]));
  if (closed.size === 0) return;
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      openList(closed.get(entry.target), events);
      observer.unobserve(entry.target);
    }
  }, { rootMargin: "1200px" });
  for (const box of closed.keys()) observer.observe(box);
}
