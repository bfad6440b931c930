// Back and Forward ask the page for the view that was. Streamlit would run the page a second time
// for them, and two runs at once lose what it remembers as sent: so this hears of them first.
export default function ({ setTriggerValue }) {
  const restore = (event) => {
    event.stopImmediatePropagation();
    setTriggerValue("event", { do: "restore", search: location.search });
  };
  globalThis.addEventListener("popstate", restore, { capture: true });
  return () => globalThis.removeEventListener("popstate", restore, { capture: true });
}
