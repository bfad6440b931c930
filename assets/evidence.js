// The evidence panel: a tie's or an actor's sentences, grouped by article, each a way into it.
const openers = (send) => ({
  actor: (end, content) =>
    make("button", { class: "opener", type: "button", "data-focus": `actor ${end.id}`, onclick: () => send({ do: "actor", id: end.id }) }, content),
  tie: (row) =>
    make(
      "button",
      { class: "bar-row", type: "button", "data-focus": `tie ${row.id}`, onclick: () => send({ do: "tie", id: row.id }) },
      make("span", { class: "bar-names" }, row.names.map((end, index) => [index ? make("span", { class: "dash" }, " – ") : null, dot(end.kind, end.unresolved), end.name, doubt(end.unresolved)])),
      make("span", { class: "bar", "aria-hidden": "true", style: `--share:${row.share}` }),
      make("span", { class: "bar-count" }, figure(row.sentences), make("span", { class: "unseen" }, row.sentences === 1 ? " sentence" : " sentences")),
    ),
});

const heading = (data, open, send) =>
  make(
    "header",
    {},
    make(
      "h2",
      { tabindex: "-1" },
      data.ends.map((end, index) => [
        index ? make("span", { class: "dash" }, " – ") : null,
        open.actor(end, [make("mark", { class: `name ${index ? "target" : "source"} ${end.kind}` }, end.name)]),
        doubt(end.unresolved),
      ]),
    ),
    make("button", { class: "close", type: "button", "aria-label": "Close the evidence", title: "Close", onclick: () => send({ do: "clear" }) }, "×"),
    make("p", { class: "summary", role: "status" }, data.summary),
    data.notes.map((note) => make("p", { class: "summary warning" }, note)),
  );

// The map around what is chosen: its neighbours only, one step or two, and the way back.
const surroundings = (around, send) =>
  around.actions.length
    ? make(
        "div",
        { class: "around", role: "group", "aria-label": "On the map" },
        around.note ? make("p", { class: "note" }, around.note) : null,
        around.actions.map((action) =>
          make("button", { class: "chip", type: "button", "aria-pressed": String(action.pressed), "data-focus": `${action.do} ${action.steps ?? ""} ${action.id ?? ""}`, onclick: () => send({ do: action.do, id: action.id, steps: action.steps }) }, action.label),
        ),
      )
    : null;

const facts = (data) =>
  make(
    "dl",
    { class: "facts" },
    data.facts.map((fact) => make("div", {}, make("dt", {}, fact.label), make("dd", {}, fact.values.map((value) => make("span", { class: "fact" }, value.text, value.count ? make("span", { class: "tally" }, ` ${figure(value.count)}`) : null))))),
  );

const bars = (data, open) =>
  data.ties.length
    ? make("section", { class: "ties" }, make("h3", {}, data.ties_heading), make("ol", {}, data.ties.map((row) => make("li", {}, open.tie(row)))), data.ties_more ? make("p", { class: "note" }, data.ties_more) : null)
    : null;

const sentence = (article, item, send) =>
  make(
    "li",
    { class: "sentence", value: item.number, "data-start": item.start },
    make("span", { class: "number", "aria-hidden": "true" }, String(item.number)),
    make(
      "p",
      {},
      item.segments.map(stretch),
      " ",
      make(
        "button",
        {
          class: "link context",
          type: "button",
          "data-focus": `open ${article.id} ${item.start}`,
          "aria-label": `Sentence ${item.number} in context`,
          onclick: () => send({ do: "open", article: article.id, start: item.start, end: item.end }),
        },
        "in context",
      ),
    ),
  );

const group = (article, send) =>
  make(
    "article",
    { class: "group" },
    make(
      "p",
      { class: "where" },
      make("span", { class: article.date_known ? "date" : "date missing" }, article.date),
      article.date_note ? make("span", { class: "origin" }, article.date_note) : null,
      make("span", { class: article.outlet_known ? "outlet" : "outlet missing" }, article.outlet),
      article.outlet_note ? make("span", { class: "origin" }, article.outlet_note) : null,
    ),
    make("h3", { class: article.titled ? "title" : "title untitled" }, article.title, article.url ? [" ", outsideLink(article.url, "source ↗")] : null),
    make("ol", {}, article.sentences.map((item) => sentence(article, item, send))),
  );

const guide = (data, open, send) => [
  make("h2", { tabindex: "-1", class: "plain" }, data.title),
  make("p", { class: "lead", role: "status" }, data.lead),
  data.steps.length ? make("ul", { class: "steps" }, data.steps.map((step) => make("li", {}, step))) : null,
  data.actions.length ? make("p", { class: "actions" }, data.actions.map((action) => make("button", { class: "action", type: "button", "data-focus": action.do, onclick: () => send({ do: action.do }) }, action.label))) : null,
  bars(data, open),
];

const story = (data, open, send) => [
  heading(data, open, send),
  surroundings(data.around, send),
  data.facts.length ? facts(data) : null,
  bars(data, open),
  data.groups_heading ? make("h3", { class: "divider" }, data.groups_heading) : null,
  data.groups.map((article) => group(article, send)),
  data.more ? make("button", { class: "action more", type: "button", "data-focus": "more", onclick: () => send({ do: "more" }) }, data.more) : null,
];

// The table of ties leads here: to the heading, from where the sentences are read on.
const leadHere = (root) => () => {
  root.scrollIntoView({ block: "center" });
  root.querySelector("h2").focus({ preventScroll: true });
};

// Below the map, on a narrow screen, sentences would open unseen; the tie stays in sight above them.
const reveal = (root) => {
  const beyond = root.getBoundingClientRect().top - 0.6 * globalThis.innerHeight;
  const calm = globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (beyond > 0) document.querySelector('[data-testid="stMain"]')?.scrollBy({ top: beyond, behavior: calm ? "auto" : "smooth" });
};

export default function ({ data, parentElement, setTriggerValue }) {
  const root = stage(parentElement, "evidence");
  const lead = leadHere(root);
  globalThis.addEventListener("relmap-read", lead);
  const leave = () => globalThis.removeEventListener("relmap-read", lead);
  const send = (event) => {
    const place = event.do === "open" ? `open ${event.article} ${event.start}` : "";
    if (place) comeBack(() => [...root.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === place));
    setTriggerValue("event", event);
  };
  const open = openers(send);
  const active = root.getRootNode().activeElement;
  const held = active && root.contains(active) ? active.dataset.focus ?? "" : null;
  const known = root.querySelectorAll(".sentence").length;
  const same = root.dataset.about === data.about;
  const scroll = same ? root.scrollTop : 0;
  root.setAttribute("tabindex", "0");
  root.setAttribute("role", "region");
  root.setAttribute("aria-label", "Evidence");
  root.replaceChildren(...[data.groups ? story(data, open, send) : guide(data, open, send)].flat(Infinity).filter(Boolean));
  // Whoever opens a link sees the map first; whoever clicks on it wants to read.
  if (!same && data.groups && root.dataset.about !== undefined) reveal(root);
  root.dataset.about = data.about;
  root.dataset.sentences = data.groups ? data.total : 0;
  root.scrollTop = scroll;
  if (held === null) return leave;
  // After "Show more" the reader goes on at the first sentence that is new.
  const again = same && held !== "more" && [...root.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === held);
  const next = again || (same && root.querySelectorAll(".sentence .context")[known]) || root.querySelector("h2");
  next?.focus({ preventScroll: same });
  return leave;
}
