// Where events stand in the drawing. The rules are those of the program's own layout
// (EventLayout.swift): all events with the longest labels that let them find a lane; where there are
// too many, the best attested first, and whatever finds no room is counted in exactly one bundle.

const ROOM = {
  lanes: 28, staircase: 40, labels: [Infinity, 340, 230], gap: 10, leastBar: 7, openTail: 40, bundle: 84,
  candidates: 800, most: 400, mark: 18, rows: 24,
};

// The text in one line of so many pixels; what is cut off leaves "…".
function cutTo(text, room, measure) {
  if (measure(text) <= room + 0.5) return [text];
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(text.slice(0, middle).trimEnd() + "…") <= room) low = middle;
    else high = middle - 1;
  }
  return [text.slice(0, low).trimEnd() + "…"];
}

// The text in lines of so many pixels, broken at spaces; a word that is wider than a line is cut.
function wrapTo(text, room, measure, firstRoom = room) {
  const lines = [];
  let line = "", left = firstRoom;
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= left + 0.5) {
      line = longer;
      continue;
    }
    if (line !== "" || lines.length === 0 && firstRoom < room) {
      lines.push(line);
      left = room;
    }
    line = cutTo(word, room, measure)[0];
  }
  return [...lines, line];
}

// The bits of `index.flags`.
const DATED = 1, LASTED = 2, SOFT = 4, OPEN_START = 8, OPEN_END = 16, NO_START = 32, NO_END = 64;

// Turns the page's index into arrays that loops can run over quickly.
function readIndex(index) {
  const count = index.ids.length;
  const events = Object.assign({}, index, {
    count,
    first: Float64Array.from(index.first, (day) => (day === null ? -Infinity : day)),
    // The drawing works with the moment at which the last day is over.
    last: Float64Array.from(index.last, (day) => (day === null ? Infinity : day + 1)),
    flags: Uint8Array.from(index.flags),
    shown: new Uint8Array(count).fill(1),
    dateWidth: new Float32Array(count).fill(-1),
    titleWidth: new Float32Array(count).fill(-1),
    cuts: new Map(),
  });
  events.ranked = Uint32Array.from({ length: count }, (_, i) => i)
    .sort((a, b) => index.weight[b] - index.weight[a] || a - b);
  return events;
}

// The widths of an event's date and title, measured once.
function measureLabel(events, i, measure) {
  if (events.titleWidth[i] < 0) {
    events.dateWidth[i] = measure(events.date[i] + " ");
    events.titleWidth[i] = measure(events.title[i]);
  }
}

function barOf(events, i, view, width) {
  const perDay = width / (view.last - view.first);
  const flags = events.flags[i];
  let begin = Math.max(0, (events.first[i] - view.first) * perDay);
  let end = Math.min(width, (events.last[i] - view.first) * perDay);
  if (!(flags & LASTED) && flags & NO_START && !(flags & NO_END)) {
    begin = Math.max(begin, end - ROOM.openTail);
  }
  if (!(flags & LASTED) && flags & NO_END && !(flags & NO_START)) {
    end = Math.min(end, begin + ROOM.openTail);
  }
  end = Math.max(end, begin + ROOM.leastBar);
  if (end > width) {
    begin = Math.max(0, begin - (end - width));
    end = width;
  }
  return { begin, end };
}

// Where an event is counted: the middle of what is known, the known end of what is open.
function middleOf(events, i, view, width) {
  const perDay = width / (view.last - view.first);
  const flags = events.flags[i];
  let first = Math.max(events.first[i], view.first), last = Math.min(events.last[i], view.last);
  if (flags & NO_START && !(flags & NO_END)) first = last - 1;
  if (flags & NO_END && !(flags & NO_START)) last = first + 1;
  return Math.max(0, ((first + last) / 2 - view.first) * perDay);
}

// Bar, room for the title and lane-wide stretch of one event.
function itemOf(events, i, view, width, longest, measure) {
  measureLabel(events, i, measure);
  const bar = barOf(events, i, view, width);
  const date = events.dateWidth[i];
  let title = Math.min(events.titleWidth[i], Math.max(30, Math.min(longest, width) - date));
  let size = ROOM.mark + date + title + 6;
  if (bar.end - bar.begin >= size + 8) {
    return { i, ...bar, from: bar.begin, to: bar.end, side: "inside", title };
  }
  const rightRoom = width - bar.end;
  const isLeft = size > rightRoom && bar.begin > rightRoom;
  const room = isLeft ? bar.begin : rightRoom;
  if (size > room) {
    title = Math.max(60, room - ROOM.mark - date - 6);
    size = ROOM.mark + date + title + 6;
  }
  return isLeft
    ? { i, ...bar, from: bar.begin - size, to: bar.end, side: "left", title }
    : { i, ...bar, from: bar.begin, to: bar.end + size, side: "right", title };
}

