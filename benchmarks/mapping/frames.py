"""The frames in which a map of vis-network is drawn anew."""

from __future__ import annotations

#: Counts the frames in which the map was drawn anew.
COUNT_FRAMES = """(network) => {
  const count = {frames: 0, drawn: false};
  network.on("afterDrawing", () => { count.drawn = true; });
  const look = () => {
    if (count.drawn) count.frames += 1;
    count.drawn = false;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  globalThis.frameCount = count;
}"""
