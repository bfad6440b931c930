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

async function show(host, bytes) {
  host.relmapRows = new TextDecoder().decode(bytes);
  const vis = await whenVisIsThere();
  if (!host.isConnected) return;
  if (!host.relmap) {
    createRelmap(host, vis, (selection) => host.relmapTell(selection));
    watchTheme(host);
    watchChosen(host);
  }
  // A rerun of the page brings the same rows again, and nothing is to be done for them.
  if (host.relmapShown !== host.relmapRows) {
    host.relmapShown = host.relmapRows;
    const data = JSON.parse(host.relmapRows);
    host.relmap.update(data);
    frame(host, data.frame);
  }
  follow(host);
}

/** Another middle or another layout is another picture: all of it is shown. A filter is not. */
function frame(host, now) {
  if (host.relmapFrame !== undefined && host.relmapFrame !== now) host.relmap.fit();
  host.relmapFrame = now;
}

/** Select what is chosen on the page; fly once for every new wish. What was chosen before the page
 *  heard of the last click is out of date: it would undo that click until the answer to it comes. */
function follow(host) {
  const { selected = null, fly = null, heard = null } = globalThis.relmapChosen ?? {};
  if (heard !== null && heard < (host.relmapEvent ?? 0)) return;
  if (selected !== host.relmapSelected) host.relmap.select(selected);
  host.relmapSelected = selected;
  if (fly && fly.number !== host.relmapFlight) host.relmap.focus(fly.id);
  host.relmapFlight = fly?.number ?? null;
}

function watchChosen(host) {
  host.relmapChosen = () => { if (host.relmapShown) follow(host); };
  globalThis.addEventListener("relmap-chosen", host.relmapChosen);
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
  host.style.height = "var(--stage-height, 560px)";
  host.style.boxSizing = "border-box";
  host.relmapTell = (selection) => {
    if (selection?.kind !== "around") host.relmapSelected = selection?.id ?? null;
    setStateValue("selection", {
      kind: selection?.kind ?? "none", id: selection?.id ?? "", at: eventNumber(host),
    });
  };
  show(host, data);
  return () => {
    clearInterval(host.relmapTimer);
    globalThis.removeEventListener("relmap-chosen", host.relmapChosen);
    host.relmap?.destroy();
    delete host.relmap;
    delete host.relmapShown;
    delete host.relmapFrame;
  };
}
