// The numbers of the ties on the map of a pack, where there is room: heavy ties first, and none
// on a name, on an actor or on another number.

/** `room` is the area, in square pixels, that the map has for each number that is shown. */
const NUMBER = { size: 11, pad: 3, room: 9000, parts: [0.5, 0.42, 0.58, 0.34, 0.66] };

/** Draw the numbers above everything that the map draws itself. */
function drawNumbers(map, edges, host) {
  const byNumber = [...edges].sort((one, other) => one.number - other.number);
  map.network.on("afterDrawing", (ctx) => {
    const look = getComputedStyle(host);
    const strengthOf = strengths(map);
    ctx.save();
    inPixels(ctx, look);
    const firstStrong = [...byNumber].sort((one, other) => strengthOf(other) - strengthOf(one));
    for (const place of placeNumbers(map, firstStrong, (text) => ctx.measureText(text).width)) {
      drawNumber(ctx, place, look, strengthOf(place.edge));
    }
    ctx.restore();
  });
}

/** Measure in pixels of the screen from here on, whatever the zoom. */
function inPixels(ctx, look) {
  const ratio = ctx.canvas.width / Math.max(ctx.canvas.clientWidth, 1);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.font = `600 ${NUMBER.size}px ${look.fontFamily}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
}

/** Beside what the pointer is on, or what is selected, all other numbers step back. */
function strengths(map) {
  const foremost = map.standOut();
  return (edge) => (!foremost || foremost.has(edge.id) ? 1 : 0.3);
}

function drawNumber(ctx, { x, y, box, text }, look, strength) {
  ctx.globalAlpha = 0.85 * strength;
  ctx.fillStyle = look.backgroundColor;
  ctx.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  ctx.globalAlpha = strength;
  ctx.fillStyle = look.color;
  ctx.fillText(text, x, y);
}

/** Where each number stands, in pixels of the canvas: on its line, near the middle. */
function placeNumbers(map, edges, widthOf) {
  const { network } = map;
  const { clientWidth: width, clientHeight: height } = network.body.container;
  const points = screenPoints(map);
  const taken = [...map.labels().map((label) => label.box), ...nodeBoxes(map, points)];
  const placed = [];
  for (const edge of edges.slice(0, manyNumbers(network, width * height))) {
    const [from, to] = [points.get(edge.from), points.get(edge.to)];
    if (!from || !to) continue;
    const text = String(edge.number);
    const half = widthOf(text) / 2 + NUMBER.pad;
    if (Math.hypot(to.x - from.x, to.y - from.y) < 4 * half) continue;
    const place = NUMBER.parts
      .map((part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }))
      .map((point) => ({ ...point, box: boxAround(point, half) }))
      .find(({ box }) => isInside(box, width, height) && !taken.some((other) => meet(box, other)));
    if (!place) continue;
    taken.push(place.box);
    placed.push({ ...place, text, edge });
  }
  return placed;
}

/** Among hundreds of light ties a number belongs to none that the eye can tell; zooming in, to all. */
function manyNumbers(network, area) {
  return Math.ceil((area / NUMBER.room) * Math.max(network.getScale(), 1) ** 2);
}

function screenPoints(map) {
  const places = Object.entries(map.network.getPositions());
  return new Map(places.map(([id, place]) => [id, map.network.canvasToDOM(place)]));
}

function nodeBoxes(map, points) {
  const scale = map.network.getScale();
  const { nodes } = map.network.body;
  return [...points].map(([id, point]) => boxAround(point, (nodes[id].options.size ?? 0) * scale, true));
}

function boxAround({ x, y }, half, square = false) {
  const high = square ? half : NUMBER.size / 2 + 2;
  return { left: x - half, right: x + half, top: y - high, bottom: y + high };
}

function isInside(box, width, height) {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}

function meet(one, other) {
  return one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom;
}
