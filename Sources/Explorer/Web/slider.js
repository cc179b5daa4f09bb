// A slider with a number beside it. On a logarithmic scale the slider moves in powers of ten.

let count = 0;

/** Makes an element with properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A text of a number: short, and read back by the program as it stands. */
export function text(number, digits = 6) {
  return String(Number(number.toPrecision(digits)));
}

/** The smallest of 1, 2, 4, 5, 8, 10 times a power of ten that is at least a number. */
export function roundedUp(number) {
  const power = 10 ** Math.floor(Math.log10(number));
  return [1, 2, 4, 5, 8, 10].map((digit) => digit * power).find((value) => value >= number * 0.999999);
}

/** A frame for any control: its label, its help, a button back to the usual. */
export function setting({ label, help, control, extra = [], onUsual }) {
  count += 1;
  const id = `setting-${count}`;
  control.id = id;
  const back = element("button", { type: "button", className: "usual", textContent: "↺", title: "Back to the usual" });
  back.setAttribute("aria-label", `${label}: back to the usual`);
  back.addEventListener("click", onUsual);
  const row = element("div", { className: "row" }, ...(extra.length ? extra : [control]), back);
  const box = element("div", { className: "setting" }, element("label", { htmlFor: id, textContent: label }), row);
  if (help) {
    box.append(element("p", { className: "help", id: `${id}-help`, textContent: help }));
    control.setAttribute("aria-describedby", `${id}-help`);
  }
  return { box, row };
}

/** How a value is written into a field: not while somebody is writing there. */
export function field(input) {
  let isWriting = false;
  input.addEventListener("input", () => { isWriting = true; });
  for (const end of ["change", "blur"]) input.addEventListener(end, () => { isWriting = false; }, true);
  return (value) => { if (!isWriting) input.value = value; };
}

/**
 * A slider for a number. `range()` gives from, to, step and whether it is logarithmic, and may change later;
 * `onChange(text)` is told what the hand does, with undefined for the usual.
 */
export function slider({ name, label, help, range, onChange }) {
  const track = element("input", { type: "range" });
  const number = element("input", { type: "number", step: "any" });
  track.dataset.name = name;
  number.dataset.name = name;
  number.setAttribute("aria-label", `${label}, as a number`);
  const { box, row } = setting({ label, help, control: track, extra: [track, number], onUsual: () => onChange(undefined) });
  let scale = range();
  const write = field(number);

  // A zero has no place on a logarithmic scale: it stands at the left end.
  const toTrack = (value) => (scale.isLogarithmic ? Math.log10(value > 0 ? value : scale.from) : value);
  const fromTrack = () => {
    const value = scale.isLogarithmic ? 10 ** Number(track.value) : Number(track.value);
    return scale.isInteger ? String(Math.round(value)) : text(value, scale.isLogarithmic ? 3 : 6);
  };
  track.addEventListener("input", () => {
    number.value = fromTrack();
    describe();
    onChange(number.value);
  });
  track.addEventListener("change", () => onChange(fromTrack()));
  number.addEventListener("change", () => onChange(number.value === "" ? undefined : number.value));
  // One step of the arrow keys is one of the slider, also on a logarithmic scale.
  number.addEventListener("keydown", (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    if (step > 0) track.stepUp();
    else track.stepDown();
    track.dispatchEvent(new Event("input"));
  });
  // Enter in a field is no reason to load the page anew.
  number.addEventListener("keydown", (event) => { if (event.key === "Enter") number.dispatchEvent(new Event("change")); });

  function describe() {
    track.setAttribute("aria-valuetext", number.value);
  }

  /** Shows a value, unless the hand is just on it. */
  function show(value, isUsual) {
    scale = range();
    const [from, to] = scale.isLogarithmic ? [Math.log10(scale.from), Math.log10(scale.to)] : [scale.from, scale.to];
    // What was written into the field may lie beyond the slider's ends.
    [track.min, track.max, track.step] = [Math.min(from, toTrack(Number(value))), Math.max(to, toTrack(Number(value))), scale.step];
    // What the program chose is shown as a reader would write it; what a reader wrote stays as it is.
    write(isUsual && !scale.isInteger ? text(Number(value), 4) : value);
    if (!track.matches(":active")) track.value = toTrack(Number(value));
    box.classList.toggle("changed", !isUsual);
    describe();
  }

  /** Marks a limit under the slider; nothing for undefined. */
  function mark(value, words) {
    box.querySelector(".limit")?.remove();
    if (value === undefined) return;
    const [from, to] = [Number(track.min), Number(track.max)];
    const at = Math.min(1, Math.max(0, (toTrack(value) - from) / (to - from)));
    const tick = element("span", { textContent: words, className: at > 0.5 ? "late" : "" });
    const strip = element("div", { className: "limit" }, tick);
    strip.style.setProperty("--at", at);
    row.append(strip);
  }

  return { box, show, mark };
}
