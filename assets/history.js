// Back and Forward ask the page for the view that was. Streamlit runs the page for them as well, and
// two runs at once lose what was told only once: so a step is told as a state, which goes with all
// that follows. It has a number, for the same address twice in a row is two steps.
const memory = (globalThis.relmapAddress ??= { written: null, step: null });

// Milliseconds after which a step is no longer waited for: the connection may be lost.
const PATIENCE = 5000;

const restore = (event) => {
  if (!memory.tell) return;
  event.stopImmediatePropagation();
  memory.step = { session: memory.session, at: (memory.step?.at ?? 0) + 1, since: performance.now(), isAnswered: false };
  memory.tell({ search: location.search, at: memory.step.at });
};

// Until the page shows what a step asked for, its fields say what was before it, and every click
// tells the server what all fields say: fields and map would say different things from then on.
const wait = (event) => {
  const { step } = memory;
  if (!step || step.isAnswered || performance.now() - step.since > PATIENCE) return;
  if (event.type === "keydown" && (event.key === "Tab" || event.altKey || event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
};

const listen = () => {
  globalThis.addEventListener("popstate", restore, { capture: true });
  for (const name of ["pointerdown", "mousedown", "click", "dblclick", "keydown"]) {
    globalThis.addEventListener(name, wait, { capture: true });
  }
};

export default function ({ data, setStateValue }) {
  // The page is drawn again without this being taken away first: one listener is enough.
  if (!("tell" in memory)) listen();
  memory.session = data.session;
  memory.tell = (step) => setStateValue("event", step);
  return () => { memory.tell = null; };
}
