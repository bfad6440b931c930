// What lies under a point: a node, a label, or a tie, in the way that the eye sees them.

/** How far beside a line a click still means it, in pixels of the screen. */
const REACH = 6;

/** A small dot is hit this many pixels around its middle, by a pointer and by a finger. */
const TARGET = { mouse: 5, touch: 16 };

/** Return {kind, id} of what is at `point` (pixels of the canvas element), or null. */
function pick(state, point, pointer = "mouse") {
  const node = nodeAt(state, point, TARGET[pointer] ?? TARGET.mouse) ?? labelAt(state, point);
  if (node !== undefined) return { kind: "actor", id: node };
  const tie = tieAt(state, point);
  return tie === undefined ? null : { kind: "tie", id: tie };
}

/** The node whose rim is nearest to the point, of those that it is on or close enough to. */
function nodeAt(state, point, target) {
  const scale = state.network.getScale();
  const { x, y } = state.network.DOMtoCanvas(point);
  const { nodes } = state.network.body;
  let [found, nearest] = [undefined, Infinity];
  for (const [id, radius] of state.radii) {
    const away = Math.hypot(nodes[id].x - x, nodes[id].y - y);
    if (away > Math.max(radius, target / scale) || away - radius >= nearest) continue;
    [found, nearest] = [id, away - radius];
  }
  return found;
}

function labelAt(state, point) {
  const hit = state.labels.find(
    ({ box }) => point.x >= box.left && point.x <= box.right &&
      point.y >= box.top && point.y <= box.bottom,
  );
  return hit?.id;
}

/** The same place clicked again means the next of the ties that lie there on each other. */
function pickNext(state, point, pointer) {
  const before = state.clicked;
  state.clicked = point;
  const again = before && Math.hypot(point.x - before.x, point.y - before.y) < REACH;
  const ties = tiesAt(state, point);
  const place = ties.indexOf(state.selected?.id);
  // The name of an end of the chosen tie may have come to stand here since the last click.
  const next = again && place >= 0 && state.network.getNodeAt(point) === undefined;
  return next ? { kind: "tie", id: ties[(place + 1) % ties.length] } : pick(state, point, pointer);
}

function tieAt(state, point) {
  return tiesAt(state, point)[0];
}

/**
 * The ties within reach of a point, the nearest first; where lines lie on each other the topmost,
 * which is the heaviest.
 */
function tiesAt(state, point) {
  const scale = state.network.getScale();
  const { x, y } = state.network.DOMtoCanvas(point);
  const places = state.network.body.nodes;
  const found = [];
  for (const tie of state.data?.edges ?? []) {
    const [from, to] = [places[tie.from], places[tie.to]];
    if (!from || !to) continue;
    const beside = distance(x, y, from, to) - (tie.width * state.slimness) / 2;
    const away = Math.max(beside * scale, 0);
    if (away < REACH) found.unshift({ id: tie.id, away });
  }
  return found.sort((one, other) => one.away - other.away).map((tie) => tie.id);
}

function distance(x, y, from, to) {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const square = across * across + down * down || 1;
  const part = Math.min(1, Math.max(0, ((x - from.x) * across + (y - from.y) * down) / square));
  return Math.hypot(x - from.x - part * across, y - from.y - part * down);
}

/** The middle of a node in pixels of the browser window. */
function nodePoint(state, id) {
  const place = state.network.getPositions([id])[id];
  return place ? toWindow(state, state.network.canvasToDOM(place)) : null;
}

/** A point on a tie where everything within three pixels hits that tie alone, or null. */
function edgePoint(state, id) {
  const tie = state.ties.get(id);
  if (!tie) return null;
  const places = state.network.getPositions([tie.from, tie.to]);
  const [from, to] = [tie.from, tie.to].map((end) => state.network.canvasToDOM(places[end]));
  for (let step = 0; step < 80; step += 1) {
    const part = 0.5 + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * 0.0115;
    const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    if (onlyTie(state, point, id)) return toWindow(state, point);
  }
  return null;
}

function onlyTie(state, point, id) {
  for (let across = -3; across <= 3; across += 3) {
    for (let down = -3; down <= 3; down += 3) {
      if (pick(state, { x: point.x + across, y: point.y + down })?.id !== id) return false;
    }
  }
  const inside = point.x > 8 && point.y > 8 &&
    point.x < state.canvas.clientWidth - 8 && point.y < state.canvas.clientHeight - 8;
  return inside && !onTools(state, toWindow(state, point));
}

function onTools(state, point) {
  const box = state.element.querySelector(".relmap-tools").getBoundingClientRect();
  return point.x > box.left - 6 && point.x < box.right + 6 &&
    point.y > box.top - 6 && point.y < box.bottom + 6;
}

function toWindow(state, point) {
  const box = state.canvas.getBoundingClientRect();
  return { x: box.left + point.x, y: box.top + point.y };
}

function fromWindow(state, event) {
  const box = state.canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
