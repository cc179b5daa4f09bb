// A slider with a number field. On a logarithmic scale the slider moves in powers of ten.

let count = 0;

/** Makes an element with properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A number as a short text that the program can read. */
export function text(number, digits = 6) {
  return String(Number(number.toPrecision(digits)));
}

/** Rounds up to 1, 2, 4, 5, 8 or 10 times a power of ten. */
export function roundedUp(number) {
  const power = 10 ** Math.floor(Math.log10(number));
  return [1, 2, 4, 5, 8, 10].map((digit) => digit * power).find((value) => value >= number * 0.999999);
}

/** A frame for any control: its label, its help, a button that restores the default. */
export function setting({ label, help, control, extra = [], onUsual }) {
  count += 1;
  const id = `setting-${count}`;
  control.id = id;
  const back = element("button", { type: "button", className: "usual", textContent: "↺", title: "Restore default" });
  back.setAttribute("aria-label", `${label}: restore default`);
  back.addEventListener("click", onUsual);
  const row = element("div", { className: "row" }, ...(extra.length ? extra : [control]), back);
  const box = element("div", { className: "setting" }, element("label", { htmlFor: id, textContent: label }), row);
  if (help) {
    box.append(element("p", { className: "help", id: `${id}-help`, textContent: help }));
    control.setAttribute("aria-describedby", `${id}-help`);
  }
  return { box, row };
}

/** Writes a value into a field, but not while the user is typing there. */
export function field(input) {
  let isWriting = false;
  input.addEventListener("input", () => { isWriting = true; });
  for (const end of ["change", "blur"]) input.addEventListener(end, () => { isWriting = false; }, true);
  return (value) => { if (!isWriting) input.value = value; };
}

/**
 * A slider for a number. `range()` gives from, to, step and whether it is logarithmic, and may change later;
 * `onChange(text)` is called on every change, with undefined for the default.
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

  // Zero is not on a logarithmic scale: it is shown at the left end.
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
  // The arrow keys move by a step of the slider, also on a logarithmic scale.
  number.addEventListener("keydown", (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    if (step > 0) track.stepUp();
    else track.stepDown();
    track.dispatchEvent(new Event("input"));
  });
  // Enter in the field must not reload the page.
  number.addEventListener("keydown", (event) => { if (event.key === "Enter") number.dispatchEvent(new Event("change")); });

  function describe() {
    track.setAttribute("aria-valuetext", number.value);
  }

  /** Shows a value, unless the slider is being dragged. */
  function show(value, isUsual) {
    scale = range();
    const [from, to] = scale.isLogarithmic ? [Math.log10(scale.from), Math.log10(scale.to)] : [scale.from, scale.to];
    // A number from the field may be beyond the slider's ends.
    [track.min, track.max, track.step] = [Math.min(from, toTrack(Number(value))), Math.max(to, toTrack(Number(value))), scale.step];
    // A value that the program chose is rounded; a value that the user typed stays as it is.
    write(isUsual && !scale.isInteger ? text(Number(value), 4) : value);
    if (!track.matches(":active")) track.value = toTrack(Number(value));
    box.classList.toggle("changed", !isUsual);
    describe();
  }

  /** Marks a limit below the slider; undefined removes the mark. */
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
