// Moving about the map: showing all of it, zooming, panning, flying to an actor; by buttons and keys.

const MARGIN = 18;
const ZOOM = { least: 0.05, most: 8, step: 1.25 };
const STEP = 60;

function resized(state) {
  if (!state.data || state.canvas.clientWidth === 0) return;
  state.network.setSize("100%", "100%");
  if (!state.touched) fit(state, false);
  state.network.redraw();
}

/** Show everything with room for the labels, which hang over the outermost nodes. */
function fit(state, byUser) {
  const rows = state.data ? state.data.nodes : [];
  const width = state.canvas.clientWidth;
  const height = state.canvas.clientHeight;
  if (byUser) state.touched = false;
  if (rows.length === 0 || width === 0 || height === 0) return;
  const places = state.network.getPositions();
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const font = state.data.font;
  for (const row of rows) {
    const { x, y } = places[row.id];
    const half = Math.max(row.size, labelGuess(row.label, font) / 2);
    frame.left = Math.min(frame.left, x - half);
    frame.right = Math.max(frame.right, x + half);
    frame.top = Math.min(frame.top, y - row.size);
    frame.bottom = Math.max(frame.bottom, y + row.size + font * (0.4 + 1.2 * row.label.split("\n").length));
  }
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(frame.right - frame.left, 1),
    (height - 2 * MARGIN) / Math.max(frame.bottom - frame.top, 1),
    1.8,
  );
  const position = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
  state.network.moveTo({ position, scale, animation: byUser && calm(state) });
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
  state.network.moveTo({ position: place, scale, animation: calm(state) });
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
  frame.all.addEventListener("click", () => fit(state, true));
  const keys = {
    "+": () => zoomBy(state, ZOOM.step),
    "=": () => zoomBy(state, ZOOM.step),
    "-": () => zoomBy(state, 1 / ZOOM.step),
    0: () => fit(state, true),
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
