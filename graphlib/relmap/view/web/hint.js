// The hint: the full name and the counts of what the pointer is on, as text, in a corner where it
// hides neither that nor its name.

/** "Country · 9 mentions in 4 articles" */
function actorFacts(data, row) {
  const word = data.legend.kinds.find(({ kind }) => kind === row.kind)?.word ?? row.kind;
  return `${word} · ${counted(row.mentions, "mention")} in ${counted(row.articles, "article")}`;
}

/** "5 sentences in 2 articles" */
function tieFacts(row) {
  return `${counted(row.weight, "sentence")} in ${counted(row.articles, "article")}`;
}

function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

function hintText(state, what, point) {
  const actor = state.rows.get(what.id);
  if (actor) {
    const open = actor.unresolved ? `\n${state.data.legend.unresolved}: could be several` : "";
    return `${actor.name}\n${actorFacts(state.data, actor)}${open}`;
  }
  const tie = state.ties.get(what.id);
  if (!tie) return "";
  const others = point ? tiesAt(state, point).length - 1 : 0;
  const more = others > 0 ? `\n+${others} more under the pointer: click again` : "";
  const [one, other] = [tie.from, tie.to].map((id) => state.rows.get(id)?.name ?? id);
  const number = tie.number ? `${tie.number} · ` : "";
  return `${number}${one} – ${other}\n${tieFacts(tie)}${more}`;
}

function showHint(state, what, point) {
  const empty = state.data && state.rows.size === 0 ? "No actor is in view." : "";
  const text = (what && hintText(state, what, point)) || empty;
  state.hint.hidden = !text;
  state.hint.textContent = text;
  if (what && text) placeHint(state, what, point);
}

/** The first corner where the hint covers least of what it describes, then least of the neighbours. */
function placeHint(state, what, point) {
  const described = describedBoxes(state, what, point);
  const neighbours = boxesOf(state, emphasis(state, what)?.nodes ?? new Set());
  let best = null;
  for (const corner of ["bottom-left", "top-left", "top-right"]) {
    state.hint.dataset.corner = corner;
    const box = hintBox(state);
    const [own, others] = [described, neighbours].map(
      (boxes) => boxes.filter((other) => boxesOverlap(box, other)).length,
    );
    const covered = own * (neighbours.length + 1) + others;
    if (best === null || covered < best.covered) best = { corner, covered };
    if (covered === 0) break;
  }
  state.hint.dataset.corner = best.corner;
}

/** The hint in pixels of the canvas element. */
function hintBox(state) {
  const [hint, canvas] = [state.hint, state.canvas].map((each) => each.getBoundingClientRect());
  return {
    left: hint.left - canvas.left, right: hint.right - canvas.left,
    top: hint.top - canvas.top, bottom: hint.bottom - canvas.top,
  };
}

/** The pointer, the actor or both ends of the tie, and their names where they stand. */
function describedBoxes(state, what, point) {
  const tie = state.ties.get(what.id);
  const ids = new Set(tie ? [tie.from, tie.to] : [what.id]);
  return [...(point ? [circleBox({ ...point, radius: 12 })] : []), ...boxesOf(state, ids)];
}

/** Where actors and their names stand, in pixels of the canvas element. */
function boxesOf(state, ids) {
  const scale = state.network.getScale();
  const places = state.network.getPositions([...ids]);
  const dots = Object.entries(places).map(([id, place]) => {
    const { x, y } = state.network.canvasToDOM(place);
    return circleBox({ x, y, radius: (state.radii.get(id) ?? 0) * scale });
  });
  const names = state.labels.filter(({ id }) => ids.has(id)).map(({ box }) => box);
  return [...dots, ...names];
}
