// How large nodes and how wide ties are drawn at the zoom in force: readable when the whole map is
// in sight, and not ever larger when the reader goes near.

/** Marks grow with the zoom to this power less, so that nearness parts them more than it thickens. */
const SLIMMING = 0.6;
/** The least radius of a node, in pixels of the screen: as much as its share of the canvas allows. */
const DOT = { share: 0.17, least: 2.2, most: 3.8, bare: 1.5 };
/** The line around an unresolved name, and the gap between any other mark and the lines, in pixels. */
const BORDER = { ring: 2.2, gap: 1.2 };
/** Where neighbours leave no room, at least this much. */
const APART = 0.6;

/** Set the sizes that are due: after new data, and when the zoom has changed enough to see it. */
function slim(state) {
  if (!state.data) return;
  const scale = state.network.getScale();
  if (state.sizedFor !== null && Math.abs(scale / state.sizedFor - 1) < 0.01) return;
  state.sizedFor = scale;
  state.slimness = scale ** -SLIMMING;
  sizeNodes(state, scale);
  sizeEdges(state);
}

function sizeNodes(state, scale) {
  const { nodes } = state.network.body;
  const least = leastDot(state) / scale;
  for (const row of state.data.nodes) {
    const wanted = Math.max(row.size * state.slimness, least);
    const radius = Math.max(Math.min(wanted, state.room.get(row.id)), DOT.bare / scale);
    state.radii.set(row.id, radius);
    const { options, shape } = nodes[row.id];
    // vis-network takes borders in pixels of the screen, half of them inside of the size.
    const border = row.unresolved
      ? Math.min(BORDER.ring, radius * scale * 0.45)
      : Math.min(BORDER.gap, radius * scale * 0.25);
    options.borderWidth = border;
    options.size = radius + ((row.unresolved ? -1 : 1) * border) / 2 / scale;
    shape.refreshNeeded = true;
  }
}

function leastDot(state) {
  const { clientWidth: width, clientHeight: height } = state.canvas;
  const share = Math.sqrt((width * height) / Math.max(state.data.nodes.length, 1));
  return Math.min(DOT.most, Math.max(DOT.least, share * DOT.share));
}

function sizeEdges(state) {
  const { edges } = state.network.body;
  const shades = new Map();
  for (const row of state.data.edges) {
    if (!shades.has(row.opacity)) shades.set(row.opacity, faded(state.colours.edge, row.opacity));
    const { options } = edges[row.id];
    options.width = row.width * state.slimness;
    options.color.color = shades.get(row.opacity);
  }
}

/**
 * How large each node may be drawn before it meets its nearest neighbour, in units of the canvas:
 * of the way between two, each takes what its size is of both.
 */
function roomOf(state) {
  const places = state.data.nodes.map((row) => ({
    id: row.id, size: row.size, x: row.x * state.stretch.x, y: row.y * state.stretch.y,
  }));
  places.sort((one, other) => one.x - other.x);
  const room = new Map(places.map(({ id }) => [id, Infinity]));
  const widest = 60;
  for (let first = 0; first < places.length; first += 1) {
    const one = places[first];
    for (let next = first + 1; next < places.length; next += 1) {
      const other = places[next];
      if (other.x - one.x > widest) break;
      const apart = Math.max(Math.hypot(other.x - one.x, other.y - one.y) - APART, 0);
      if (apart > widest) continue;
      const share = one.size / (one.size + other.size);
      room.set(one.id, Math.min(room.get(one.id), apart * share));
      room.set(other.id, Math.min(room.get(other.id), apart * (1 - share)));
    }
  }
  return room;
}
