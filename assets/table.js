// A real table: sorted by its headers, walked with the arrow keys, one row chosen with Enter or a click.
const compare = (left, right) => {
  if (left === right) return 0;
  if (left === null || left === "") return 1;
  if (right === null || right === "") return -1;
  return typeof left === "number" && typeof right === "number" ? left - right : String(left).localeCompare(String(right), "en");
};

const ordered = (rows, sort) => {
  if (!sort) return rows;
  const sign = sort.descending ? -1 : 1;
  const bare = (value) => value === null || value === "";
  return [...rows].sort((a, b) => {
    const [left, right] = [a.cells[sort.column], b.cells[sort.column]];
    return bare(left) || bare(right) ? compare(left, right) : sign * compare(left, right);
  });
};

const cellOf = (column, value, kind, unresolved) =>
  make(column.head ? "th" : "td", { class: column.kind, scope: column.head ? "row" : null }, kind ? dot(kind, unresolved) : null, value === null || value === "" ? make("span", { class: "none" }, column.missing ?? "–") : typeof value === "number" ? figure(value) : String(value), doubt(unresolved));

const rowOf = (data, row, choose) =>
  make(
    "tr",
    {
      "data-id": row.id,
      tabindex: data.action ? "-1" : null,
      "aria-selected": data.action ? "false" : null,
      onclick: data.action ? () => choose(row.id) : null,
    },
    data.columns.map((column, place) => cellOf(column, row.cells[place], row.kinds?.[place], row.unresolved?.[place])),
  );

const walk = (body, choose) => (event) => {
  const rows = [...body.rows];
  const here = rows.indexOf(event.target.closest("tr"));
  if (here < 0) return;
  const goals = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1, PageDown: here + 10, PageUp: here - 10 };
  if (event.key in goals) {
    const goal = rows[Math.max(0, Math.min(rows.length - 1, goals[event.key]))];
    rows[here].tabIndex = -1;
    goal.tabIndex = 0;
    goal.focus();
  } else if (event.key === "Enter" || event.key === " ") choose(rows[here].dataset.id);
  else return;
  event.preventDefault();
};

const headerOf = (data, column, place, sort, resort) => {
  const active = sort?.column === place;
  return make(
    "th",
    { scope: "col", class: column.kind, "aria-sort": active ? (sort.descending ? "descending" : "ascending") : "none" },
    make("button", { type: "button", onclick: () => resort(place) }, column.label, make("span", { class: "arrow", "aria-hidden": "true" }, active ? (sort.descending ? " ↓" : " ↑") : "")),
  );
};

// Which row is selected comes apart from the rows (chosen.js): hundreds of rows stay as they are.
const markChosen = (root) => {
  const selected = globalThis.relmapChosen?.selected ?? null;
  const rows = [...root.querySelectorAll("tbody tr[tabindex]")];
  const chosen = rows.find((row) => row.dataset.id === selected);
  const held = root.getRootNode().activeElement?.closest?.("tr");
  for (const row of rows) {
    row.setAttribute("aria-selected", String(row === chosen));
    row.tabIndex = row === (rows.includes(held) ? held : chosen ?? rows[0]) ? 0 : -1;
  }
  const jump = root.querySelector(".jump");
  if (jump) jump.style.visibility = chosen ? "visible" : "hidden";
  if (chosen && root.dataset.selected !== selected) bringIntoView(root.querySelector(".scroller"), chosen);
  root.dataset.selected = selected ?? "";
};

const bringIntoView = (scroller, row) => {
  const seen = row.offsetTop >= scroller.scrollTop + 40 && row.offsetTop <= scroller.scrollTop + scroller.clientHeight - 40;
  if (!seen) scroller.scrollTop = row.offsetTop - scroller.clientHeight / 3;
};

// The sentences of a row open above the table, maybe out of sight: one step leads there.
const foot = (data, turn) => {
  const jumps = ["tie", "actor"].includes(data.action) && data.rows.length;
  if (!data.more && !jumps) return [];
  const read = () => globalThis.dispatchEvent(new CustomEvent("relmap-read"));
  const jump = make("button", { class: "link jump", type: "button", onclick: read }, "Read the sentences of the selected row ↑");
  return [make("p", { class: "foot" }, make("span", {}, data.more), data.pages?.length ? ways(data.pages, turn) : null, jumps ? jump : null)];
};

// A way that leads nowhere keeps its place and the focus that it may have.
const ways = (pages, turn) =>
  make(
    "span",
    { class: "ways", role: "group", "aria-label": "Pages" },
    pages.map((page) => make("button", { class: "link", type: "button", "data-way": page.label, "aria-disabled": page.off ? "true" : null, onclick: page.off ? null : () => turn(page.start) }, page.label)),
  );

export default function ({ data, parentElement, setTriggerValue }) {
  const root = stage(parentElement, "table");
  const choose = (id) => {
    if (data.action === "open") comeBack(() => [...root.querySelectorAll("tbody tr")].find((row) => row.dataset.id === id));
    setTriggerValue("event", { do: data.action, id });
  };
  const turn = (start) => setTriggerValue("event", { do: "page", start });
  const draw = () => {
    const active = root.getRootNode().activeElement;
    const held = root.contains(active) ? active.closest("tr")?.dataset.id : null;
    const place = root.contains(active) && active.closest("thead") ? [...active.closest("tr").cells].indexOf(active.closest("th")) : -1;
    const way = root.contains(active) ? active.dataset.way : null;
    const turned = root.dataset.start !== String(data.start ?? 0);
    const top = turned ? 0 : (root.querySelector(".scroller")?.scrollTop ?? 0);
    root.dataset.start = String(data.start ?? 0);
    const resort = (column) => {
      const again = root.sort?.column === column;
      root.sort = { column, descending: again ? !root.sort.descending : data.columns[column].kind === "number" };
      draw();
    };
    const body = make("tbody", {}, ordered(data.rows, root.sort).map((row) => rowOf(data, row, choose)));
    if (data.action) body.addEventListener("keydown", walk(body, choose));
    const head = make("tr", {}, data.columns.map((column, index) => headerOf(data, column, index, root.sort, resort)));
    const table = make("table", { role: data.action ? "grid" : null }, make("caption", { class: "unseen" }, data.caption), make("thead", {}, head), body);
    root.replaceChildren(make("div", { class: "scroller", tabindex: data.rows.length ? "-1" : null }, data.rows.length ? table : make("p", { class: "none" }, data.empty)), ...foot(data, turn));
    root.querySelector(".scroller").scrollTop = top;
    if (held) [...body.rows].find((row) => row.dataset.id === held)?.focus({ preventScroll: true });
    if (way) root.querySelector(`[data-way="${way}"]`)?.focus({ preventScroll: true });
    if (place >= 0) head.cells[place].querySelector("button").focus();
    markChosen(root);
  };
  const rows = JSON.stringify(data);
  if (root.shown !== rows) draw();
  root.shown = rows;
  markChosen(root);
  const follow = () => markChosen(root);
  globalThis.addEventListener("relmap-chosen", follow);
  return () => globalThis.removeEventListener("relmap-chosen", follow);
}
