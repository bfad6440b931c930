// The standalone page: a legend below the map, and the sentences of what is clicked beside it.
// Everything from articles becomes text through textContent.

function startPage() {
  const page = JSON.parse(document.getElementById("data").textContent);
  const panel = document.getElementById("evidence");
  const dark = globalThis.matchMedia("(prefers-color-scheme: dark)");
  const theme = () => (dark.matches ? "dark" : "light");
  const kinds = new Map(page.map.nodes.map((row) => [row.id, row.kind]));
  const choose = (selection) => showChosen(panel, page, kinds, selection, pick);
  const map = createRelmap(document.getElementById("map"), globalThis.vis, choose);
  const pick = (id) => {
    map.select(id);
    choose({ kind: "tie", id });
    panel.focus({ preventScroll: true });
  };
  const draw = () => {
    map.update({ ...page.map, theme: theme() });
    showLegend(document.getElementById("legend"), page.map, theme());
  };
  dark.addEventListener("change", draw);
  draw();
  choose(null);
}

function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}

// ---------------------------------------------------------------- what is chosen

function showChosen(panel, page, kinds, selection, pick) {
  const tie = selection?.kind === "tie" && page.map.edges.find((row) => row.id === selection.id);
  const actor = selection?.kind === "actor" && page.map.nodes.find((row) => row.id === selection.id);
  if (tie) panel.replaceChildren(...tieParts(page, kinds, tie));
  else if (actor) panel.replaceChildren(...actorParts(page, actor, pick));
  else panel.replaceChildren(...overviewParts(page, pick));
  panel.scrollTop = 0;
  if (tie || actor) reveal(panel);
}

/** On a narrow screen the sentences would open unseen below the map. */
function reveal(panel) {
  const beyond = panel.getBoundingClientRect().top - 0.6 * globalThis.innerHeight;
  if (beyond > 0) globalThis.scrollBy({ top: beyond });
}

function overviewParts(page, pick) {
  const hint = page.map.edges.length
    ? "Click a tie on the map, or here, to read the sentences behind it."
    : "No ties are in view. Choose a wider range of dates or more outlets and write the page anew.";
  return [make("h2", "Ties"), make("p", hint, "hint"), tieList(page, page.map.edges, pick)];
}

function actorParts(page, actor, pick) {
  const ties = page.map.edges.filter((row) => row.from === actor.id || row.to === actor.id);
  const facts = actor.title.split("\n").slice(1).join(" ");
  return [make("h2", actor.name), make("p", facts, "hint"), tieList(page, ties, pick)];
}

function tieList(page, ties, pick) {
  const list = make("ul", undefined, "ties");
  for (const tie of [...ties].sort((one, other) => other.weight - one.weight)) {
    const button = make("button");
    button.type = "button";
    button.append(make("span", tieName(page, tie)), make("span", sentences(tie.weight), "weight"));
    button.addEventListener("click", () => pick(tie.id));
    const item = make("li");
    item.append(button);
    list.append(item);
  }
  return list;
}

function tieParts(page, kinds, tie) {
  const found = page.evidence[tie.id] ?? [];
  const facts = tie.title.split("\n").slice(1).join(" ");
  const parts = [make("h2", tieName(page, tie)), make("p", facts, "hint")];
  const ends = new Set([tie.from, tie.to]);
  for (const group of byArticle(found)) parts.push(articleOf(page, group, kinds, ends));
  if (found.length === 0) parts.push(make("p", "The sentences were left out of this page.", "hint"));
  return parts;
}

function byArticle(found) {
  const groups = new Map();
  for (const each of found) {
    const key = JSON.stringify([each.title, each.outlet, each.date, each.url]);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(each);
  }
  return groups.values();
}

function articleOf(page, group, kinds, ends) {
  const first = group[0];
  const article = make("article");
  const heading = make("h3");
  heading.append(first.url ? linkTo(first.url, first.title) : first.title || "Untitled article");
  const source = [first.outlet || "unknown outlet", first.date || "undated"].join(" · ");
  article.append(heading, make("p", source, "source"));
  for (const each of group) article.append(quote(page, each, kinds, ends));
  return article;
}

function linkTo(url, title) {
  const link = make("a", title || url);
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

/** The sentence as text, with the tie's two actors marked: their names, and words for them. */
function quote(page, each, kinds, ends) {
  const block = make("blockquote");
  const letters = Array.from(each.text);
  let at = 0;
  for (const [start, end, actor, how] of each.marks) {
    if (start < at || !ends.has(actor)) continue;
    block.append(letters.slice(at, start).join(""));
    const mark = make("mark", letters.slice(start, end).join(""), kinds.get(actor));
    if (how) {
      mark.classList.add(how);
      mark.title = `stands for ${page.names[actor] ?? actor}`;
    }
    block.append(mark);
    at = end;
  }
  block.append(letters.slice(at).join(""));
  return block;
}

function tieName(page, tie) {
  return `${page.names[tie.from] ?? tie.from} – ${page.names[tie.to] ?? tie.to}`;
}

function sentences(count) {
  return count === 1 ? "1 sentence" : `${count.toLocaleString("en")} sentences`;
}

// ---------------------------------------------------------------- legend

function showLegend(element, map, theme) {
  const colours = map.palettes[theme];
  const keys = map.legend.kinds.map((kind) =>
    key(shapeOf(kind.shape, colours.kinds[kind.kind].fill), `${kind.word} (${kind.count})`));
  const lines = map.legend.widths.map((line, place, all) =>
    key(lineOf(line.width, colours.edge),
      place < all.length - 1 ? line.weight.toLocaleString("en") : sentences(line.weight)));
  if (map.legend.unresolved) {
    keys.push(key(shapeOf("ring", colours.muted), map.legend.unresolved));
  }
  element.replaceChildren(...keys, ...lines);
}

function key(sign, text) {
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
    return picture(16, 16, "circle", { cx: 8, cy: 8, r: 6, ...line });
  }
  const [tag, places] = marks[shape];
  return picture(16, 16, tag, { ...places, fill: colour });
}

function lineOf(width, colour) {
  return picture(34, 16, "rect", { x: 0, y: 8 - width / 2, width: 34, height: width, fill: colour });
}

function picture(width, height, tag, attributes) {
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

startPage();
