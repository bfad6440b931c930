// Which colours the map has: those of the theme, on the ground that the map really stands on.

/** The palette, on the page's own ground where it has one. */
function coloursFor(state) {
  const palette = state.data.palettes[themeOf(state)];
  return { ...palette, background: groundOf(state) || palette.background };
}

/** The colour of an actor: that of its community where the map is coloured so, else of its kind. */
function fillOf(colours, row) {
  return row.community === undefined
    ? colours.kinds[row.kind].fill
    : colours.communities[Math.min(row.community, colours.communities.length - 1)];
}

function groundOf(state) {
  return getComputedStyle(state.element).getPropertyValue("--st-background-color").trim();
}

/** The theme asked for, or the one of the ground that the map stands on. */
function themeOf(state) {
  if (state.data.theme === "light" || state.data.theme === "dark") return state.data.theme;
  const ground = groundOf(state);
  return ground && isDark(ground) ? "dark" : "light";
}

function isDark(colour) {
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** "#8692a3" at 0.4 as "rgba(134,146,163,0.4)", which vis-network takes as it is. */
function faded(colour, opacity) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${red},${green},${blue},${opacity})`;
}
