// The timeline: a brush over bars. What is brushed goes out when the pointer is let go.

const tall = (value, most, height) => (value ? Math.max(2, Math.round((value / most) * height)) : 0);

const rise = (value, most, height) => {
  const bar = make("i");
  bar.style.height = `${tall(value, most, height)}px`;
  return bar;
};

const told = (bar) => {
  const articles = `${bar.label}: ${bar.articles} ${bar.articles === 1 ? "article" : "articles"}`;
  if (bar.sentences === undefined) return articles;
  return `${articles}, ${bar.sentences} ${bar.sentences === 1 ? "sentence" : "sentences"} of the tie`;
};

const column = (bar, most) =>
  make("div", { class: "bar", title: told(bar) },
    make("span", { class: "up" }, rise(bar.articles, most.articles, 36)),
    make("span", { class: "down" }, rise(bar.sentences ?? 0, most.sentences, 22)));

// Marks the bars of the range and puts the handles at its two ends.
const paint = (state) => {
  const { columns, handles, from, to } = state;
  columns.forEach((node, place) => node.classList.toggle("inside", place >= from && place <= to));
  handles.forEach((handle, end) => {
    const place = end ? to : from;
    handle.style.left = `${((end ? to + 1 : from) / Math.max(columns.length, 1)) * 100}%`;
    handle.setAttribute("aria-valuenow", String(place));
    handle.setAttribute("aria-valuetext", state.data.bars[place] ? state.data.bars[place][end ? "last" : "first"] : "");
  });
};

const placeAt = (state, event) => {
  const box = state.field.getBoundingClientRect();
  const share = (event.clientX - box.left) / Math.max(box.width, 1);
  return Math.min(state.columns.length - 1, Math.max(0, Math.floor(share * state.columns.length)));
};

// A drag from one bar to another, a click on one bar, or a pull at one of the handles.
const brush = (state, event, pulled) => {
  if (event.button || event.ctrlKey || state.columns.length < 2) return;
  event.preventDefault();
  clearTimeout(state.waiting); // keys that wait for their rest go out with the pull
  state.waiting = 0;
  const before = { from: state.from, to: state.to };
  const anchor = pulled === undefined ? placeAt(state, event) : pulled ? state.from : state.to;
  const follow = (moved) => {
    const place = placeAt(state, moved);
    state.from = Math.min(anchor, place);
    state.to = Math.max(anchor, place);
    paint(state);
  };
  const endings = { pointermove: follow, pointerup: () => stop(), pointercancel: () => stop(before), lostpointercapture: () => stop(before) };
  const stop = (instead) => {
    for (const [name, act] of Object.entries(endings)) state.field.removeEventListener(name, act);
    Object.assign(state, instead);
    paint(state);
    tell(state);
  };
  state.field.setPointerCapture(event.pointerId);
  for (const [name, act] of Object.entries(endings)) state.field.addEventListener(name, act);
  if (pulled === undefined) follow(event);
};

// The range goes out where it is another than the one that was told last.
const tell = (state) => {
  clearTimeout(state.waiting);
  state.waiting = 0;
  if (state.from === state.told.from && state.to === state.told.to) return;
  state.told = { from: state.from, to: state.to };
  state.send(state.told);
};

// Arrow keys move an end; the range goes out once the keys rest, or on Enter.
const step = (state, end, event) => {
  const last = state.columns.length - 1;
  const place = end ? state.to : state.from;
  const wanted = { ArrowLeft: place - 1, ArrowDown: place - 1, ArrowRight: place + 1, ArrowUp: place + 1, Home: 0, End: last }[event.key];
  if (event.key === "Enter") state.rest();
  if (wanted === undefined) return;
  event.preventDefault();
  if (end) state.to = Math.min(last, Math.max(state.from, wanted));
  else state.from = Math.max(0, Math.min(state.to, wanted));
  paint(state);
  clearTimeout(state.waiting);
  state.waiting = setTimeout(state.rest, 600);
};

