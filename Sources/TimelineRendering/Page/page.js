// The page: filters and search, zoom, the selected event.

const byId = (id) => document.getElementById(id);
const events = readIndex(JSON.parse(byId("index").textContent));
const lists = readLists();
const chart = byId("chart");
const measure = measureIn(chart);
const whole = { first: events.axis[0], last: Math.max(events.axis[1] + 1, events.axis[0] + 7) };
const filters = ["type", "actor", "place", "standing", "document"];
const leastDays = Math.min(7, whole.last - whole.first);

let view = { ...whole };
let drawn = { placed: [], bundles: [] };
let selected = -1;
events.listed = new Uint8Array(events.count).fill(1);

// Whether the values chosen in the filters let an event through.
function filterTest() {
  const type = byId("type").value, actor = events.actors.indexOf(byId("actor").value);
  const place = events.places.indexOf(byId("place").value);
  const standing = events.standings.indexOf(byId("standing").value);
  const source = events.documents.indexOf(byId("document").value);
  const types = events.types.map((name) => !type || name === type || name.startsWith(type + "."));
  const words = fold(byId("q").value).split(/\s+/).filter(Boolean);
  return (i) => types[events.type[i]]
    && (actor < 0 || events.actorsOf[i].includes(actor))
    && (place < 0 || events.place[i] === place)
    && (standing < 0 || events.standing[i] === standing)
    && (source < 0 || events.documentsOf[i].includes(source))
    && (words.length === 0 || hasWords(i, words));
}

let lastList = lists[0];
function hasWords(i, words) {
  if (!lastList || i < lastList.start || i >= lastList.start + lastList.count) {
    lastList = listHolding(lists, i);
  }
  const text = wordsOf(lastList)[i - lastList.start];
  return words.every((word) => text.includes(word));
}

function applyFilters() {
  const lets = filterTest();
  for (let i = 0; i < events.count; i++) events.shown[i] = lets(i) ? 1 : 0;
  draw();
  updateList();
}

// The list shows what passes the filters and, if asked, lies in the stretch that is drawn.
function updateList() {
  const onlyView = byId("inview").checked;
  let undated = 0;
  for (let i = 0; i < events.count; i++) {
    const isDated = events.flags[i] & DATED;
    const isIn = !onlyView
      || (isDated && events.first[i] < view.last && events.last[i] > view.first);
    events.listed[i] = events.shown[i] && isIn ? 1 : 0;
    if (events.listed[i] && !isDated) undated++;
  }
  const total = showLists(lists, events);
  byId("count").textContent = `${total} of ${events.count} events listed`
    + (undated > 0 ? `, ${undated} of them undated` : "");
  byId("nothing").hidden = total > 0 || events.count === 0;
}

function draw() {
  drawn = drawTimeline(chart, events, view, selected, measure);
  chart.dataset.first = view.first;
  chart.dataset.last = view.last;
  const counted = drawn.visible - drawn.placed.length;
  byId("drawn").textContent = `${drawn.visible} events in this stretch`
    + (counted > 0 ? `, ${drawn.placed.length} drawn, ${counted} counted below them` : "")
    + (drawn.peak > 1 ? `; highest column: ${drawn.peak}` : "");
}

let frame = 0;
function scheduleDraw() {
  if (!frame) frame = requestAnimationFrame(() => { frame = 0; draw(); });
}

let listTimer = 0;
function setView(first, days) {
  days = Math.min(whole.last - whole.first, Math.max(leastDays, days));
  first = Math.max(whole.first, Math.min(first, whole.last - days));
  view = { first, last: first + days };
  scheduleDraw();
  if (byId("inview").checked) {
    clearTimeout(listTimer);
    listTimer = setTimeout(updateList, 150);
  }
}

// Moves to a stretch in a few frames, at once for those who want no motion.
let motion = 0;
function glideTo(first, days) {
  cancelAnimationFrame(motion);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return setView(first, days);
  const from = { middle: (view.first + view.last) / 2, days: view.last - view.first };
  days = Math.min(whole.last - whole.first, Math.max(leastDays, days));
  first = Math.max(whole.first, Math.min(first, whole.last - days));
  const begin = performance.now();
  const step = (now) => {
    const t = Math.min(1, Math.max(0, (now - begin) / 220)), eased = t * t * (3 - 2 * t);
    const size = from.days * Math.pow(days / from.days, eased);
    const middle = from.middle + (first + days / 2 - from.middle) * eased;
    setView(t === 1 ? first : middle - size / 2, t === 1 ? days : size);
    if (t < 1) motion = requestAnimationFrame(step);
  };
  motion = requestAnimationFrame(step);
}

function zoomBy(factor) {
  const days = view.last - view.first;
  glideTo(view.first + days * (1 - factor) / 2, days * factor);
}

function panBy(share) {
  const days = view.last - view.first;
  glideTo(view.first + days * share, days);
}

function showWhole() { glideTo(whole.first, whole.last - whole.first); }

// A bundle opens by zooming in; when that would separate nothing, its stretch is listed.
function openBundle(bundle) {
  const days = view.last - view.first, width = chart.clientWidth;
  const first = view.first + bundle.begin / width * days;
  const size = (bundle.end - bundle.begin) / width * days;
  if (days > leastDays) return glideTo(first, size);
  byId("inview").checked = true;
  updateList();
  byId("list").scrollIntoView();
}

