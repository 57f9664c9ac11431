// The drawing as SVG: columns of counts, the axis, events in lanes or rows, counted bundles. Texts of
// documents enter it as text nodes only.

const SVG = "http://www.w3.org/2000/svg";

function svgNode(parent, name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  if (text !== undefined) node.textContent = text;
  if (parent) parent.appendChild(node);
  return node;
}

// A measure of texts in the font of the drawing.
function measureIn(element) {
  const context = document.createElement("canvas").getContext("2d");
  const style = getComputedStyle(element);
  context.font = `12px ${style.fontFamily}`;
  return (text) => context.measureText(text).width;
}

const CIRCLE = "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0";
const MARKS = {
  occurred: CIRCLE + "z", planned: CIRCLE + "z", proposed: "m0 -5l5 5l-5 5l-5 -5z",
  denied: "m-4 -4l8 8m0 -8l-8 8", cancelled: CIRCLE + "m1.2 2.8l5.6 -5.6",
  alleged: "m-3 -2a3 2.8 0 1 1 4.4 2.4c-1 .6 -1.4 1 -1.4 2.1m0 2.2v.9",
};
MARKS.unknown = MARKS.alleged;

function drawMark(parent, standing, x, y) {
  svgNode(parent, "path", {
    class: standing === "occurred" ? "mark full" : "mark", d: `M${x} ${y}${MARKS[standing]}`,
  });
}

function drawBar(parent, events, item, view, y) {
  const flags = events.flags[item.i];
  const classes = ["bar"];
  if (flags & LASTED) classes.push("lasted");
  if (events.last[item.i] - events.first[item.i] === 1 && !(flags & SOFT)) classes.push("exact");
  if (events.standings[events.standing[item.i]] !== "occurred") classes.push("open");
  if (flags & SOFT) classes.push("soft");
  svgNode(parent, "rect", {
    class: classes.join(" "), x: item.begin, y, width: item.end - item.begin, height: 12,
    rx: classes.includes("lasted") || classes.includes("exact")
      ? 2 : Math.min(6, (item.end - item.begin) / 2),
  });
  const arrow = (x, back) => svgNode(parent, "path", {
    class: "arrow", d: `M${x + back} ${y + 0.5}l${-back} 5.5l${back} 5.5`,
  });
  if (flags & OPEN_START || events.first[item.i] < view.first) arrow(item.begin + 1, 6);
  if (flags & OPEN_END || events.last[item.i] > view.last) arrow(item.end - 1, -6);
}

function eventGroup(parent, events, i, selected) {
  const standing = events.standings[events.standing[i]];
  const group = svgNode(parent, "g", {
    class: `event ${standing}${i === selected ? " selected" : ""}`, "data-i": i,
  });
  return group;
}

// A line of a label; the date stands out, and right-to-left titles keep their own order.
function drawLabel(parent, date, x, y, title) {
  const text = svgNode(parent, "text", { x, y });
  if (date) svgNode(text, "tspan", { class: "d" }, date + " ");
  text.appendChild(document.createTextNode(`\u2068${title}\u2069`));
  return text;
}

function drawLanes(svg, events, layout, view, top, selected) {
  const height = 22;
  for (const item of layout.placed) {
    const y = top + item.lane * height;
    const group = eventGroup(svg, events, item.i, selected);
    // The mark stands between bar and label, so that the eye finds from one to the other.
    const isLeft = item.side === "left";
    const x = isLeft ? item.begin - 9 : item.side === "inside" ? item.begin + 17 : item.end + 9;
    item.box = { x: item.from, y, width: item.to - item.from, height: item.lines.length * height };
    if (item.i === selected) svgNode(group, "rect", { class: "back", ...item.box });
    drawBar(group, events, item, view, y + 5);
    drawMark(group, events.standings[events.standing[item.i]], x, y + 11);
    item.lines.forEach((line, k) => {
      const date = k === 0 ? events.date[item.i] : null;
      const label = drawLabel(group, date, isLeft ? x - 9 : x + 9, y + 15 + k * 16, line);
      if (isLeft) label.setAttribute("text-anchor", "end");
    });
  }
  return top + layout.lanes * height;
}

