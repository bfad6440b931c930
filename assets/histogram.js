// Articles over time above the date fields: what the filter keeps is solid, the rest is pale.
const SVG = "http://www.w3.org/2000/svg";
const draw = (tag, attributes, ...children) => {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
};

export default function ({ data, parentElement }) {
  const root = stage(parentElement, "histogram");
  const [width, height] = [data.bars.length, 34];
  const most = Math.max(1, ...data.bars.map((bar) => bar.count));
  const gap = data.bars.length > 1 ? 0.16 : 0;
  const bars = data.bars.map((bar, index) => {
    const tall = bar.count ? Math.max(3, (bar.count / most) * (height - 2)) : 1;
    const title = draw("title", {});
    title.textContent = `${bar.label}: ${bar.count}`;
    return draw("rect", { x: index + gap / 2, y: height - tall, width: 1 - gap, height: tall, class: bar.inside ? "inside" : "outside" }, title);
  });
  const picture = draw("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": `${data.title}, ${data.first} to ${data.last}` }, ...bars);
  root.replaceChildren(make("p", { class: "title" }, data.title), picture, make("p", { class: "ends" }, make("span", {}, data.first), make("span", {}, data.last)));
}
