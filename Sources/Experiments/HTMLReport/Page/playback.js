/**
 * Plays a slider with a button, from where it stands to its end, from the start when it is there.
 *
 * `show(value)` shows a place and may answer later; playing goes on when it has answered, and ends when that is false.
 * `wait()` are the milliseconds between two places at least, `step()` is how far one is from the next.
 */
function playback(slider, button, { wait, step = () => 1, show }) {
  // What plays; another one begins when the button is pressed again, and the one before then ends.
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
