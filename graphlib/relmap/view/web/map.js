// The map: vis-network draws nodes and edges, this adds labels, highlights, keys and buttons.
// Used by the dashboard's component and by the standalone page alike. It makes elements and text,
// never markup, and asks for nothing from the network.

/** With more ties than this, the light ones are left out while the map is dragged or zoomed. */
const MANY_TIES = 1500;
/** Two clicks within this time on the same actor are one wish, in milliseconds. */
const DOUBLE = 450;

/**
 * Create a map inside `element`. `onSelect(selection)` hears only what the user does:
 * {kind: "actor" | "tie", id}, null for a click on the background, and {kind: "around", id} for a
 * double click on an actor (after {kind: "actor", id}) or Enter on the selected one: the wish to see
 * its neighbourhood.
 *
 * Returns {update, select, selected, focus, fit, recolour, destroy} and, for tests and whoever draws
 * on top, {network, nodePoint, edgePoint, tiesAt, labels, standOut}. `update(data)` takes
 * `MapData.payload()` or `.packed()`, with a `theme` of "light" or "dark" or none to go by the
 * ground; `select(id)` marks an actor or a tie, null nothing; `focus(id)` flies to an actor, at
 * once for people who asked their system for less motion; neither calls `onSelect`.
 */
function createRelmap(element, vis, onSelect) {
  const frame = buildFrame(element);
  const state = newState(element, vis, onSelect, frame);
  // The canvas around it has a name and the keys; vis-network's own frame would be a second, mute stop.
  frame.canvas.querySelector(".vis-network").tabIndex = -1;
  listen(state);
  bindKeys(state, frame);
  bindTouch(state);
  const watcher = new ResizeObserver(() => resized(state));
  watcher.observe(frame.canvas);
  const api = {
    network: state.network,
    update: (data) => update(state, data),
    select: (id) => select(state, id),
    selected: () => state.selected?.id ?? null,
    standOut: () => standingOut(state),
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

/**
 * All that changes. `rows` and `ties` by id, `links` the ties of each actor; `radii`, `room`,
 * `slimness` and `sizedFor` belong to sizes.js, `lettering` and `widths` to lettering.js,
 * `drawnAs` to rows.js; `made` counts new data, `drawn` its finished drawings.
 */
function newState(element, vis, onSelect, frame) {
  const [nodes, edges] = [new vis.DataSet(), new vis.DataSet()];
  const still = { physics: { enabled: false }, layout: { improvedLayout: false } };
  return {
    element, onSelect, canvas: frame.canvas, hint: frame.hint, nodes, edges,
    network: new vis.Network(frame.canvas, { nodes, edges }, still),
    rows: new Map(), ties: new Map(), links: new Map(), drawnAs: new Map(),
    radii: new Map(), room: new Map(), stretch: { x: 1, y: 1 }, slimness: 1, sizedFor: null,
    labels: [], widths: new Map(), lettering: null,
    selected: null, wanted: null, hovered: null, clicked: null,
    touched: false, dragging: false, gesture: false, fitted: 1, hidesEdges: null,
    data: null, colours: null, made: 0, drawn: 0, pending: false,
  };
}

// ---------------------------------------------------------------- elements

function buildFrame(element) {
  element.classList.add("relmap");
  const canvas = document.createElement("div");
  canvas.className = "relmap-canvas";
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", MAP_LABEL);
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
  hint.setAttribute("role", "status");
  hint.dataset.corner = "bottom-left";
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
function update(state, given) {
  const before = state.rows;
  const data = unpackMap(given);
  state.data = data;
  state.rows = new Map(data.nodes.map((row) => [row.id, row]));
  state.ties = new Map(data.edges.map((row) => [row.id, row]));
  state.links = linksOf(data.edges);
  state.radii = new Map(data.nodes.map((row) => [row.id, row.size]));
  state.stretch = stretchFor(state);
  redraw(state);
  state.selected = selectionOf(state, state.wanted);
  if (!state.rows.has(state.hovered?.id) && !state.ties.has(state.hovered?.id)) state.hovered = null;
  showHint(state, state.hovered);
  if (fewStayed(before, state.rows)) fit(state, false);
  else if (state.touched ? !anyInSight(state) : !fitsWell(state)) fit(state, true);
  mark(state);
}

/** Bring everything that is drawn up to the data; vis-network draws once, and not at every step. */
function redraw(state) {
  state.made += 1;
  state.sizedFor = null;
  state.colours = coloursFor(state);
  state.room = roomOf(state);
  const { renderer } = state.network;
  renderer.allowRedraw = false;
  try {
    setOptions(state);
    replaceRows(state);
  } finally {
    renderer.allowRedraw = true;
  }
}

/** vis-network looks through all nodes and edges for every option, so it is told only what is new. */
function setOptions(state) {
  const many = state.data.edges.length > MANY_TIES;
  if (state.hidesEdges === many) return;
  const first = state.hidesEdges === null;
  state.hidesEdges = many;
  const { options } = state.data;
  const interaction = { ...options.interaction, hideEdgesOnDrag: many, hideEdgesOnZoom: many };
  state.network.setOptions(first ? {
    ...options,
    nodes: { ...options.nodes, chosen: false },
    edges: { ...options.edges, chosen: false, selectionWidth: 0, hoverWidth: 0 },
    interaction: { ...interaction, keyboard: false },
  } : { interaction });
}

function recolour(state) {
  if (!state.data) return;
  redraw(state);
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
  network.on("click", (event) => clickedAt(state, event));
  network.on("doubleClick", (event) => {
    const what = pick(state, event.pointer.DOM, pointerOf(event));
    if (what?.kind === "actor") state.onSelect({ kind: "around", id: what.id });
  });
  network.on("beforeDrawing", (ctx) => {
    slim(state);
    drawWhileMoved(state, ctx);
  });
  network.on("zoom", () => { state.touched = true; });
  network.on("dragStart", () => drag(state, true));
  network.on("dragEnd", () => drag(state, false));
  network.on("afterDrawing", (ctx) => overlay(state, ctx));
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons || event.pointerType === "touch") return;
    const point = fromWindow(state, event);
    hover(state, pick(state, point), point);
  });
  canvas.addEventListener("pointerleave", () => hover(state, null));
}

function pointerOf(event) {
  return event.event?.srcEvent?.pointerType;
}

/** The second click of a double click says nothing new, and would only make the page work. */
function clickedAt(state, event) {
  if (state.gesture) return;
  const before = state.clicked;
  const what = pickNext(state, event.pointer.DOM, pointerOf(event));
  const now = performance.now();
  const again = before && now - before.at < DOUBLE && what?.kind === "actor" &&
    what.id === state.selected?.id;
  state.clicked = { ...event.pointer.DOM, at: now };
  if (!again) choose(state, what);
}

function drag(state, dragging) {
  state.dragging = dragging;
  state.touched = true;
  if (dragging) hover(state, null);
  state.canvas.style.cursor = dragging ? "grabbing" : "";
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
