// The standalone page: the map, and beside it the sentences of what is clicked.
// Everything from articles becomes text through textContent.

function startPage() {
  const page = JSON.parse(document.getElementById("data").textContent);
  const panel = document.getElementById("evidence");
  const kinds = new Map(page.map.nodes.map((row) => [row.id, row]));
  const choose = (selection) => showChosen(panel, page, kinds, selection, pick);
  const map = createRelmap(document.getElementById("map"), globalThis.vis, choose);
  const pick = (id) => {
    map.select(id);
    choose({ kind: "tie", id });
    panel.focus({ preventScroll: true });
  };
  followTheme(map, page.map, document.getElementById("legend"));
  map.select(page.selected || null);
  choose(opening(page, kinds));
}

/** What the page opens with, as if it had been clicked. */
function opening(page, kinds) {
  if (kinds.has(page.selected)) return { kind: "actor", id: page.selected };
  return page.selected ? { kind: "tie", id: page.selected } : null;
}

// ---------------------------------------------------------------- what is chosen

function showChosen(panel, page, kinds, selection, pick) {
  const tie = selection?.kind === "tie" && page.map.edges.find((row) => row.id === selection.id);
  const actor = selection?.kind === "actor" && kinds.get(selection.id);
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
  const facts = `${counted(actor.mentions, "mention")} in ${counted(actor.articles, "article")}`;
  return [make("h2", page.names[actor.id] ?? actor.name), make("p", facts, "hint"), tieList(page, ties, pick)];
}

function tieList(page, ties, pick) {
  const list = make("ul", undefined, "ties");
  for (const tie of [...ties].sort((one, other) => other.weight - one.weight)) {
    const button = make("button");
    button.type = "button";
    const weight = make("span", counted(tie.weight, "sentence"), "weight");
    button.append(make("span", tieName(page, tie)), weight);
    button.addEventListener("click", () => pick(tie.id));
    const item = make("li");
    item.append(button);
    list.append(item);
  }
  return list;
}

function tieParts(page, kinds, tie) {
  const found = page.evidence[tie.id] ?? [];
  const facts = `${counted(tie.weight, "sentence")} in ${counted(tie.articles, "article")}`;
  const parts = [make("h2", tieName(page, tie)), make("p", facts, "hint")];
  const ends = new Set([tie.from, tie.to]);
  for (const group of byArticle(found)) parts.push(articleOf(page, group, kinds, ends));
  if (found.length < tie.weight) parts.splice(2, 0, make("p", leftOut(found.length, tie.weight), "hint"));
  return parts;
}

function leftOut(quoted, all) {
  if (!quoted) return `None of ${counted(all, "sentence")} is quoted on this page.`;
  const verb = quoted === 1 ? "is" : "are";
  return `The newest ${quoted.toLocaleString("en")} of ${counted(all, "sentence")} ${verb} quoted.`;
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
    const mark = make("mark", letters.slice(start, end).join(""), kinds.get(actor)?.kind);
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

startPage();
