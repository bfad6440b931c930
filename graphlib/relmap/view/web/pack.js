// The evidence pack: its map points to the footnotes below it, and they back to the map.
// Without scripts the still picture stands here, and tables and footnotes point to each other.

function startPack() {
  const pack = readPack();
  const ties = new Map(pack.map.edges.map((tie) => [tie.number, tie]));
  document.documentElement.classList.add("drawn");
  const host = document.getElementById("map");
  const map = createRelmap(host, globalThis.vis, (selection) => choose(pack, selection));
  drawNumbers(map, pack.map.edges, host);
  followTheme(map, pack.map, document.getElementById("legend"));
  const follow = () => selectHash(map, ties);
  globalThis.addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => clicked(event, map, ties));
  map.select(pack.selected || null);
  follow();
}

/** What the page holds, with the rows of the map and the numbers of its ties. */
function readPack() {
  const pack = JSON.parse(document.getElementById("data").textContent);
  const numbers = pack.map.edges.number;
  const map = unpackMap(pack.map);
  return { ...pack, map: { ...map, edges: map.edges.map((tie, place) => ({ ...tie, number: numbers[place] })) } };
}

/** What was clicked on the map: a tie leads to its footnotes, an actor lists its ties. */
function choose(pack, selection) {
  const chosen = document.getElementById("chosen");
  const tie = selection?.kind === "tie" && pack.map.edges.find((row) => row.id === selection.id);
  const actor = selection?.kind === "actor" && pack.map.nodes.find((row) => row.id === selection.id);
  chosen.replaceChildren(...(actor ? tiesOf(pack, actor) : []));
  if (tie) goTo(`tie-${tie.number}`);
}

function tiesOf(pack, actor) {
  const names = new Map(pack.map.nodes.map((row) => [row.id, row.name]));
  const ties = pack.map.edges.filter((tie) => tie.from === actor.id || tie.to === actor.id);
  ties.sort((one, other) => one.number - other.number);
  const links = ties.map((tie) => {
    const link = make("a", `${tie.number} ${names.get(tie.from === actor.id ? tie.to : tie.from)}`);
    link.href = `#tie-${tie.number}`;
    return link;
  });
  return [make("b", actor.name), ` ${counted(ties.length, "tie")}: `, ...links];
}

/** Go to a part by its address, so that the browser's own way back leads back. */
function goTo(id) {
  if (globalThis.location.hash === `#${id}`) document.getElementById(id).scrollIntoView();
  else globalThis.location.hash = id;
}

/** Whoever reads a tie's footnotes finds it marked on the map. */
function selectHash(map, ties) {
  const number = /^#tie-([0-9]+)/.exec(globalThis.location.hash)?.[1];
  if (number && ties.has(Number(number))) map.select(ties.get(Number(number)).id);
}

/** A row of the table leads where its number leads; "Map" marks the tie it stands with. */
function clicked(event, map, ties) {
  const row = event.target.closest("tbody tr");
  if (row && !event.target.closest("a")) goTo(row.id.replace("row", "tie"));
  const back = event.target.closest("a.to-map");
  const number = back && Number(back.closest(".tie").id.slice("tie-".length));
  if (number) map.select(ties.get(number).id);
}

startPack();
