// The whole article, every line with its role, opened at the sentence that was asked for.
// The pieces of the sentence asked for stand in one element, so that its colour has no seams.
const flow = (pieces) => {
  const nodes = [];
  for (const piece of pieces) {
    const last = nodes.at(-1);
    if (!piece.here) nodes.push(stretch(piece));
    else if (last instanceof Element && last.className === "here") last.append(stretch(piece));
    else nodes.push(make("span", { class: "here" }, stretch(piece)));
  }
  return nodes;
};

const lineOf = (line) =>
  make(
    "div",
    { class: line.evidence ? `line ${line.role}` : `line aside ${line.role}` },
    line.evidence ? null : make("span", { class: "role" }, `${line.role}, not evidence`),
    make("p", {}, flow(line.segments)),
  );

export default function ({ data, parentElement }) {
  const root = stage(parentElement, "reader");
  if (root.dataset.about === data.about) return;
  root.dataset.about = data.about;
  root.setAttribute("tabindex", "0");
  root.setAttribute("role", "document");
  root.setAttribute("aria-label", data.title);
  root.replaceChildren(
    make("h2", { class: data.titled ? "" : "untitled" }, data.title),
    make("p", { class: "meta" }, data.meta.map((item) => make("span", {}, item)), data.url ? outsideLink(data.url, "source ↗") : null),
    ...data.lines.map(lineOf),
  );
  const pieces = root.querySelectorAll(".here");
  if (!pieces.length) return;
  pieces[0].setAttribute("id", "here");
  pieces[0].setAttribute("aria-current", "true");
  const bring = () => {
    const offset = pieces[0].getBoundingClientRect().top - root.getBoundingClientRect().top;
    root.scrollTop += offset - root.clientHeight / 3;
  };
  // The dialog grows while it opens: what was centred at once would drift away.
  requestAnimationFrame(bring);
  const observer = new ResizeObserver(bring);
  observer.observe(root);
  setTimeout(() => observer.disconnect(), 600);
}
