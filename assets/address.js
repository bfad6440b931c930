// The page's address: what is shown is written there, and a button copies it. Every change is an
// entry in the history, except the first: that is what the page was opened with.
const memory = (globalThis.relmapAddress ??= { written: null, step: null });

// What the page draws before it has heard of a step back or forward is the view from before it:
// written now, it would be a new entry on top of those that the reader steps through.
const isBehind = ({ session, heard }) => memory.step?.session === session && memory.step.at > (heard ?? 0);

const write = ({ link, ...run }) => {
  if (link === null || isBehind(run)) return;
  // The same view at another address: a step led to an address that asks for more than there is.
  const way = [null, link].includes(memory.written) ? "replaceState" : "pushState";
  memory.written = link;
  if (location.search.replace(/^\?/, "") === link) return;
  history[way](history.state, "", link ? `?${link}` : location.pathname);
};

const fullAddress = (link) => new URL(link ? `?${link}` : location.pathname, location.href).href;

// A page that is served without encryption, from another machine, has no clipboard of its own.
const copyByHand = (text) => {
  const field = make("textarea", { readonly: true, style: "position:fixed;opacity:0" });
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
};

const build = (root) => {
  const button = make("button", { class: "copy", type: "button" }, "Copy link");
  const said = make("span", { class: "unseen", role: "status" });
  const field = make("input", { class: "whole", type: "text", readonly: true, hidden: true, "aria-label": "Address of this view" });
  root.replaceChildren(button, field, said);
  let timer = 0;
  const say = (label, words) => {
    button.textContent = label;
    said.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => { button.textContent = "Copy link"; said.textContent = ""; }, 2500);
  };
  button.addEventListener("click", async () => {
    const text = fullAddress(root.dataset.link);
    const done = await copy(text);
    field.hidden = done;
    if (done) return say("Copied", "The address of this view is copied");
    field.value = text;
    field.select();
    say("Copy this:", "The address of this view is selected; copy it");
  });
};

export default function ({ data, parentElement }) {
  const root = stage(parentElement, "address");
  if (!root.firstChild) build(root);
  if (memory.step && !isBehind(data)) memory.step.isAnswered = true;
  write(data);
  root.dataset.link = data.link ?? "";
  const button = root.querySelector(".copy");
  button.disabled = data.link === null;
  button.title = data.why_not || "Copy the address that opens this view again";
}
