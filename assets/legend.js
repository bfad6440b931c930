// What shapes, colours and widths on the map mean, and what a line does not mean.
const key = (item) => make("li", {}, dot(item.kind), item.label);

const width = (item) => make("li", {}, make("span", { class: "line", style: `height:${item.width}px`, "aria-hidden": "true" }), item.label);

export default function ({ data, parentElement }) {
  stage(parentElement, "legend").replaceChildren(
    make("ul", { "aria-label": "Legend" }, data.kinds.map(key), data.unresolved ? make("li", {}, dot("person", true), data.unresolved) : null, data.widths.map(width)),
    make("p", {}, data.left_out ? make("strong", {}, data.left_out, " ") : null, data.note),
  );
}
