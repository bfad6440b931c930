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
  if (event.button || state.columns.length < 2) return;
  event.preventDefault();
  const before = { from: state.from, to: state.to };
  const anchor = pulled === undefined ? placeAt(state, event) : pulled ? state.from : state.to;
  const follow = (moved) => {
    const place = placeAt(state, moved);
    state.from = Math.min(anchor, place);
    state.to = Math.max(anchor, place);
    paint(state);
  };
  const stop = () => {
    state.pulling = false;
    state.field.removeEventListener("pointermove", follow);
    state.field.removeEventListener("pointerup", end);
    state.field.removeEventListener("pointercancel", cancel);
  };
  const end = () => { stop(); tell(state); };
  const cancel = () => { stop(); Object.assign(state, before); paint(state); rest(state); };
  state.pulling = true;
  state.field.setPointerCapture(event.pointerId);
  state.field.addEventListener("pointermove", follow);
  state.field.addEventListener("pointerup", end);
  state.field.addEventListener("pointercancel", cancel);
  if (pulled === undefined) follow(event);
};

const tell = (state) => {
  clearTimeout(state.waiting);
  state.waiting = 0;
  if (state.from === state.told.from && state.to === state.told.to) return rest(state);
  state.told = { from: state.from, to: state.to };
  state.then = null; // it is older than this range, whose own answer follows
  return state.send({ do: "days", from: state.from, to: state.to });
};

// The hand is off and nothing has changed by it: what came meanwhile is shown.
const rest = (state) => {
  const { then } = state;
  state.then = null;
  then?.();
};

// Arrow keys move an end; the range goes out once the keys rest, or on Enter.
const step = (state, end, event) => {
  const last = state.columns.length - 1;
  const place = end ? state.to : state.from;
  const wanted = { ArrowLeft: place - 1, ArrowDown: place - 1, ArrowRight: place + 1, ArrowUp: place + 1, Home: 0, End: last }[event.key];
  if (event.key === "Enter") return tell(state);
  if (wanted === undefined) return undefined;
  event.preventDefault();
  if (end) state.to = Math.min(last, Math.max(state.from, wanted));
  else state.from = Math.max(0, Math.min(state.to, wanted));
  paint(state);
  clearTimeout(state.waiting);
  state.waiting = setTimeout(() => tell(state), 600);
  return undefined;
};

const handleFor = (state, end) =>
  make("div", {
    class: "handle", role: "slider", tabindex: 0, "aria-label": end ? "Last period that counts" : "First period that counts",
    "aria-valuemin": 0, "aria-valuemax": state.data.bars.length - 1,
    onkeydown: (event) => step(state, end, event),
    onblur: () => tell(state),
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
      make("button", { type: "button", class: "all", hidden: !state.data.brushed, onclick: () => state.send({ do: "days", from: 0, to: state.data.bars.length - 1 }) }, "All dates")));

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
const show = (root, data, send) => {
  const shown = JSON.stringify(data);
  if (root.shown === shown) return; // a rerun of the page brings the same data again
  const focused = root.querySelector(".all:focus") ? 0 : root.state?.handles?.findIndex((handle) => handle.matches(":focus"));
  root.shown = shown;
  root.state = { data, from: data.from, to: data.to, told: { from: data.from, to: data.to }, send };
  draw(root, root.state);
  if (focused >= 0) root.state.handles[focused]?.focus({ preventScroll: true });
};

// What comes while a range is being pulled waits for its end: drawn at once it would take the pull
// away, or the keys that were pressed since.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = stage(parentElement, "timeline");
  const shownNow = () => show(root, data, (event) => setTriggerValue("event", event));
  if (root.state?.pulling || root.state?.waiting) root.state.then = shownNow;
  else shownNow();
}
