// The rows of a map as Python sends them, one by one or in columns, and what vis-network gets of them.

/** Rows as `MapData.payload()` has them, out of those or out of the columns of `packed()`. */
function unpackMap(data) {
  if (Array.isArray(data.nodes)) return data;
  const nodes = unpackNodes(data.nodes);
  return { ...data, nodes, edges: unpackEdges(data.edges, nodes) };
}

function unpackNodes(columns) {
  const unresolved = new Set(columns.unresolved);
  return columns.id.map((id, place) => {
    const [kind, shape] = columns.kinds[columns.kind[place]];
    const row = {
      id, kind, shape, rank: place, unresolved: unresolved.has(place),
      name: columns.name[place], label: columns.label[place] || columns.name[place],
    };
    for (const name of ["size", "x", "y", "mentions", "articles"]) row[name] = columns[name][place];
    if (columns.community) row.community = columns.community[place];
    return row;
  });
}

function unpackEdges(columns, nodes) {
  const widths = new Map(columns.widths);
  return columns.weight.map((weight, place) => {
    const [from, to] = [nodes[columns.from[place]].id, nodes[columns.to[place]].id];
    return {
      id: `${from}|${to}`, from, to, weight, width: widths.get(weight),
      articles: columns.articles[place], opacity: columns.opacity[place] / 100,
    };
  });
}

/** The ties of every actor. */
function linksOf(edges) {
  const links = new Map();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      if (!links.has(end)) links.set(end, []);
      links.get(end).push(edge);
    }
  }
  return links;
}

/**
 * Bring vis-network's data to the rows in force. Its own update of a row takes longer than drawing
 * it, so nodes go there only when they look different or stand elsewhere, and edges only when they
 * come or go: sizes, widths and opacities are set at every drawing anyway (sizes.js).
 */
function replaceRows(state) {
  const { nodes, edges } = state.data;
  state.edges.remove(state.edges.getIds().filter((id) => !state.ties.has(id)));
  const gone = state.nodes.getIds().filter((id) => !state.rows.has(id));
  for (const id of gone) state.drawnAs.delete(id);
  state.nodes.remove(gone);
  state.nodes.update(nodes.map((row) => visNode(state, row)).filter((row) => isNew(state, row)));
  state.edges.add(edges.filter((row) => !state.network.body.edges[row.id])
    .map((row) => visEdge(state, row)));
  // Drawn in the order that data came in, or the light ties of the last filter lie on heavy ones.
  state.network.body.edgeIndices = edges.map((row) => row.id);
  state.network.body.nodeIndices = nodes.map((row) => row.id).reverse();
}

/** Whether a node is not yet drawn like this; remembers that it now is. */
function isNew(state, row) {
  const { x, y, shape, color } = row;
  const look = `${x} ${y} ${shape} ${color.background} ${color.border}`;
  if (state.drawnAs.get(row.id) === look) return false;
  state.drawnAs.set(row.id, look);
  return true;
}

/**
 * A name that could be several actors is hollow, and dashed where there is room for dashes:
 * nobody shall take it for one.
 */
function visNode(state, row) {
  const colour = fillOf(state.colours, row);
  const large = row.size >= 9;
  return {
    id: row.id, x: row.x * state.stretch.x, y: row.y * state.stretch.y,
    size: row.size, shape: row.shape,
    color: row.unresolved
      ? { background: state.colours.background, border: colour }
      : { background: colour, border: state.colours.background },
    shapeProperties: { borderDashes: row.unresolved && large ? [4, 3] : false },
  };
}

function visEdge(state, row) {
  return {
    id: row.id, from: row.from, to: row.to, width: row.width,
    color: { color: state.colours.edge, opacity: row.opacity },
  };
}

/** True when another corpus came in, or another layout: fewer than half are where they were. */
function fewStayed(before, after) {
  if (before.size === 0) return true;
  let stayed = 0;
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old && old.x === row.x && old.y === row.y) stayed += 1;
  }
  return stayed * 2 < Math.min(after.size, before.size);
}
