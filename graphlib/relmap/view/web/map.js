// The map: vis-network draws nodes and edges, this adds labels, highlights, keys and buttons.
// Used by the dashboard's component and by the standalone page alike. It makes elements and text,
// never markup, and asks for nothing from the network.

/**
 * Create a map inside `element`. `onSelect(selection)` hears only what the user does:
 * {kind: "actor" | "tie", id} or null for a click on the background.
 * Returns {update, select, focus, fit, destroy, network, nodePoint, edgePoint, tiesAt}.
 */
function createRelmap(element, vis, onSelect) {
  const frame = buildFrame(element);
  const state = {
    vis, element, onSelect,
    canvas: frame.canvas,
    hint: frame.hint,
    nodes: new vis.DataSet(),
    edges: new vis.DataSet(),
    rows: new Map(),
    ties: new Map(),
    links: new Map(),
    labels: [],
    widths: new Map(),
    selected: null,
    wanted: null,
    hovered: null,
    clicked: null,
    touched: false,
    stretch: { x: 1, y: 1 },
    slimness: 1,
    drawn: 0,
    data: null,
    colours: null,
  };
  state.network = new vis.Network(
    frame.canvas,
    { nodes: state.nodes, edges: state.edges },
    { physics: { enabled: false }, layout: { improvedLayout: false } },
  );
  listen(state);
  bindKeys(state, frame);
  const watcher = new ResizeObserver(() => resized(state));
  watcher.observe(frame.canvas);
  const api = {
    network: state.network,
    update: (data) => update(state, data),
    select: (id) => select(state, id),
    selected: () => state.selected?.id ?? null,
    focus: (id) => focusOn(state, id),
    fit: () => fitAgain(state),
    nodePoint: (id) => nodePoint(state, id),
    edgePoint: (id) => edgePoint(state, id),
    tiesAt: (point) => tiesAt(state, point),
    labels: () => state.labels.map((label) => ({ ...label })),
    recolour: () => recolour(state),
    destroy: () => { watcher.disconnect(); state.network.destroy(); element.replaceChildren(); },
  };
  element.relmap = api;
  return api;
}

// ---------------------------------------------------------------- elements

function buildFrame(element) {
  element.classList.add("relmap");
  const canvas = document.createElement("div");
  canvas.className = "relmap-canvas";
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute(
    "aria-label",
    "Map of actors and ties. Arrow keys move it, plus and minus zoom, 0 shows all of it. " +
      "The table of ties holds the same ties.",
  );
  const tools = document.createElement("div");
  tools.className = "relmap-tools";
  const buttons = {
    closer: button("+", "Zoom in (+)"),
    farther: button("−", "Zoom out (−)"),
    all: button("Fit", "Fit: show the whole map (0)"),
  };
  tools.append(...Object.values(buttons));
  const hint = document.createElement("div");
  hint.className = "relmap-hint";
  hint.hidden = true;
  element.replaceChildren(canvas, tools, hint);
  return { canvas, hint, ...buttons };
}

function button(text, title) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.title = title;
  made.setAttribute("aria-label", title);
  return made;
}

// ---------------------------------------------------------------- data

/** Take new rows over those that are there, row by row: zoom and places survive every filter. */
function update(state, data) {
  const before = state.rows;
  state.data = data;
  state.rows = new Map(data.nodes.map((row) => [row.id, row]));
  state.ties = new Map(data.edges.map((row) => [row.id, row]));
  state.links = linksOf(data.edges);
  state.opacities = opacitiesOf(data.edges);
  state.colours = coloursFor(state);
  state.stretch = stretchFor(state);
  state.network.setOptions(visOptions(data));
  redrawRows(state);
  state.selected = selectionOf(state, state.wanted);
  if (!state.rows.has(state.hovered?.id) && !state.ties.has(state.hovered?.id)) state.hovered = null;
  showHint(state, state.hovered);
  if (fewStayed(before, state.rows)) fit(state, false);
  else if (state.touched ? !anyInSight(state) : !fitsWell(state)) fit(state, true);
  mark(state);
}

function redrawRows(state) {
  replaceRows(state.edges, state.data.edges.map((row) => visEdge(state, row)));
  replaceRows(state.nodes, state.data.nodes.map((row) => visNode(state, row)));
}

function visOptions(data) {
  const many = data.edges.length > 1500;
  const options = { ...data.options, nodes: { borderWidth: 1.5, chosen: false } };
  options.edges = { ...data.options.edges, chosen: false, selectionWidth: 0, hoverWidth: 0 };
  options.interaction = {
    ...data.options.interaction, hideEdgesOnDrag: many, hideEdgesOnZoom: many,
    hover: false, selectable: false, keyboard: false,
  };
  return options;
}

/**
 * A name that could be several actors is hollow, and dashed where there is room for dashes:
 * nobody shall take it for one.
 */
function visNode(state, row) {
  const colour = state.colours.kinds[row.kind];
  const large = row.size >= 9;
  return {
    id: row.id, x: row.x * state.stretch.x, y: row.y * state.stretch.y,
    size: row.size * state.slimness, shape: row.shape,
    color: row.unresolved
      ? { background: state.colours.background, border: colour.fill }
      : { background: colour.fill, border: state.colours.background },
    borderWidth: row.unresolved && large ? 2.5 : 1.5,
    shapeProperties: { borderDashes: row.unresolved && large ? [4, 3] : false },
  };
}

