// Back and Forward ask the page for the view that was. Streamlit would run the page a second time
// for them, and two runs at once lose what it remembers as sent: so this hears of them first.
// Every step has a number of its own: the same address twice in a row is two steps.
let steps = 0;

export default function ({ setTriggerValue }) {
  const restore = (event) => {
    event.stopImmediatePropagation();
    setTriggerValue("event", { do: "restore", search: location.search, step: (steps += 1) });
  };
  globalThis.addEventListener("popstate", restore, { capture: true });
  return () => globalThis.removeEventListener("popstate", restore, { capture: true });
}
