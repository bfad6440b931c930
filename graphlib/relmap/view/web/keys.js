// The map by keyboard and buttons: moving, zooming, and going from actor to actor.

const MAP_LABEL =
  "Map of actors and ties. Arrow keys move it, plus and minus zoom, 0 shows all of it. " +
  "N and P go to the next and the previous actor by strength, Enter opens it, " +
  "Enter once more shows its neighbourhood, Escape takes the selection back. " +
  "The table of ties holds the same ties.";

function bindKeys(state, frame) {
  frame.closer.addEventListener("click", () => zoomBy(state, ZOOM.step));
  frame.farther.addEventListener("click", () => zoomBy(state, 1 / ZOOM.step));
  frame.all.addEventListener("click", () => fitAgain(state));
  const keys = keysOf(state);
  frame.canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  frame.canvas.addEventListener("blur", () => hover(state, null));
}

function keysOf(state) {
  return {
    "+": () => zoomBy(state, ZOOM.step),
    "=": () => zoomBy(state, ZOOM.step),
    "-": () => zoomBy(state, 1 / ZOOM.step),
    0: () => fitAgain(state),
    ArrowLeft: () => pan(state, -STEP, 0),
    ArrowRight: () => pan(state, STEP, 0),
    ArrowUp: () => pan(state, 0, -STEP),
    ArrowDown: () => pan(state, 0, STEP),
    n: () => step(state, 1),
    p: () => step(state, -1),
    Enter: () => openActor(state),
    Escape: () => { hover(state, null); choose(state, null); },
  };
}

/** Point at the next actor by strength; the first is the strongest, and after the last it again. */
function step(state, by) {
  const { nodes } = state.data ?? { nodes: [] };
  if (nodes.length === 0) return;
  const from = state.rows.get(state.hovered?.id ?? state.selected?.id)?.rank;
  const rank = from === undefined ? (by > 0 ? 0 : nodes.length - 1) : from + by;
  const { id } = nodes[(rank + nodes.length) % nodes.length];
  reach(state, id);
  hover(state, { kind: "actor", id });
}

function openActor(state) {
  const what = state.hovered?.kind === "actor" ? state.hovered : state.selected;
  if (what?.kind !== "actor") return;
  if (what.id === state.selected?.id) state.onSelect({ kind: "around", id: what.id });
  else choose(state, { kind: "actor", id: what.id });
}
