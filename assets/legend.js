// What shapes, colours and widths on the map mean, and what a line does not mean.
const key = (item) => make("li", {}, dot(item.kind), item.label);

// "she, the minister: stands for …" with the words before the colon as they look in a sentence.
const reference = (text) => {
  const [words, rest] = text.split(": ");
  return [make("mark", { class: "name source referred person" }, words), `: ${rest}`];
};

// Where colours tell communities, kinds keep their shapes and lose their colours.
const community = (item) => make("li", {}, make("span", { class: "dot person", "aria-hidden": "true", style: `--fill:var(--community-${item.colour})` }), item.label);

const width = (item) => make("li", {}, make("span", { class: "line", style: `height:${item.width}px`, "aria-hidden": "true" }), item.label);

const marks = (data) => [
  data.kinds.map(key),
  data.unresolved ? make("li", {}, dot("person", true), data.unresolved) : null,
  data.widths.map(width),
  data.referred ? make("li", {}, reference(data.referred)) : null,
];

export default function ({ data, parentElement }) {
  const communities = data.communities.length ? make("ul", { "aria-label": "Communities", class: "communities", tabindex: 0 }, data.communities.map(community)) : "";
  stage(parentElement, "legend").replaceChildren(
    make("ul", { "aria-label": "Legend", class: communities ? "plain" : "" }, marks(data)),
    communities,
    make("p", {}, data.note),
  );
}
