// The epoch of the similarity matrix: a slider that needs no training, play and pause, and the stages of learning.

import { playback } from "./playback.js";
import { element } from "./slider.js";

const track = document.getElementById("epoch");
const output = document.getElementById("epoch-text");
const play = document.getElementById("play");
const stages = document.getElementById("stages");
const box = document.getElementById("player");
/** A whole training takes about ten seconds. */
const frames = 120;
const frameTime = 80;

/** `onEpoch(text)` shows an epoch, or all stages if undefined, and resolves when the figure is there. */
export function player(onEpoch) {
  let last = 0;
  /** Whether there is more than one stage. */
  let hasStages = false;

  function tell(epoch) {
    const usual = hasStages ? "each stage" : "the end";
    output.textContent = epoch === undefined ? usual : `epoch ${epoch} of ${last}`;
    track.setAttribute("aria-valuetext", output.textContent);
  }

  const motion = playback(track, play, {
    wait: () => frameTime,
    step: () => Math.max(1, Math.round(last / frames)),
    show(epoch) {
      tell(epoch);
      return onEpoch(String(epoch));
    },
  });

  /** Shows a run's last epoch, its stages, and the epoch that is shown, unless the slider is being dragged. */
  function show(answer, isNewest, isUsed) {
    box.hidden = !isUsed;
    if (!isUsed) motion.stop();
    last = answer.lastEpoch;
    hasStages = answer.stages.length > 1;
    track.max = last;
    if (!motion.isPlaying() && isNewest && !track.matches(":active")) {
      track.value = answer.shownEpoch ?? last;
      tell(answer.shownEpoch);
    }
    const made = (hasStages ? answer.stages : []).map((stage, index) => {
      const button = element("button", { type: "button", textContent: `Stage ${index + 1}: ${stage.text}` });
      button.addEventListener("click", () => { motion.stop(); onEpoch(String(stage.epoch)); });
      button.setAttribute("aria-pressed", String(answer.shownEpoch === stage.epoch));
      return button;
    });
    const all = element("button", { type: "button", textContent: hasStages ? "All stages" : "Restore default epochs" });
    all.setAttribute("aria-pressed", String(answer.shownEpoch === undefined));
    all.addEventListener("click", () => { motion.stop(); onEpoch(undefined); });
    // Buttons are made again only if they differ, so that the one in use keeps the focus.
    const words = (buttons) => [...buttons].map((button) => button.textContent).join();
    const next = hasStages || answer.shownEpoch !== undefined ? [all, ...made] : [];
    if (words(stages.children) !== words(next)) stages.replaceChildren(...next);
    else next.forEach((button, index) => stages.children[index].setAttribute("aria-pressed", button.getAttribute("aria-pressed")));
  }

  return { show, stop: motion.stop };
}
