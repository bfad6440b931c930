// Between Streamlit and the map: rows come in, what the user selects goes out.

/** vis-network comes as a component of its own and may arrive later than this one. */
function whenVisIsThere() {
  return new Promise((resolve) => {
    const look = () => (globalThis.vis?.Network ? resolve(globalThis.vis) : setTimeout(look, 20));
    look();
  });
}

/** One value per event, so that the same tie can be selected again after Python changed it. */
function eventNumber(host) {
  host.relmapEvent = Math.max((host.relmapEvent ?? 0) + 1, Date.now());
  return host.relmapEvent;
}

async function show(host, data) {
  host.relmapData = data;
  const vis = await whenVisIsThere();
  if (!host.isConnected) return;
  if (!host.relmap) {
    createRelmap(host, vis, (selection) => host.relmapTell(selection));
    watchTheme(host);
  }
  if (host.relmapShown === host.relmapData) return;
  host.relmapShown = host.relmapData;
  host.relmap.update(host.relmapData);
  flyTo(host, host.relmapData.focus);
}

/** Fly once for every new wish, not again with every rerun of the page. */
function flyTo(host, focus) {
  const wish = focus ?? null;
  if (wish && wish !== host.relmapFocus) host.relmap.focus(wish);
  host.relmapFocus = wish;
}

/** Streamlit's theme arrives as CSS variables; look again whenever they may have changed. */
function watchTheme(host) {
  let ground = getComputedStyle(host).getPropertyValue("--st-background-color");
  host.relmapTimer = setInterval(() => {
    const now = getComputedStyle(host).getPropertyValue("--st-background-color");
    if (now !== ground) {
      ground = now;
      host.relmap.recolour();
    }
  }, 500);
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const host = parentElement.querySelector(".relmap-host");
  host.style.height = `${data.height}px`;
  host.relmapTell = (selection) => setStateValue("selection", {
    kind: selection?.kind ?? "none", id: selection?.id ?? "", at: eventNumber(host),
  });
  show(host, data);
  return () => {
    clearInterval(host.relmapTimer);
    host.relmap?.destroy();
    delete host.relmap;
    delete host.relmapShown;
  };
}
