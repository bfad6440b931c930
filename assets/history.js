// Back and Forward ask the page for the view that was. Streamlit would run the page a second time
// for them, and two runs at once lose what it remembers as sent: so this hears of them first.
// Every step has a number of its own: the same address twice in a row is two steps. The number is
// left where address.js finds it, which writes nothing before the step is answered.
const memory = (globalThis.relmapAddress ??= { written: null });

export default function ({ data, setTriggerValue }) {
  const restore = (event) => {
    event.stopImmediatePropagation();
    memory.step = { session: data.session, number: (memory.step?.number ?? 0) + 1 };
    setTriggerValue("event", { do: "restore", search: location.search, step: memory.step.number });
  };
  globalThis.addEventListener("popstate", restore, { capture: true });
  return () => globalThis.removeEventListener("popstate", restore, { capture: true });
}
