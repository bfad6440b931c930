// Which names stand on the map now. Worked out when the zoom, the data or what matters changes;
// while the map is only moved, names move along with their actors.

/** One name for so many square pixels of the canvas, and this many in any case. */
const CROWD = { area: 3000, least: 40 };
/** Names beyond the rim, by parts of the canvas, are there when a drag brings them in. */
const BEYOND = 0.4;
/** So many partners of the actor that stands out keep their dots free of other names. */
const PARTNERS = 12;
/** The names of the few strongest are a little larger. */
const FOREMOST = { names: 10, part: 8, growth: 1.14 };

/** The labels for this drawing, in pixels of the canvas element, placed or moved along. */
function labelsNow(state, ctx, { must, prefer }) {
  const cache = state.lettering;
  const view = viewOf(state);
  const wish = [...must, "|", ...prefer].join(" ");
  const same = cache && cache.made === state.made && cache.scale === view.scale &&
    cache.width === view.width && cache.height === view.height;
  const still = same && (state.dragging || (cache.x === view.x && cache.y === view.y));
  if (!still) {
    const before = same ? offsetsOf(cache.plain) : new Map();
    const plain = placeLabels(...wanting(state, ctx, view, { before }));
    state.lettering = { ...view, made: state.made, plain, wish: "|", placed: plain };
  }
  if (state.lettering.wish !== wish) emphasize(state, ctx, view, { must, prefer, wish });
  return state.lettering.placed.map((label) => movedAlong(state, label));
}

/** Names of those who stand out come first; of the others stay those that leave them room. */
function emphasize(state, ctx, view, { must, prefer, wish }) {
  const before = offsetsOf(state.lettering.plain);
  state.lettering.wish = wish;
  state.lettering.placed = must.size + prefer.size === 0
    ? state.lettering.plain
    : placeLabels(...wanting(state, ctx, view, { before, must, prefer }));
}

function offsetsOf(placed) {
  return new Map(placed.map((label) => [label.id, [label.across, label.down]]));
}

function viewOf(state) {
  const { x, y } = state.network.getViewPosition();
  const { clientWidth: width, clientHeight: height } = state.canvas;
  return { scale: state.network.getScale(), x, y, width, height };
}

/** What `placeLabels` asks for: those who want a name, all dots, and the frame. */
function wanting(state, ctx, view, { before, must = new Set(), prefer = new Set() }) {
  const urgent = new Set([...must, ...prefer]);
  const near = dotsNear(state, view);
  const usual = urgent.size > 0 ? near.filter(({ id }) => before.has(id)) : strongest(near, view);
  const named = new Set([...near.filter(({ id }) => urgent.has(id)), ...usual]);
  const size = labelSize(state.data.font, view.scale);
  const queue = [...named].map((dot) => lettered(state, ctx, dot, size, { before, must, prefer }));
  const partners = partnersOf(state);
  const place = (node) => partners.get(node.id) ?? Infinity;
  const urgency = (node) => (node.must ? 0 : node.prefer ? 1 : 2);
  queue.sort((one, other) => urgency(one) - urgency(other) ||
    (one.prefer && place(one) - place(other)) || one.rank - other.rank);
  // Names of those who stand out may hide other dots, never one that stands out as well; where
  // these are many, it is the heaviest ties whose other ends are not hidden.
  const bare = (dot) => urgent.has(dot.id) && (partners.size === 0 || must.has(dot.id) || place(dot) < PARTNERS);
  const dots = near.map((dot) => (bare(dot) ? { ...dot, rank: -1 } : dot));
  return [queue, dots, view];
}

/** Who is tied to the actor that stands out, the heaviest tie first: id -> place. */
function partnersOf(state) {
  const centre = state.hovered ?? state.selected;
  const ties = centre?.kind === "actor" ? state.links.get(centre.id) ?? [] : [];
  const heaviest = [...ties].sort((one, other) => other.weight - one.weight);
  return new Map(heaviest.map(({ from, to }, place) => [from === centre.id ? to : from, place]));
}

/** As many of the strongest in sight as have room at all, and who is as strong beyond the rim. */
function strongest(near, { width, height }) {
  const most = Math.max(CROWD.least, Math.round((width * height) / CROWD.area));
  const last = near.filter((dot) => dot.inSight)[most];
  return last ? near.slice(0, near.indexOf(last)) : near;
}

function lettered(state, ctx, dot, size, { before, must, prefer }) {
  const foremost = dot.rank < Math.min(FOREMOST.names, state.data.nodes.length / FOREMOST.part);
  const bold = must.has(dot.id);
  const own = foremost ? size * FOREMOST.growth : size;
  return {
    ...dot, bold, foremost, size: own, width: labelWidth(state, ctx, dot.label, bold) * own + 4,
    must: must.has(dot.id), prefer: prefer.has(dot.id), before: before.get(dot.id),
  };
}

/** All nodes in sight or near it, the strongest first, in pixels of the canvas element. */
function dotsNear(state, { scale, width, height }) {
  const { nodes } = state.network.body;
  const [aside, above] = [width * BEYOND + 80, height * BEYOND + 40];
  const { x: left, y: top } = state.network.canvasToDOM({ x: 0, y: 0 });
  const near = [];
  for (const row of state.data.nodes) {
    const x = left + nodes[row.id].x * scale;
    const y = top + nodes[row.id].y * scale;
    if (x < -aside || y < -above || x > width + aside || y > height + above) continue;
    near.push({
      id: row.id, label: row.label, rank: row.rank, x, y,
      radius: state.radii.get(row.id) * scale,
      inSight: x >= 0 && y >= 0 && x <= width && y <= height,
    });
  }
  return near;
}

function movedAlong(state, label) {
  const node = state.network.body.nodes[label.id];
  const point = state.network.canvasToDOM({ x: node.x, y: node.y });
  const [x, y] = [point.x + label.across, point.y + label.down];
  const { left, right, top, bottom } = label.box;
  return { ...label, ...spotAt(x, y, right - left, bottom - top) };
}

/** The width of the longest line of a label in parts of its size; measured once. */
function labelWidth(state, ctx, label, bold) {
  const key = `${bold ? "b" : "n"}${label}`;
  if (!state.widths.has(key)) {
    ctx.font = labelFont(100, bold);
    const lines = label.split("\n").map((line) => ctx.measureText(line).width / 100);
    state.widths.set(key, Math.max(...lines));
  }
  return state.widths.get(key);
}