// Shows an event with its quotes beside the drawing.
function select(i) {
  selected = i;
  const card = byId("card");
  card.hidden = i < 0;
  if (i >= 0) {
    const copy = itemElement(lists, events, i).cloneNode(true);
    copy.removeAttribute("id");
    copy.hidden = false;
    const item = document.createElement("div");
    item.className = copy.className + " item";
    item.append(...copy.childNodes);
    byId("carditem").replaceChildren(item);
    history.replaceState(null, "", "#" + encodeURIComponent(events.ids[i]));
  }
  scheduleDraw();
}

// The next or previous event of those drawn, for the keyboard.
function step(by) {
  const order = drawn.placed.map((item) => item.i).sort((a, b) => a - b);
  if (order.length === 0) return;
  const at = order.indexOf(selected);
  select(order[at < 0 ? (by > 0 ? 0 : order.length - 1)
    : Math.min(order.length - 1, Math.max(0, at + by))]);
}

// Goes to the event that the address names.
function goToHash() {
  let id = "";
  try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
  const i = events.ids.indexOf(id);
  if (i < 0) return;
  if (!events.listed[i]) clearFilters();
  const li = itemElement(lists, events, i);
  for (const old of document.querySelectorAll("li.target")) old.classList.remove("target");
  li.classList.add("target");
  li.scrollIntoView({ block: "center" });
  selected = i;
  scheduleDraw();
}

function clearFilters() {
  for (const id of ["q", ...filters]) byId(id).value = "";
  byId("inview").checked = false;
  applyFilters();
}

function wireDrawing() {
  byId("in").addEventListener("click", () => zoomBy(0.5));
  byId("out").addEventListener("click", () => zoomBy(2));
  byId("left").addEventListener("click", () => panBy(-0.3));
  byId("right").addEventListener("click", () => panBy(0.3));
  byId("all").addEventListener("click", showWhole);
  byId("close").addEventListener("click", () => { select(-1); chart.focus(); });
  const keys = {
    "+": () => zoomBy(0.5), "=": () => zoomBy(0.5), "-": () => zoomBy(2), 0: showWhole,
    ArrowLeft: () => panBy(-0.2), ArrowRight: () => panBy(0.2),
    ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: () => select(-1),
    Enter: () => { if (selected >= 0) goToHash(); },
  };
  chart.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  chart.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const days = view.last - view.first;
    const share = (event.clientX - chart.getBoundingClientRect().left) / chart.clientWidth;
    const factor = Math.pow(1.0025, event.deltaY);
    setView(view.first + days * share * (1 - factor), days * factor);
  }, { passive: false });
  let drag = null;
  chart.addEventListener("pointerdown", (event) => {
    drag = { x: event.clientX, first: view.first, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (!drag || (!drag.moved && Math.abs(event.clientX - drag.x) < 5)) return;
    drag.moved = true;
    const days = view.last - view.first;
    setView(drag.first - (event.clientX - drag.x) / chart.clientWidth * days, days);
  });
  const drop = () => setTimeout(() => { drag = null; });
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", drop);
  chart.addEventListener("click", (event) => {
    if (drag && drag.moved) return;
    const bundle = event.target.closest("[data-bundle]");
    if (bundle) return openBundle(drawn.bundles[Number(bundle.dataset.bundle)]);
    const box = chart.getBoundingClientRect();
    const i = eventAt(drawn.placed, event.clientX - box.x, event.clientY - box.y);
    if (i >= 0) select(i);
  });
  // Drawing is quicker without the whole title of every event; it is there when asked for.
  chart.addEventListener("pointerover", (event) => {
    const group = event.target.closest("[data-i]");
    if (!group || group.querySelector("title")) return;
    const i = Number(group.dataset.i);
    svgNode(group, "title", {}, `${events.date[i]}: ${events.title[i]}`);
  });
  addEventListener("resize", scheduleDraw);
}

function wireFilters() {
  for (const id of filters) byId(id).addEventListener("change", applyFilters);
  byId("inview").addEventListener("change", updateList);
  let timer = 0;
  byId("q").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(applyFilters, 80);
  });
  for (const id of ["reset", "reset2"]) byId(id).addEventListener("click", clearFilters);
}

// Paper has no search box: what is printed must be there, and the drawing as wide as a page.
function openForPrint() {
  drawTimeline(chart, events, view, -1, measure, 700);
  let left = 5000;
  for (const list of lists) {
    if (left <= 0) break;
    if (!list.box.hidden) left -= list.count;
    openList(list, events);
  }
  byId("unprinted").hidden = left > 0 || !lists.some((list) => list.unparsed);
}

document.documentElement.classList.add("script");
chart.classList.remove("static");
chart.tabIndex = 0;
for (const id of ["zoom", "keys", "controls"]) byId(id).hidden = false;
wireDrawing();
wireFilters();
addEventListener("hashchange", goToHash);
addEventListener("beforeprint", openForPrint);
addEventListener("afterprint", draw);
applyFilters();
openListsOnSight(lists, events);
if (location.hash) goToHash();