function isFree(lane, item) {
  return lane.every(
    (other) => other.to + ROOM.gap <= item.from || item.to + ROOM.gap <= other.from);
}

// Gives every item the first lane that is free, in their order; the number of lanes used.
function pack(items) {
  const lanes = [];
  for (const item of items) {
    item.lane = lanes.findIndex((lane) => isFree(lane, item));
    if (item.lane < 0) item.lane = lanes.push([]) - 1;
    lanes[item.lane].push(item);
  }
  return lanes.length;
}

// Sorted by begin, items need the fewest lanes.
function packTightly(items) {
  return pack(items.sort((a, b) => a.from - b.from || a.i - b.i));
}

// The events that touch a view, in the order of the list.
function eventsIn(events, view) {
  const visible = [];
  for (let i = 0; i < events.count; i++) {
    if (events.shown[i] && events.flags[i] & DATED
      && events.first[i] < view.last && events.last[i] > view.first) visible.push(i);
  }
  return visible;
}

// The best attested of them, at most that many.
function bestOf(events, visible, most) {
  if (visible.length <= most) {
    return visible.slice().sort((a, b) => events.weight[b] - events.weight[a] || a - b);
  }
  const isVisible = new Uint8Array(events.count);
  for (const i of visible) isVisible[i] = 1;
  const best = [];
  for (const i of events.ranked) {
    if (!isVisible[i]) continue;
    best.push(i);
    if (best.length === most) break;
  }
  return best;
}

// Labels beside bars in lanes.
function layoutInLanes(events, visible, view, width, measure) {
  if (visible.length <= ROOM.staircase) {
    let lanes = 0;
    const placed = visible.map((i) => itemOf(events, i, view, width, width, measure));
    for (const item of placed) {
      item.lane = lanes;
      item.lines = wrapTo(events.title[item.i], item.title, measure);
      lanes += item.lines.length;
    }
    return { placed, lanes };
  }
  if (visible.length <= ROOM.most) {
    for (const longest of ROOM.labels) {
      const items = visible.map((i) => itemOf(events, i, view, width, longest, measure));
      for (const packed of [pack, packTightly]) {
        const lanes = packed(items);
        if (lanes <= ROOM.lanes) return { placed: withLines(events, items, measure), lanes };
      }
    }
  }
  const taken = Array.from({ length: ROOM.lanes }, () => []);
  const items = [];
  for (const i of bestOf(events, visible, ROOM.candidates)) {
    const item = itemOf(events, i, view, width, ROOM.labels[ROOM.labels.length - 1], measure);
    const lane = taken.find((others) => isFree(others, item));
    if (!lane) continue;
    lane.push(item);
    items.push(item);
  }
  return { lanes: packTightly(items), placed: withLines(events, items, measure) };
}

// Cuts the titles of placed items to their room; many have the same from frame to frame.
function withLines(events, items, measure) {
  for (const item of items) {
    const known = events.cuts.get(item.i);
    if (known && Math.abs(known.room - item.title) < 0.01) {
      item.lines = known.lines;
    } else {
      item.lines = cutTo(events.title[item.i], item.title, measure);
      events.cuts.set(item.i, { room: item.title, lines: item.lines });
    }
  }
  return items;
}

// On a narrow screen every event has a row of its own, its whole label below its bar.
function layoutInRows(events, visible, view, width, measure) {
  const best = bestOf(events, visible, ROOM.rows).sort((a, b) => a - b);
  const placed = best.map((i) => {
    measureLabel(events, i, measure);
    const room = width - ROOM.mark;
    const lines = wrapTo(events.title[i], room, measure, room - events.dateWidth[i]);
    return { i, ...barOf(events, i, view, width), lines };
  });
  return { placed, lanes: placed.length };
}

// Counts of the events that are not placed, by stretch of the axis; left out are empty ones.
function bundlesOf(events, visible, placed, view, width) {
  if (visible.length === placed.length) return [];
  const isPlaced = new Set(placed.map((item) => item.i));
  const cells = new Map();
  const size = width / Math.max(1, Math.floor(width / ROOM.bundle));
  for (const i of visible) {
    if (isPlaced.has(i)) continue;
    const cell = Math.floor(Math.min(middleOf(events, i, view, width), width - 1) / size);
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(i);
  }
  return Array.from(cells, ([cell, members]) => ({
    members, begin: cell * size, end: Math.min(width, (cell + 1) * size),
  })).sort((a, b) => a.begin - b.begin);
}
