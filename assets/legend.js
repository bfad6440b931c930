// What shapes, colours and widths on the map mean, and what a line does not mean.
const key = (item) => make("li", {}, dot(item.kind), item.label);

// "she, the minister: stands for …" with the words before the colon as they look in a sentence.
const reference = (text) => {
  const [words, rest] = text.split(": ");
  return [make("mark", { class: "name source referred person" }, words), `: ${rest}`];
};

const width = (item) => make("li", {}, make("span", { class: "line", style: `height:${item.width}px`, "aria-hidden": "true" }), item.label);

export default function ({ data, parentElement }) {
  stage(parentElement, "legend").replaceChildren(
    make("ul", { "aria-label": "Legend" }, data.kinds.map(key), data.unresolved ? make("li", {}, dot("person", true), data.unresolved) : null, data.widths.map(width), data.referred ? make("li", {}, reference(data.referred)) : null),
    make("p", {}, data.left_out ? make("strong", {}, data.left_out, " ") : null, data.note),
  );
}