const handleFor = (state, end) =>
  make("div", {
    class: "handle", role: "slider", tabindex: 0, "aria-label": end ? "Last period that counts" : "First period that counts",
    "aria-valuemin": 0, "aria-valuemax": state.data.bars.length - 1,
    onkeydown: (event) => step(state, end, event),
    onblur: state.rest,
    onpointerdown: (event) => { event.stopPropagation(); brush(state, event, end); },
  });

const undatedBeside = ({ undated, tie }) =>
  make("div", { class: undated.counts ? "undated" : "undated out" },
    make("b", {}, undated.articles.toLocaleString("en")), undated.label,
    tie && undated.sentences ? make("div", { class: "tie" }, `${undated.sentences.toLocaleString("en")} of the tie`) : null);

const heading = (state) =>
  make("div", { class: "head" },
    make("span", { class: "what" }, state.data.title, state.data.tie ? make("span", { class: "tie" }, ` · ${state.data.tie}`) : null),
    make("span", { class: "when" }, make("span", {}, state.data.brushed ? state.data.range : ""),
      make("button", { type: "button", class: "all", hidden: !state.data.brushed, onclick: () => state.send({ from: 0, to: state.data.bars.length - 1 }) }, "All dates")));

const draw = (root, state) => {
  const { data } = state;
  const most = {
    articles: Math.max(1, ...data.bars.map((bar) => bar.articles)),
    sentences: Math.max(1, ...data.bars.map((bar) => bar.sentences ?? 0)),
  };
  state.columns = data.bars.map((bar) => column(bar, most));
  state.handles = data.bars.length ? [handleFor(state, 0), handleFor(state, 1)] : [];
  state.field = make("div", { class: data.bars.length < 2 ? "field single" : "field", role: "group", "aria-label": data.title, onpointerdown: (event) => brush(state, event) },
    make("div", { class: "bars" }, state.columns), state.handles);
  const [first, last] = [data.bars[0], data.bars.at(-1)];
  root.replaceChildren(heading(state), make("div", { class: "body" }, state.field, undatedBeside(data)),
    make("div", { class: "ends" }, make("span", {}, first?.first ?? ""), make("span", {}, last && last !== first ? last.last : "")));
  paint(state);
};

// A handle that has the focus keeps it, and takes it over from the button that took a range back
// and is gone.
const show = (root) => {
  const { data } = root;
  const focused = root.querySelector(".all:focus") ? 0 : root.state?.handles?.findIndex((handle) => handle.matches(":focus"));
  root.state = {
    data, from: data.from, to: data.to, told: { from: data.from, to: data.to }, waiting: 0,
    send: (range) => {
      root.told = Math.max((root.told ?? 0) + 1, Date.now());
      root.send({ do: "days", ...range, at: root.told });
    },
    rest: () => { tell(root.state); showWhereFree(root); },
  };
  root.shown = data;
  draw(root, root.state);
  if (focused >= 0) root.state.handles[focused]?.focus({ preventScroll: true });
};

// What comes while a range is pulled or moved by keys waits for the end of that: drawn at once it
// would take the range out of the hand. What does not know yet of the last range that was told is
// out of date; what knows of it follows.
const showWhereFree = (root) => {
  const { data, shown, told, pressed, state } = root;
  const isBehind = told && data.heard !== null && data.heard < told;
  if (data !== shown && !isBehind && !pressed && !state?.waiting) show(root);
};

// Whatever lies under a pressed pointer stays until it is let go, and until the click has come.
const watchPointer = (root) => {
  root.addEventListener("pointerdown", () => { root.pressed = true; }, { capture: true });
  const free = () => {
    if (!root.pressed) return;
    root.pressed = false;
    setTimeout(() => showWhereFree(root), 0);
  };
  const names = ["pointerup", "pointercancel"];
  for (const name of names) globalThis.addEventListener(name, free);
  return () => { for (const name of names) globalThis.removeEventListener(name, free); };
};

export default function ({ data, parentElement, setStateValue }) {
  const root = stage(parentElement, "timeline");
  root.leave ??= watchPointer(root);
  root.data = data;
  root.send = (event) => setStateValue("event", event);
  showWhereFree(root);
  return () => { root.leave?.(); root.leave = null; };
}
