// Moving about the map: showing all of it, zooming, panning, flying to an actor.

const MARGIN = { part: 0.06, narrowest: 18, widest: 46, top: 18, bottom: 30 };
/** Up to this rank a name is likely to be shown in a crowd. */
const NAMED = 100;
const ZOOM = { least: 0.05, most: 8, step: 1.25 };
const STEP = 60;
/** Flying to an actor zooms in to this at least. */
const FOCUS = 1.4;
const STRETCH = 1.9;
const TOOLS = { width: 150, height: 42 };
const WORTH_MOVING = 1.6;

function resized(state) {
  if (!state.data || state.canvas.clientWidth === 0) return;
  state.network.setSize("100%", "100%");
  const stretch = stretchFor(state);
  if (stretch.x !== state.stretch.x || stretch.y !== state.stretch.y) {
    state.stretch = stretch;
    redraw(state);
  }
  state.sizedFor = null;
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

/** The rectangle of all nodes, or null where there are none. */
function frameOf(state) {
  if (!state.data?.nodes.length) return null;
  const { nodes } = state.network.body;
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { id, size } of state.data.nodes) {
    const { x, y } = nodes[id];
    frame.left = Math.min(frame.left, x - size);
    frame.right = Math.max(frame.right, x + size);
    frame.top = Math.min(frame.top, y - size);
    frame.bottom = Math.max(frame.bottom, y + size);
  }
  return frame;
}

/** The strips around the nodes for names that hang over the outermost, in pixels of the screen. */
function marginsOf(state, foot) {
  const side = Math.min(MARGIN.widest, Math.max(MARGIN.narrowest, state.canvas.clientWidth * MARGIN.part));
  return { side, top: MARGIN.top, bottom: MARGIN.bottom + foot };
}

/** The scale at which a frame fills the canvas above a strip of `foot` pixels. */
function scaleFor(state, frame, foot = 0) {
  const { side, top, bottom } = marginsOf(state, foot);
  return Math.min(
    (state.canvas.clientWidth - 2 * side) / Math.max(frame.right - frame.left, 1),
    (state.canvas.clientHeight - top - bottom) / Math.max(frame.bottom - frame.top, 1),
    1.8,
  );
}

/** Show everything that is drawn; the buttons in the corner get a strip if a node would lie there. */
function fit(state, moving) {
  const frame = frameOf(state);
  if (!frame || state.canvas.clientWidth === 0 || state.canvas.clientHeight === 0) return;
  const goal = goalOf(state, frame, 0);
  const { position, scale } = underTools(state, goal) ? goalOf(state, frame, TOOLS.height) : goal;
  state.fitted = scale;
  state.network.moveTo({ position, scale, animation: moving && calm() });
}

function goalOf(state, frame, foot) {
  const scale = Math.max(scaleFor(state, frame, foot), ZOOM.least);
  const { top, bottom } = marginsOf(state, foot);
  const [x, y] = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
  return { scale, position: { x, y: y + (bottom - top) / 2 / scale } };
}

/** Whether a node, or the name of a strong one, would lie in the corner of the buttons. */
function underTools(state, { position, scale }) {
  const { clientWidth: width, clientHeight: height } = state.canvas;
  const { nodes } = state.network.body;
  return state.data.nodes.some((row) => {
    const named = row.rank < NAMED;
    const half = Math.max(row.size * scale, named ? labelGuess(row.label, state.data.font) / 2 : 0);
    const x = (nodes[row.id].x - position.x) * scale + width / 2 + half;
    const y = (nodes[row.id].y - position.y) * scale + height / 2 + row.size * scale;
    return x > width - TOOLS.width && y + (named ? 2 * state.data.font : 0) > height - TOOLS.height;
  });
}

function fitAgain(state) {
  state.touched = false;
  fit(state, true);
}

/** A filter can leave nobody where the user has zoomed to: an empty canvas looks broken. */
function anyInSight(state) {
  const { clientWidth: width, clientHeight: height } = state.canvas;
  return Object.values(state.network.getPositions()).some((place) => {
    const point = state.network.canvasToDOM(place);
    return point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height;
  });
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
  const scale = Math.max(state.network.getScale(), FOCUS);
  state.network.moveTo({ position: place, scale, animation: calm() });
}

/** Bring an actor into sight without changing the zoom, if it is not. */
function reach(state, id) {
  const place = state.network.getPositions([id])[id];
  const { x, y } = state.network.canvasToDOM(place);
  const { clientWidth: width, clientHeight: height } = state.canvas;
  if (x >= STEP && y >= STEP && x <= width - STEP && y <= height - STEP) return;
  state.touched = true;
  state.network.moveTo({ position: place, animation: calm() });
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
