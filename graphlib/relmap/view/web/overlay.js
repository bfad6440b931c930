// What is drawn over vis-network's picture: the labels, and whoever stands out with all the others
// behind a veil. Nothing in vis-network's data changes for it, so hovering stays quick.

/** While a large map is dragged or zoomed, so many of its heaviest ties stay to be seen. */
const MOVED_TIES = 300;

/** Who stands out now: the ids of nodes and edges, or null when nobody does. */
function emphasis(state, what) {
  if (!what) return null;
  if (what.kind === "tie") {
    const tie = state.ties.get(what.id);
    return tie ? { nodes: new Set([tie.from, tie.to]), edges: [tie] } : null;
  }
  if (!state.rows.has(what.id)) return null;
  const edges = state.links.get(what.id) ?? [];
  return { nodes: new Set([what.id, ...edges.flatMap((tie) => [tie.from, tie.to])]), edges };
}

/** The ids of the ties that stand out before all others, or null when none does. */
function standingOut(state) {
  const found = emphasis(state, state.hovered) ?? emphasis(state, state.selected);
  return found && new Set(found.edges.map((tie) => tie.id));
}

function overlay(state, ctx) {
  if (!state.data) return;
  const hovered = emphasis(state, state.hovered);
  const chosen = emphasis(state, state.selected);
  const first = hovered ?? chosen;
  if (first) {
    veil(state, ctx, hovered ? 0.72 : 0.5);
    drawEdges(state, ctx, first.edges, state.hovered ?? state.selected);
    if (chosen && chosen !== first && state.selected.kind === "tie") {
      drawEdges(state, ctx, chosen.edges, state.selected);
    }
    drawNodes(state, ctx, new Set([...first.nodes, ...mustShow(state, chosen)]));
    drawRings(state, ctx, chosen);
  }
  overlayLabels(state, ctx, hovered, chosen);
  ready(state);
}

/** Cover everything with the ground, half transparent; what matters is drawn again above it. */
function veil(state, ctx, strength) {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = strength;
  ctx.fillStyle = state.colours.background;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
}

function drawEdges(state, ctx, edges, what) {
  const { nodes } = state.network.body;
  const accented = what.kind === "tie" && what.id === state.selected?.id;
  ctx.save();
  ctx.lineCap = "round";
  ctx.strokeStyle = accented ? state.colours.accent : state.colours.muted;
  for (const edge of edges) {
    const [from, to] = [nodes[edge.from], nodes[edge.to]];
    if (!from || !to) continue;
    ctx.lineWidth = (accented ? Math.max(edge.width, 3) + 1 : edge.width) * state.slimness;
    line(ctx, from, to);
  }
  ctx.restore();
}

/** Where vis-network leaves out the ties while the map is moved, the heaviest stay as a guide. */
function drawWhileMoved(state, ctx) {
  const { dragging, zooming } = state.network.renderer;
  if (!state.hidesEdges || !(dragging || zooming)) return;
  const { nodes } = state.network.body;
  ctx.save();
  ctx.strokeStyle = state.colours.edge;
  for (const row of state.data.edges.slice(-MOVED_TIES)) {
    ctx.globalAlpha = row.opacity;
    ctx.lineWidth = row.width * state.slimness;
    line(ctx, nodes[row.from], nodes[row.to]);
  }
  ctx.restore();
}

function line(ctx, from, to) {
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

function drawNodes(state, ctx, ids) {
  for (const id of ids) state.network.body.nodes[id]?.draw(ctx);
}

/** An outline around both ends of the selected tie, or around the selected actor. */
function drawRings(state, ctx, chosen) {
  if (!chosen) return;
  const { nodes } = state.network.body;
  ctx.save();
  ctx.strokeStyle = state.colours.accent;
  ctx.lineJoin = "round";
  ctx.lineWidth = 3 * state.slimness;
  for (const id of mustShow(state, chosen)) {
    outline(ctx, state.rows.get(id).shape, nodes[id], state.radii.get(id), state.slimness);
    ctx.stroke();
  }
  ctx.restore();
}

/** The path of a node's shape, a little larger than the node. */
function outline(ctx, shape, { x, y }, radius, slimness) {
  const reach = radius + 4 * slimness;
  ctx.beginPath();
  if (shape === "square") ctx.rect(x - reach, y - reach, 2 * reach, 2 * reach);
  else if (shape === "diamond") {
    const far = reach + 2 * slimness;
    ctx.moveTo(x, y - far);
    ctx.lineTo(x + far, y);
    ctx.lineTo(x, y + far);
    ctx.lineTo(x - far, y);
    ctx.closePath();
  } else ctx.arc(x, y, reach, 0, 2 * Math.PI);
}

function overlayLabels(state, ctx, hovered, chosen) {
  const ratio = ctx.canvas.width / Math.max(ctx.canvas.clientWidth, 1);
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const must = new Set(mustShow(state, chosen));
  if (hovered && state.hovered.kind === "actor") must.add(state.hovered.id);
  const prefer = (hovered ?? chosen)?.nodes ?? new Set();
  state.labels = labelsNow(state, ctx, { must, prefer });
  drawLabels(ctx, state.labels, state.colours, (id) => labelStrength(id, hovered, chosen));
  ctx.restore();
}

/** The ends of the selected tie, or the selected actor: their names are always there. */
function mustShow(state, chosen) {
  if (!chosen) return [];
  return state.selected.kind === "tie" ? [...chosen.nodes] : [state.selected.id];
}

function labelStrength(id, hovered, chosen) {
  if (hovered) return hovered.nodes.has(id) ? 1 : 0.15;
  if (chosen) return chosen.nodes.has(id) ? 1 : 0.6;
  return 1;
}

/** Count finished drawings of new data, so that a test can wait for the one it caused. */
function ready(state) {
  if (!state.pending) return;
  state.pending = false;
  state.drawn += 1;
  state.element.dataset.relmapReady = String(state.drawn);
}