function drawRows(svg, events, layout, view, width, top, selected) {
  let y = top;
  for (const item of layout.placed) {
    const height = 31 + item.lines.length * 16;
    if (y > top) svgNode(svg, "path", { class: "between", d: `M0 ${y}h${width}` });
    const group = eventGroup(svg, events, item.i, selected);
    item.box = { x: 0, y, width, height };
    if (item.i === selected) svgNode(group, "rect", { class: "back", ...item.box });
    drawBar(group, events, item, view, y + 6);
    drawMark(group, events.standings[events.standing[item.i]], 5, y + 28);
    item.lines.forEach((line, k) => {
      drawLabel(group, k === 0 ? events.date[item.i] : null, ROOM.mark, y + 32 + k * 16, line);
    });
    y += height;
  }
  return y;
}

// Counts along the axis as columns; the highest one.
function drawDensity(svg, events, visible, view, width, base, height) {
  const cell = 8;
  const counts = new Uint32Array(Math.ceil(width / cell));
  let peak = 0;
  for (const i of visible) {
    const middle = Math.min(middleOf(events, i, view, width), width - 1);
    const count = ++counts[Math.floor(middle / cell)];
    if (count > peak) peak = count;
  }
  let path = "";
  counts.forEach((count, k) => {
    if (count === 0) return;
    const size = Math.max(2, count / peak * height).toFixed(1);
    path += `M${k * cell} ${base}v-${size}h${cell - 1}v${size}z`;
  });
  svgNode(svg, "path", { class: "density", d: path });
  return peak;
}

function drawAxis(svg, view, width, base) {
  svgNode(svg, "path", { class: "axis", d: `M0 ${base}h${width}` });
  const grid = svgNode(svg, "path", { class: "grid" });
  const days = view.last - view.first;
  let path = "", free = 0;
  for (const tick of ticks(view, Math.max(2, Math.floor(width / 62)))) {
    const x = (tick.day - view.first) / days * width;
    path += `M${x.toFixed(1)} ${base}V9999`;
    const size = 12 + tick.label.length * 7;
    if (x < free || x + size > width) continue;
    svgNode(svg, "text", { class: "tick", x: x + 3, y: base + 13 }, tick.label);
    free = x + size;
  }
  grid.setAttribute("d", path);
}

// The placed event at a point, also between bar and label; -1 when there is none.
function eventAt(placed, x, y) {
  const item = placed.find(({ box }) =>
    x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
  return item ? item.i : -1;
}

// Gives the drawing its height. It grows at once and shrinks when a movement is over: a list of
// thousands of events below it must not be laid out anew in every frame, nor jump about.
function setHeight(chart, height) {
  clearTimeout(chart.shrinking);
  const now = parseFloat(chart.style.height) || 0;
  if (height > now) chart.style.height = `${height}px`;
  if (height < now) {
    chart.shrinking = setTimeout(() => { chart.style.height = `${height}px`; }, 250);
  }
}

// Draws a view; what was drawn and what was only counted.
function drawTimeline(chart, events, view, selected, measure, paperWidth) {
  const width = paperWidth || Math.max(280, Math.floor(chart.clientWidth));
  const visible = eventsIn(events, view);
  const svg = svgNode(null, "svg", { width, "aria-hidden": "true" });
  const isNarrow = width < 600;
  const layout = isNarrow
    ? layoutInRows(events, visible, view, width, measure)
    : layoutInLanes(events, visible, view, width, measure);
  const bundles = bundlesOf(events, visible, layout.placed, view, width);
  const base = 44;
  const peak = drawDensity(svg, events, visible, view, width, base, 38);
  drawAxis(svg, view, width, base);
  let bottom = isNarrow
    ? drawRows(svg, events, layout, view, width, base + 22, selected)
    : drawLanes(svg, events, layout, view, base + 22, selected);
  bundles.forEach((bundle, k) => {
    const group = svgNode(svg, "g", { class: "more", "data-bundle": k });
    svgNode(group, "title", {}, `${bundle.members.length} more events here`);
    svgNode(group, "rect", {
      x: bundle.begin + 2, y: bottom + 4, width: Math.max(20, bundle.end - bundle.begin - 4),
      height: 20, rx: 4,
    });
    svgNode(group, "text", { x: (bundle.begin + bundle.end) / 2, y: bottom + 18 },
      bundle.members.length < 100000 ? `+${bundle.members.length}` : "+…");
  });
  if (bundles.length > 0) bottom += 26;
  const height = Math.ceil(bottom + 6);
  svg.setAttribute("height", height);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  chart.replaceChildren(svg);
  setHeight(chart, height);
  return { visible: visible.length, placed: layout.placed, bundles, peak };
}
