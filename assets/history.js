// Back and Forward ask the page for the view that was. Streamlit runs the page for them as well, and
// two runs at once lose what was told only once: so a step is told as a state, which goes with all
// that follows. It has a number, for the same address twice in a row is two steps.
const memory = (globalThis.relmapAddress ??= { written: null, step: null });

const restore = (event) => {
  if (!memory.tell) return;
  event.stopImmediatePropagation();
  memory.step = { session: memory.session, at: (memory.step?.at ?? 0) + 1 };
  memory.tell({ search: location.search, at: memory.step.at });
};

export default function ({ data, setStateValue }) {
  // The page is drawn again without this being taken away first: one listener is enough.
  if (!("tell" in memory)) globalThis.addEventListener("popstate", restore, { capture: true });
  memory.session = data.session;
  memory.tell = (step) => setStateValue("event", step);
  return () => { memory.tell = null; };
}
