// What the standalone files share: making elements, and the legend below the map. Text becomes text
// through textContent, never markup.

function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** Draw the map in the reader's theme, now and whenever that changes, with its legend. */
function followTheme(map, data, legend) {
  const dark = globalThis.matchMedia("(prefers-color-scheme: dark)");
  const draw = () => {
    const theme = dark.matches ? "dark" : "light";
    map.update({ ...data, theme });
    showLegend(legend, data, theme);
  };
  dark.addEventListener("change", draw);
  draw();
}

// ---------------------------------------------------------------- legend

function showLegend(element, data, theme) {
  const colours = data.palettes[theme];
  const groups = data.legend.communities ?? [];
  const parts = [
    ...data.legend.kinds.map((kind) => kindKey(kind, colours, groups.length > 0)),
    ...groups.map((group) => groupKey(group, colours)),
    ...data.legend.widths.map((line, place, all) => widthKey(line, colours, place === all.length - 1)),
  ];
  if (data.legend.unresolved) {
    parts.push(legendKey(shapeOf("ring", colours.muted), data.legend.unresolved));
  }
  element.replaceChildren(...parts);
}

/** Where colours tell communities apart, a kind is told by its shape alone. */
function kindKey(kind, colours, byShape) {
  const colour = byShape ? colours.muted : colours.kinds[kind.kind].fill;
  return legendKey(shapeOf(kind.shape, colour), `${kind.word} (${kind.count})`);
}

function groupKey(group, colours) {
  const colour = colours.communities[Math.min(group.community, colours.communities.length - 1)];
  return legendKey(shapeOf("dot", colour), `${group.label} (${group.count})`);
}

function widthKey(line, colours, isLast) {
  const text = isLast ? counted(line.weight, "sentence") : line.weight.toLocaleString("en");
  return legendKey(lineOf(line.width, colours.edge), text);
}

function legendKey(sign, text) {
  const element = make("span", undefined, "key");
  element.append(sign, make("span", text));
  return element;
}

function shapeOf(shape, colour) {
  const marks = {
    dot: ["circle", { cx: 8, cy: 8, r: 6.5 }],
    square: ["rect", { x: 2, y: 2, width: 12, height: 12 }],
    diamond: ["path", { d: "M8 0.5 15.5 8 8 15.5 0.5 8Z" }],
  };
  if (shape === "ring") {
    const line = { fill: "none", stroke: colour, "stroke-width": 2, "stroke-dasharray": "3 2" };
    return drawing(16, 16, "circle", { cx: 8, cy: 8, r: 6, ...line });
  }
  const [tag, places] = marks[shape];
  return drawing(16, 16, tag, { ...places, fill: colour });
}

function lineOf(width, colour) {
  return drawing(34, 16, "rect", { x: 0, y: 8 - width / 2, width: 34, height: width, fill: colour });
}

function drawing(width, height, tag, attributes) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  svg.setAttribute("aria-hidden", "true");
  const mark = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) mark.setAttribute(name, value);
  svg.append(mark);
  return svg;
}
