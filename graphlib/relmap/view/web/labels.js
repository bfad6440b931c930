// Where labels stand: text of a constant size on the screen, the important ones first, never one
// across another. Drawn on the canvas, so names from articles are never anything but text.

const LABEL_GAP = 3;
const LINE_HEIGHT = 1.18;
/** The dots of so many of the strongest lie under nobody's name while there is room else. */
const PEERS = 40;
const LABEL_FAMILY =
  '"Source Sans Pro", "Source Sans", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** Text grows with the map, between a size that can be read and one that does not shout. */
function labelSize(font, scale) {
  return Math.min(font * 1.25, Math.max(font * 0.94, font * scale));
}

/**
 * Decide where labels stand, all in screen pixels. `queue` holds those that want one, the most
 * urgent first, each {id, label, x, y, radius, rank, width, size, bold, foremost, must, prefer, before}.
 * `must` are placed in any case, `prefer` may lie across dots, though not across labels, and
 * `before` is the offset of the spot that a label had, which it keeps if it can. `dots` are all
 * nodes that a label could hide.
 */
function placeLabels(queue, dots, frame) {
  const taken = new BoxGrid(64);
  for (const dot of dots) taken.add(circleBox(dot), dot.id, dot.rank);
  const placed = [];
  const covered = new Set();
  for (const node of queue) {
    const spot = covered.has(node.id) && !node.must ? undefined : spotFor(node, taken, frame);
    if (!spot) continue;
    // Whose dot lies under a name has none itself: it would stand beside a dot that nobody sees.
    for (const id of taken.under(spot.box, node.id)) covered.add(id);
    taken.add(spot.box, node.id, -1);
    placed.push({
      id: node.id, text: node.label, bold: node.bold, size: node.size,
      across: spot.x - node.x, down: spot.y - node.y, ...spot,
    });
  }
  return placed;
}

function spotFor(node, taken, frame) {
  const spots = labelSpots(node);
  const fitting = spots.filter((spot) => inFrame(spot.box, frame));
  const limits = node.must || node.prefer ? [0] : coverable(node.rank);
  for (const limit of [Infinity, ...limits]) {
    const spot = fitting.find(({ box }) => !taken.hits(box, node.id, limit));
    if (spot) return spot;
  }
  return node.must ? fitting[0] ?? spots[0] : undefined;
}

/**
 * In a crowd the name of a hub may lie across the dots of far weaker actors, never on its peers: the
 * first rank that it may cover, as in labels.py. On a small screen, where all of the strongest are
 * neighbours, also those of somewhat weaker ones.
 */
function coverable(rank) {
  const weaker = 6 + 1.5 * rank;
  return [Math.max(PEERS, weaker), weaker];
}

/** Half a name at the rim reads like another name. Beyond the rim, where a drag leads, it may stand. */
function inFrame(box, { width, height }) {
  const inside = box.left >= 2 && box.right <= width - 2 && box.top >= 1 && box.bottom <= height - 1;
  const outside = box.left > width || box.right < 0 || box.top > height || box.bottom < 0;
  return inside || outside;
}

function circleBox({ x, y, radius }) {
  // A little air: a name that touches the mark of another actor reads like the name of that one.
  const reach = radius + 2;
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/**
 * Where it was; below the node, above, to the right and to the left of it, at its corners, and for the
 * strongest in whatever else is still beside it.
 */
function labelSpots(node) {
  const { width } = node;
  const height = node.size * LINE_HEIGHT * lineCount(node.label);
  const away = node.radius + LABEL_GAP;
  const spots = [
    [0, away + height / 2],
    [0, -away - height / 2],
    [away + width / 2, 0],
    [-away - width / 2, 0],
    ...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([across, down]) => [
      across * (0.7 * away + width / 2), down * (0.7 * away + height / 2),
    ]),
  ];
  if (node.foremost || node.must || node.rank < PEERS) {
    const [beside, below] = [away + width / 2, away + height / 2];
    const slides = [0.15, -0.15, 0.3, -0.3, 0.45, -0.45];
    spots.push(...slides.flatMap((share) => [[share * width, below], [share * width, -below]]));
    spots.push(...slides.flatMap((share) => [[beside, share * height], [-beside, share * height]]));
  }
  if (node.before) spots.unshift(node.before);
  return spots.map(([across, down]) => spotAt(node.x + across, node.y + down, width, height));
}

function spotAt(x, y, width, height) {
  return {
    x,
    y,
    box: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
  };
}

function lineCount(label) {
  return label.includes("\n") ? label.split("\n").length : 1;
}

/** Boxes in square cells: asking who overlaps stays quick with thousands of them. */
class BoxGrid {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  add(box, owner, rank) {
    this.visit(box, (key) => {
      const there = this.cells.get(key);
      if (there) there.push({ box, owner, rank });
      else this.cells.set(key, [{ box, owner, rank }]);
      return false;
    });
  }

  /** Whether a box meets what others took, as far as those rank before `limit`. */
  hits(box, owner, limit) {
    return this.visit(box, (key) => this.cells.get(key)?.some((other) =>
      other.owner !== owner && other.rank < limit && boxesOverlap(box, other.box)));
  }

  /** Whose boxes lie under a box. */
  under(box, owner) {
    const found = new Set();
    this.visit(box, (key) => {
      for (const other of this.cells.get(key) ?? []) {
        if (other.owner !== owner && boxesOverlap(box, other.box)) found.add(other.owner);
      }
      return false;
    });
    return found;
  }

  /** Ask for every cell that a box touches, until the answer is true. */
  visit(box, ask) {
    const bottom = Math.floor(box.bottom / this.cell);
    const right = Math.floor(box.right / this.cell);
    for (let row = Math.floor(box.top / this.cell); row <= bottom; row += 1) {
      for (let column = Math.floor(box.left / this.cell); column <= right; column += 1) {
        if (ask(row * 65536 + column)) return true;
      }
    }
    return false;
  }
}

function boxesOverlap(one, other) {
  return (
    one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom
  );
}

/** Draw placed labels; `strengthOf(id)` between 0 and 1 fades those that do not matter now. */
function drawLabels(ctx, placed, colours, strengthOf) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = colours.background;
  ctx.fillStyle = colours.ink;
  for (const label of placed) {
    const { size } = label;
    ctx.globalAlpha = strengthOf(label.id);
    ctx.font = labelFont(size, label.bold);
    ctx.lineWidth = size * 0.32;
    const lines = label.text.split("\n");
    const top = label.y - ((lines.length - 1) * size * LINE_HEIGHT) / 2;
    lines.forEach((line, row) => ctx.strokeText(line, label.x, top + row * size * LINE_HEIGHT));
    lines.forEach((line, row) => ctx.fillText(line, label.x, top + row * size * LINE_HEIGHT));
  }
  ctx.globalAlpha = 1;
}

function labelFont(size, bold) {
  return `${bold ? 600 : 400} ${size}px ${LABEL_FAMILY}`;
}
