// Fingers on the map. One finger scrolls the page, as everywhere else on it, so that nobody is caught
// in the map; two fingers move and zoom it; a tap selects, two quick taps ask for a neighbourhood.

const SWIPE = 12;
const TOUCH_HINT = "Two fingers move the map.";

function bindTouch(state) {
  const fingers = new Map();
  const { canvas } = state;
  const on = (name, act) => canvas.addEventListener(name, (event) => {
    if (event.pointerType === "touch") act(event);
  }, { capture: true });
  on("pointerdown", (event) => {
    fingers.set(event.pointerId, fromWindow(state, event));
    state.gesture = fingers.size > 1;
    // vis-network knows of one finger only: it would zoom by two, but not move.
    if (state.gesture) event.stopPropagation();
  });
  on("pointermove", (event) => {
    event.stopPropagation();
    if (fingers.size > 1 && fingers.has(event.pointerId)) movedBy(state, fingers, event);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    on(name, (event) => fingers.delete(event.pointerId));
  }
  watchSwipes(state);
}

/** While the page scrolls there are no pointer events, but the touches are still told of. */
function watchSwipes(state) {
  let start = null;
  const on = (name, act) => state.canvas.addEventListener(name, (event) => {
    // A browser that scrolls with two fingers as well would move map and page at once.
    if (event.touches.length > 1) event.preventDefault();
    else act(event.touches[0]);
  }, { passive: false });
  on("touchstart", (finger) => { start = fromWindow(state, finger); });
  on("touchmove", (finger) => swiped(state, start, finger));
  on("touchend", () => hideTouchHint(state));
}

/** Keep what is between the two fingers between them. */
function movedBy(state, fingers, event) {
  const before = spanOf(fingers);
  fingers.set(event.pointerId, fromWindow(state, event));
  const after = spanOf(fingers);
  const held = state.network.DOMtoCanvas(before);
  const wanted = state.network.getScale() * (after.apart / before.apart);
  const scale = Math.min(ZOOM.most, Math.max(ZOOM.least, wanted));
  const { clientWidth: width, clientHeight: height } = state.canvas;
  // To vis-network this is a zoom, during which a large map leaves out its light ties.
  state.network.body.emitter.emit("zoom", { scale });
  state.network.moveTo({
    scale,
    position: { x: held.x - (after.x - width / 2) / scale, y: held.y - (after.y - height / 2) / scale },
  });
}

/** The middle between the first two fingers, and how far they are apart. */
function spanOf(fingers) {
  const [one, other] = [...fingers.values()];
  return {
    x: (one.x + other.x) / 2, y: (one.y + other.y) / 2,
    apart: Math.max(Math.hypot(one.x - other.x, one.y - other.y), 1),
  };
}

/** Only who has zoomed in can want to move the map with one finger: then say how it is moved. */
function swiped(state, start, finger) {
  const { x, y } = fromWindow(state, finger);
  const zoomed = state.network.getScale() > state.fitted * 1.05;
  if (!zoomed || !start || Math.hypot(x - start.x, y - start.y) < SWIPE) return;
  state.hint.hidden = false;
  state.hint.textContent = TOUCH_HINT;
  state.hint.dataset.corner = "bottom-left";
}

function hideTouchHint(state) {
  if (state.hint.textContent !== TOUCH_HINT) return;
  setTimeout(() => { if (state.hint.textContent === TOUCH_HINT) showHint(state, null); }, 1200);
}
