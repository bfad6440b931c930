// What is selected, for the map and the tables: a few bytes of their own beside their many rows.
// Whoever shows rows looks here when it is drawn, and again whenever this tells of a change.

export default function ({ data }) {
  globalThis.relmapChosen = data;
  globalThis.dispatchEvent(new CustomEvent("relmap-chosen"));
}
