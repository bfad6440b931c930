// Shared by the panels: nodes are made, never parsed. Article text only ever becomes text nodes.
const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
};

// A link leaves the page only for the web: "javascript:" and "data:" addresses stay plain text.
const webAddress = (url) => {
  try {
    const parsed = new URL(url);
    return ["http:", "https:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
};

const outsideLink = (url, label) => {
  const href = webAddress(url);
  return href && make("a", { href, target: "_blank", rel: "noopener noreferrer", class: "outside" }, label);
};

const dot = (kind, unresolved) => make("span", { class: unresolved ? `dot ${kind} hollow` : `dot ${kind}`, "aria-hidden": "true" });

// "1,310": thousands are set apart, as everywhere on the page.
const figure = (value) => value.toLocaleString("en");

// Said in words beside a name that could be several actors.
const doubt = (unresolved) => (unresolved ? make("span", { class: "doubt" }, " unresolved") : null);

// One stretch of a sentence: a name in its actor's colour, or the words between two names.
const stretch = (segment) =>
  segment.actor
    ? make("mark", { class: `name ${segment.side} ${segment.kind}${segment.referred ? " referred" : ""}`, title: segment.referred ? `stands for ${segment.name}` : segment.name, "data-actor": segment.actor }, segment.text)
    : segment.text;

// A dialog lies outside of what Streamlit calls light or dark: there the text's colour tells.
const matchScheme = (root) => {
  root.style.colorScheme = "";
  if (getComputedStyle(root).colorScheme !== "normal") return;
  const light = getComputedStyle(root).color.match(/\d+/g).slice(0, 3).every((part) => part > 128);
  root.style.colorScheme = light ? "dark" : "light";
};

// The element that a panel draws into; it stays while its content changes, and so does its scroll.
const stage = (parent, name) => {
  let root = parent.querySelector(`.${name}`);
  if (!root) {
    root = make("div", { class: name });
    parent.appendChild(root);
  }
  matchScheme(root);
  return root;
};

// A dialog gives the focus back to nobody inside a panel; this puts it where the reader left.
const comeBack = (find) => {
  const open = () => document.querySelector('[role="dialog"]');
  let shown = false;
  const watcher = new MutationObserver(() => {
    if (open()) shown = true;
    else if (shown) {
      watcher.disconnect();
      requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
    }
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => shown || watcher.disconnect(), 5000);
};