function visEdge(state, row) {
  return {
    id: row.id, from: row.from, to: row.to, width: row.width * state.slimness,
    color: { color: state.colours.edge, opacity: state.opacities.get(row.width) },
  };
}

/**
 * How strongly a tie of each width is drawn. The heaviest hundred or so stand out; behind them ties
 * fade with their rank, or thousands of light ones would be all there is to see. None is left out.
 */
function opacitiesOf(edges) {
  const [strong, faintest] = [120, 0.04];
  const counts = new Map();
  for (const { width } of edges) counts.set(width, (counts.get(width) ?? 0) + 1);
  const opacities = new Map();
  let heavier = 0;
  for (const [width, count] of [...counts].sort(([one], [other]) => other - one)) {
    opacities.set(width, Math.min(1, Math.max(faintest, (strong / (heavier + 1)) ** 1.1)));
    heavier += count;
  }
  return opacities;
}

function replaceRows(set, rows) {
  const next = new Set(rows.map((row) => row.id));
  set.remove(set.getIds().filter((id) => !next.has(id)));
  set.update(rows.filter((row) => !sameRow(set.get(row.id), row)));
}

function sameRow(old, row) {
  return old !== null && Object.keys(row).every(
    (key) => JSON.stringify(old[key]) === JSON.stringify(row[key]),
  );
}

function linksOf(edges) {
  const links = new Map();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      if (!links.has(end)) links.set(end, []);
      links.get(end).push(edge);
    }
  }
  return links;
}

/** True when another corpus came in: fewer than half of the nodes are where they were. */
function fewStayed(before, after) {
  if (before.size === 0) return true;
  let stayed = 0;
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old && old.x === row.x && old.y === row.y) stayed += 1;
  }
  return stayed * 2 < Math.min(after.size, before.size);
}

/** A filter can leave nobody where the user has zoomed to: an empty canvas looks broken. */
function anyInSight(state) {
  const { clientWidth: width, clientHeight: height } = state.canvas;
  return Object.values(state.network.getPositions()).some((place) => {
    const point = state.network.canvasToDOM(place);
    return point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height;
  });
}

// ---------------------------------------------------------------- colours

/** The palette, on the ground that the map really stands on: a page may have its own. */
function coloursFor(state) {
  const palette = state.data.palettes[themeOf(state)];
  return { ...palette, background: groundOf(state) || palette.background };
}

function groundOf(state) {
  return getComputedStyle(state.element).getPropertyValue("--st-background-color").trim();
}

/** The theme asked for, or the one of the ground that the map stands on. */
function themeOf(state) {
  if (state.data.theme === "light" || state.data.theme === "dark") return state.data.theme;
  const ground = groundOf(state);
  return ground && isDark(ground) ? "dark" : "light";
}

function isDark(colour) {
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

function recolour(state) {
  if (!state.data) return;
  state.colours = coloursFor(state);
  redrawRows(state);
  mark(state);
}

// ---------------------------------------------------------------- selection

/** Select by id; what is not drawn now is selected as soon as a filter brings it back. */
function select(state, id) {
  state.wanted = id ?? null;
  state.selected = selectionOf(state, id);
  mark(state);
}

function selectionOf(state, id) {
  if (id === null || id === undefined) return null;
  if (state.ties.has(id)) return { kind: "tie", id };
  if (state.rows.has(id)) return { kind: "actor", id };
  return null;
}

function listen(state) {
  const { network, canvas } = state;
  network.on("click", (event) => choose(state, pickNext(state, event.pointer.DOM)));
  network.on("beforeDrawing", () => slim(state));
  network.on("zoom", () => { state.touched = true; });
  network.on("dragStart", () => hover(state, null));
  network.on("dragEnd", () => { state.touched = true; });
  network.on("afterDrawing", (ctx) => overlay(state, ctx));
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons || event.pointerType === "touch") return;
    const point = fromWindow(state, event);
    hover(state, pick(state, point), point);
  });
  canvas.addEventListener("pointerleave", () => hover(state, null));
}

function choose(state, selection) {
  select(state, selection?.id);
  state.onSelect(selection);
}

function hover(state, what, point) {
  showHint(state, what, point);
  if (what?.id === state.hovered?.id) return;
  state.hovered = what;
  state.canvas.style.cursor = what ? "pointer" : "";
  state.network.redraw();
}

/** Full name and counts, as text, in the corner: beside the pointer it would hide neighbours. */
function showHint(state, what, point) {
  const row = what && (state.rows.get(what.id) ?? state.ties.get(what.id));
  const others = what?.kind === "tie" && point ? tiesAt(state, point).length - 1 : 0;
  const more = others > 0 ? `\n+${others} more under the pointer: click again` : "";
  const empty = state.data && state.rows.size === 0 ? "No actor is in view." : "";
  state.hint.hidden = !row && !empty;
  state.hint.textContent = row ? row.title + more : empty;
}

/** Say on the element what is drawn; tests and style sheets read it there. */
function mark(state) {
  const { dataset } = state.element;
  dataset.nodes = String(state.rows.size);
  dataset.edges = String(state.ties.size);
  dataset.selected = state.selected?.id ?? "";
  dataset.theme = state.colours ? themeOf(state) : "";
  state.pending = true;
  state.network.redraw();
}
