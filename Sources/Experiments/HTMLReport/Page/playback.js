/**
 * Plays a slider with a button, from its position to the end; from the beginning if it is at the end.
 *
 * `show(value)` shows a position and may return a promise; playing continues when it resolves, and stops if it resolves to
 * false. `wait()` gives the shortest time between two positions in milliseconds, `step()` the distance between them.
 */
function playback(slider, button, { wait, step = () => 1, show }) {
  // The playback in progress. A new one replaces it, and the old one then stops.
  let playing = null;

  function stop() {
    playing = null;
    button.textContent = "Play";
  }

  async function play() {
    const own = {};
    playing = own;
    button.textContent = "Pause";
    const last = () => Number(slider.max);
    let value = Number(slider.value) >= last() ? 0 : Number(slider.value);
    while (playing === own) {
      slider.value = value;
      const pause = new Promise((resolve) => setTimeout(resolve, wait()));
      const goesOn = await show(value);
      await pause;
      if (goesOn === false || value >= last()) break;
      value = Math.min(last(), value + step());
    }
    if (playing === own) stop();
  }

  slider.addEventListener("input", () => {
    stop();
    show(Number(slider.value));
  });
  button.addEventListener("click", () => (playing ? stop() : play()));
  return { stop, isPlaying: () => playing !== null };
}
