// Moving about the map: showing all of it, zooming, panning, flying to an actor; by buttons and keys.

const MARGIN = 18;
const ZOOM = { least: 0.05, most: 8, step: 1.25 };
const STEP = 60;
const STRETCH = 1.9;
const TOOLS = { width: 150, height: 42 };
const SLIMMING = 0.6;
const WORTH_MOVING = 1.6;

function resized(state) {
  if (!state.data || state.canvas.clientWidth === 0) return;
  state.network.setSize("100%", "100%");
  const stretch = stretchFor(state);
  if (stretch.x !== state.stretch.x || stretch.y !== state.stretch.y) {
    state.stretch = stretch;
    redrawRows(state);
  }
  if (!state.touched) fit(state, false);
  state.network.redraw();
}

/**
 * Places belong to a canvas of one shape, the element may have another: a half empty map wastes
 * the room that names and ties need. Stretched only, never pressed, so that nothing meets.
 */
function stretchFor(state) {
  const [across, down] = state.data.canvas;
  const { clientWidth: width, clientHeight: height } = state.canvas;
  if (width === 0 || height === 0) return { x: 1, y: 1 };
  const higher = (height / width) / (down / across);
  const bounded = (share) => Math.round(Math.min(STRETCH, Math.max(1, share)) * 100) / 100;
  return { x: bounded(1 / higher), y: bounded(higher) };
}

/** Zooming in parts nodes and lines more than it thickens them, or they would stay as dense. */
function slim(state) {
  if (!state.data) return;
  const slimness = Math.max(state.network.getScale(), 1) ** -SLIMMING;
  if (Math.abs(slimness / state.slimness - 1) < 0.01) return;
  state.slimness = slimness;
  const { nodes, edges } = state.network.body;
  for (const row of state.data.nodes) {
    nodes[row.id].options.size = row.size * slimness;
    nodes[row.id].shape.refreshNeeded = true;
  }
  for (const row of state.data.edges) edges[row.id].options.width = row.width * slimness;
}

/** The rectangle of all nodes with their labels, which hang over the outermost, or null. */
function frameOf(state) {
  if (!state.data?.nodes.length) return null;
  const places = state.network.getPositions();
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const font = state.data.font;
  for (const row of state.data.nodes) {
    const { x, y } = places[row.id];
    const half = Math.max(row.size, labelGuess(row.label, font) / 2);
    frame.left = Math.min(frame.left, x - half);
    frame.right = Math.max(frame.right, x + half);
    frame.top = Math.min(frame.top, y - row.size);
    frame.bottom = Math.max(frame.bottom, y + row.size + font * (0.4 + 1.2 * row.label.split("\n").length));
  }
  return frame;
}

/** The scale at which a frame fills the canvas above a strip of `foot` pixels. */
function scaleFor(state, frame, foot = 0) {
  return Math.min(
    (state.canvas.clientWidth - 2 * MARGIN) / Math.max(frame.right - frame.left, 1),
    (state.canvas.clientHeight - 2 * MARGIN - foot) / Math.max(frame.bottom - frame.top, 1),
    1.8,
  );
}

/** Show everything that is drawn; the buttons in the corner get a strip if a node would lie there. */
function fit(state, moving) {
  const frame = frameOf(state);
  if (!frame || state.canvas.clientWidth === 0 || state.canvas.clientHeight === 0) return;
  const foot = underTools(state, frame) ? TOOLS.height : 0;
  const scale = scaleFor(state, frame, foot);
  const x = (frame.left + frame.right) / 2;
  const y = (frame.top + frame.bottom) / 2 + foot / 2 / scale;
  state.network.moveTo({ position: { x, y }, scale, animation: moving && calm() });
}

/** Whether a node or its name would lie in the corner of the buttons if the frame were shown. */
function underTools(state, frame) {
  const scale = scaleFor(state, frame);
  const places = state.network.getPositions();
  const right = (frame.left + frame.right) / 2 + (state.canvas.clientWidth / 2 - TOOLS.width) / scale;
  const bottom = (frame.top + frame.bottom) / 2 + (state.canvas.clientHeight / 2 - TOOLS.height) / scale;
  return state.data.nodes.some((row) => {
    const { x, y } = places[row.id];
    const half = Math.max(row.size, labelGuess(row.label, state.data.font) / 2);
    return x + half > right && y + row.size + 3 * state.data.font > bottom;
  });
}

function fitAgain(state) {
  state.touched = false;
  fit(state, true);
}

/** Whether all is in sight and would not become much larger: then a filter moves nothing. */
function fitsWell(state) {
  const frame = frameOf(state);
  if (!frame) return true;
  const low = state.network.canvasToDOM({ x: frame.left, y: frame.top });
  const high = state.network.canvasToDOM({ x: frame.right, y: frame.bottom });
  const inside = low.x >= 0 && low.y >= 0 && high.x <= state.canvas.clientWidth &&
    high.y <= state.canvas.clientHeight;
  return inside && scaleFor(state, frame) < WORTH_MOVING * state.network.getScale();
}

function labelGuess(label, font) {
  return Math.max(...label.split("\n").map((line) => line.length)) * font * 0.52;
}

/** Animations are short, and none at all for people who asked their system for less motion. */
function calm() {
  const still = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches;
  return still ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

function focusOn(state, id) {
  const place = state.rows.has(id) ? state.network.getPositions([id])[id] : null;
  if (!place) return;
  state.touched = true;
  const scale = Math.max(state.network.getScale(), 1.4);
  state.network.moveTo({ position: place, scale, animation: calm() });
}

function zoomBy(state, factor) {
  const scale = state.network.getScale() * factor;
  if (scale < ZOOM.least || scale > ZOOM.most) return;
  state.touched = true;
  state.network.moveTo({ scale });
}

function pan(state, across, down) {
  state.touched = true;
  state.network.moveTo({ offset: { x: -across, y: -down }, position: state.network.getViewPosition() });
}

function bindKeys(state, frame) {
  frame.closer.addEventListener("click", () => zoomBy(state, ZOOM.step));
  frame.farther.addEventListener("click", () => zoomBy(state, 1 / ZOOM.step));
  frame.all.addEventListener("click", () => fitAgain(state));
  const keys = {
    "+": () => zoomBy(state, ZOOM.step),
    "=": () => zoomBy(state, ZOOM.step),
    "-": () => zoomBy(state, 1 / ZOOM.step),
    0: () => fitAgain(state),
    ArrowLeft: () => pan(state, -STEP, 0),
    ArrowRight: () => pan(state, STEP, 0),
    ArrowUp: () => pan(state, 0, -STEP),
    ArrowDown: () => pan(state, 0, STEP),
    Escape: () => choose(state, null),
  };
  frame.canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
}
