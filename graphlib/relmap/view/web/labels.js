// Labels on the map: text of a constant size on the screen, the important ones first, never one
// across another. Drawn on the canvas, so names from articles are never anything but text.

const LABEL_GAP = 3;
const LINE_HEIGHT = 1.18;

/** Text grows with the map, between a size that can be read and one that does not shout. */
function labelSize(font, scale) {
  return Math.min(font * 1.25, Math.max(font * 0.94, font * scale));
}

/**
 * Decide which labels are shown and where, all in screen pixels.
 * nodes: [{id, label, x, y, radius, rank, bold}], the most important first. Those in `must` are
 * always placed, those in `prefer` come next and may lie across dots, though not across labels.
 */
function placeLabels(nodes, size, widthOf, { must, prefer }, frame) {
  const taken = new BoxGrid(80);
  for (const node of nodes) taken.add(circleBox(node), node.id, node.rank);
  const placed = [];
  const urgency = (node) => (must.has(node.id) ? 0 : prefer.has(node.id) ? 1 : 2);
  const queue = [0, 1, 2].flatMap((wanted) => nodes.filter((node) => urgency(node) === wanted));
  for (const node of queue) {
    const spots = labelSpots(node, widthOf(node), size);
    const fitting = spots.filter((spot) => inFrame(spot.box, frame));
    const limit = urgency(node) < 2 ? 0 : coverable(node.rank);
    const spot = fitting.find(({ box }) => !taken.hits(box, node.id, Infinity)) ??
      fitting.find(({ box }) => !taken.hits(box, node.id, limit)) ??
      (must.has(node.id) ? spots[0] : undefined);
    if (!spot) continue;
    taken.add(spot.box, node.id, -1);
    placed.push({ id: node.id, text: node.label, bold: node.bold, ...spot });
  }
  return placed;
}

/** In a crowd the name of a hub may lie across the dots of far weaker actors, never on its peers. */
function coverable(rank) {
  return 12 + 4 * rank;
}

/** Half a name at the rim reads like another name. */
function inFrame(box, frame) {
  return box.left >= 2 && box.right <= frame.width - 2 && box.top >= 1 &&
    box.bottom <= frame.height - 1;
}

function circleBox(node) {
  // A little air: a name that touches the mark of another actor reads like the name of that one.
  const reach = node.radius + 2;
  return { left: node.x - reach, right: node.x + reach, top: node.y - reach, bottom: node.y + reach };
}

/** Below the node, then above, to the right and to the left of it, then at its corners. */
function labelSpots(node, width, size) {
  const height = size * LINE_HEIGHT * node.label.split("\n").length;
  const away = node.radius + LABEL_GAP;
  const centres = [
    [node.x, node.y + away + height / 2],
    [node.x, node.y - away - height / 2],
    [node.x + away + width / 2, node.y],
    [node.x - away - width / 2, node.y],
    ...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([across, down]) => [
      node.x + across * (0.7 * away + width / 2), node.y + down * (0.7 * away + height / 2),
    ]),
  ];
  return centres.map(([x, y]) => ({
    x,
    y,
    box: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 },
  }));
}

/** Boxes in square cells: asking who overlaps stays quick with thousands of them. */
class BoxGrid {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  *keys(box) {
    const [left, right] = [box.left, box.right].map((value) => Math.floor(value / this.cell));
    const [top, bottom] = [box.top, box.bottom].map((value) => Math.floor(value / this.cell));
    for (let column = left; column <= right; column += 1) {
      for (let row = top; row <= bottom; row += 1) yield `${column},${row}`;
    }
  }

  add(box, owner, rank) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push({ box, owner, rank });
    }
  }

  /** Whether a box meets what others took, as far as those rank before `limit`. */
  hits(box, owner, limit) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.owner === owner || other.rank >= limit) continue;
        if (boxesOverlap(box, other.box)) return true;
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
function drawLabels(ctx, placed, size, colours, strengthOf) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = size * 0.3;
  for (const label of placed) {
    ctx.globalAlpha = strengthOf(label.id);
    ctx.font = labelFont(size, label.bold);
    ctx.strokeStyle = colours.background;
    ctx.fillStyle = colours.ink;
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

const LABEL_FAMILY =
  '"Source Sans Pro", "Source Sans", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
