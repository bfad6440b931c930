// What is drawn over vis-network's picture: the labels, and whoever stands out with all the others
// behind a veil. Nothing in vis-network's data changes for it, so hovering stays quick.

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
  const places = state.network.getPositions();
  const accented = what.kind === "tie" && what.id === state.selected?.id;
  ctx.save();
  ctx.lineCap = "round";
  for (const edge of edges) {
    const [from, to] = [places[edge.from], places[edge.to]];
    if (!from || !to) continue;
    ctx.strokeStyle = accented ? state.colours.accent : state.colours.muted;
    ctx.lineWidth = (accented ? Math.max(edge.width, 3) + 1 : edge.width) * state.slimness;
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(to.x, to.y);
    ctx.stroke();
  }
  ctx.restore();
}

function drawNodes(state, ctx, ids) {
  for (const id of ids) state.network.body.nodes[id]?.draw(ctx);
}

/** An outline around both ends of the selected tie, or around the selected actor. */
function drawRings(state, ctx, chosen) {
  if (!chosen) return;
  const places = state.network.getPositions();
  const ids = state.selected.kind === "tie" ? chosen.nodes : [state.selected.id];
  ctx.save();
  ctx.strokeStyle = state.colours.accent;
  ctx.lineJoin = "round";
  ctx.lineWidth = 3 * state.slimness;
  for (const id of ids) {
    outline(ctx, state.rows.get(id), places[id], state.slimness);
    ctx.stroke();
  }
  ctx.restore();
}

/** The path of a node's shape, a little larger than the node. */
function outline(ctx, row, { x, y }, slimness) {
  const reach = (row.size + 4) * slimness;
  ctx.beginPath();
  if (row.shape === "square") ctx.rect(x - reach, y - reach, 2 * reach, 2 * reach);
  else if (row.shape === "diamond") {
    ctx.moveTo(x, y - reach - 2);
    ctx.lineTo(x + reach + 2, y);
    ctx.lineTo(x, y + reach + 2);
    ctx.lineTo(x - reach - 2, y);
    ctx.closePath();
  } else ctx.arc(x, y, reach, 0, 2 * Math.PI);
}

function overlayLabels(state, ctx, hovered, chosen) {
  const scale = state.network.getScale();
  const size = labelSize(state.data.font, scale);
  const ratio = ctx.canvas.width / Math.max(ctx.canvas.clientWidth, 1);
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const must = new Set(mustShow(state, chosen));
  if (state.hovered?.kind === "actor") must.add(state.hovered.id);
  const bold = new Set(must);
  const prefer = hovered?.nodes ?? new Set();
  const nodes = screenNodes(state, scale, bold);
  const frame = { width: state.canvas.clientWidth, height: state.canvas.clientHeight };
  const widthOf = (node) => labelWidth(state, ctx, node, size);
  state.labels = placeLabels(nodes, size, widthOf, { must, prefer }, frame);
  const strengthOf = (id) => labelStrength(id, hovered, chosen);
  drawLabels(ctx, state.labels, size, state.colours, strengthOf);
  ctx.restore();
}

/** The ends of the selected tie, or the selected actor: their names are always there. */
function mustShow(state, chosen) {
  if (!chosen) return [];
  return state.selected.kind === "tie" ? [...chosen.nodes] : [state.selected.id];
}

function labelStrength(id, hovered, chosen) {
  if (hovered) return hovered.nodes.has(id) ? 1 : 0.15;
  if (chosen) return chosen.nodes.has(id) ? 1 : 0.75;
  return 1;
}

/** All nodes in view, the strongest first, in pixels of the canvas element. */
function screenNodes(state, scale, bold) {
  const places = state.network.getPositions();
  const width = state.canvas.clientWidth;
  const height = state.canvas.clientHeight;
  const shown = [];
  for (const row of state.data.nodes) {
    const place = places[row.id];
    if (!place) continue;
    const point = state.network.canvasToDOM(place);
    if (point.x < -80 || point.y < -40 || point.x > width + 80 || point.y > height + 40) continue;
    shown.push({
      id: row.id, label: row.label, x: point.x, y: point.y,
      radius: row.size * state.slimness * scale, rank: row.rank, bold: bold.has(row.id),
    });
  }
  return shown;
}

function labelWidth(state, ctx, node, size) {
  const key = `${node.bold ? "b" : "n"}${node.label}`;
  if (!state.widths.has(key)) {
    ctx.font = labelFont(100, node.bold);
    const lines = node.label.split("\n").map((line) => ctx.measureText(line).width / 100);
    state.widths.set(key, Math.max(...lines));
  }
  return state.widths.get(key) * size + 4;
}

/** Count finished drawings of new data, so that a test can wait for the one it caused. */
function ready(state) {
  if (!state.pending) return;
  state.pending = false;
  state.drawn += 1;
  state.element.dataset.relmapReady = String(state.drawn);
}
