// The controls, made from the declarations of the plugins.

import { element, field, roundedUp, setting, slider, text } from "./slider.js";

const find = (list, name) => list.find((plugin) => plugin.identifier === name);

/** Calls `onChange(name, text)` on every change, `onMove({ dataset })` or `onMove({ analysis })` on another plugin. */
export function controls(catalogue, onChange, onMove) {
  const dataset = document.getElementById("dataset");
  const analysis = document.getElementById("analysis");
  let answer;

  for (const [select, plugins] of [[dataset, catalogue.datasets], [analysis, catalogue.analyses]]) {
    for (const [label, isPart] of [["Tutorial", true], ["More", false]]) {
      const options = plugins.filter((plugin) => plugin.isPartOfTutorial === isPart)
        .map((plugin) => element("option", { value: plugin.identifier, textContent: `${plugin.identifier}: ${plugin.summary}` }));
      if (options.length) select.append(element("optgroup", { label }, ...options));
    }
    select.addEventListener("change", () => onMove({ [select.id]: select.value }));
  }

  const options = Object.fromEntries(catalogue.options.map((option) => [option.name, option]));
  const training = trainingControls();
  document.getElementById("training").append(...Object.values(training).map((control) => control.box));
  // The other options get a control here, unless they are elsewhere on the page.
  const elsewhere = ["plugin", "set", "epoch", ...Object.keys(training)];
  const more = Object.fromEntries(catalogue.options.filter((option) => !elsewhere.includes(option.name))
    .map((option) => [option.name, declared(option, option.name)]));
  document.getElementById("more").append(...Object.values(more).map((control) => control.box));

  function trainingControls() {
    const numeric = (name, help, range) =>
      slider({ name, label: options[name].label, help, range, onChange: (value) => onChange(name, value) });
    return {
      eta: numeric("eta", "", () => {
        const limit = Number(answer?.largestStableLearningRate);
        const usual = Number(answer?.usual?.eta ?? 50);
        const to = roundedUp(limit > 0 && Number.isFinite(limit) ? 1.5 * limit : 4 * usual);
        return { from: to / 400, to, step: to / 400 };
      }),
      gamma: numeric("gamma", "The slider moves in powers of ten; the field takes any number.",
        () => ({ from: 1e-15, to: 10, step: 1, isLogarithmic: true })),
      epochs: numeric("epochs", "", () => {
        const to = roundedUp(Math.min(catalogue.limits.epochs, 4 * Number(answer?.usual?.epochs ?? options.epochs.usual)));
        return { from: 10, to, step: 10, isInteger: true };
      }),
      hidden: layers(),
      seed: seeds(),
    };
  }

  function layers() {
    const input = element("input", { type: "text", inputMode: "text", spellcheck: false });
    input.dataset.name = "hidden";
    const write = field(input);
    const { box, row } = setting({
      label: options.hidden.label, help: "Widths such as 30 or 30,30, or none.", control: input,
      onUsual: () => onChange("hidden", undefined),
    });
    input.addEventListener("change", () => onChange("hidden", input.value.replaceAll(" ", "") || undefined));
    const widths = () => (input.value === "none" ? [] : input.value.split(",").filter((width) => /^\d+$/.test(width)));
    const add = element("button", { type: "button", textContent: "+" });
    const remove = element("button", { type: "button", textContent: "−" });
    add.setAttribute("aria-label", "Add a hidden layer");
    remove.setAttribute("aria-label", "Remove a hidden layer");
    add.addEventListener("click", () => onChange("hidden", [...widths(), widths().at(-1) ?? "30"].join(",")));
    remove.addEventListener("click", () => onChange("hidden", widths().slice(0, -1).join(",") || "none"));
    const buttons = element("span", {}, remove, " ", add);
    input.after(buttons);
    return {
      box,
      show(value, isUsual) {
        write(value);
        remove.disabled = value === "none";
        add.disabled = value !== "none" && value.split(",").length >= catalogue.limits.hiddenLayers;
        box.classList.toggle("changed", !isUsual);
        row.classList.add("layers");
      },
    };
  }

  function seeds() {
    const input = element("input", { type: "number", min: 0, max: 4294967295, step: 1 });
    input.dataset.name = "seed";
    const write = field(input);
    const another = element("button", { type: "button", textContent: "Another" });
    another.setAttribute("aria-label", "Another seed");
    const { box } = setting({
      label: options.seed.label, control: input, extra: [input, another],
      onUsual: () => onChange("seed", undefined),
    });
    input.addEventListener("change", () => onChange("seed", input.value || undefined));
    another.addEventListener("click", () => onChange("seed", String(Math.floor(Math.random() * 10000))));
    return {
      box,
      show(value, isUsual) {
        write(value);
        box.classList.toggle("changed", !isUsual);
      },
    };
  }

  /** A control for a declared setting. `option` is its name in the state. */
  function declared(declaration, option) {
    const label = declaration.label ?? declaration.name;
    const change = (value) => onChange(option, value);
    if (declaration.kind === "integer" || declaration.kind === "real") {
      const range = numericRange(declaration);
      return slider({ name: option, label, help: `${declaration.help}.`, range: () => range, onChange: change });
    }
    let input;
    if (declaration.kind === "choice") {
      input = element("select", {}, ...declaration.choices.map((word) => element("option", { value: word, textContent: word })));
      input.addEventListener("change", () => change(input.value));
    } else if (declaration.kind === "flag") {
      input = element("input", { type: "checkbox" });
      input.addEventListener("change", () => change(input.checked ? "yes" : "no"));
    } else {
      input = element("input", { type: "text", spellcheck: false });
      input.addEventListener("change", () => change(input.value.trim() || undefined));
    }
    input.dataset.name = option;
    const write = field(input);
    const { box } = setting({ label, help: declaration.help && `${declaration.help}.`, control: input, onUsual: () => change(undefined) });
    return {
      box,
      show(value, isUsual) {
        if (declaration.kind === "flag") input.checked = value === "yes" || value === "true";
        else write(value);
        box.classList.toggle("changed", !isUsual);
      },
    };
  }

  /** The ends and the step of a slider: the allowed values, in a range that is convenient to drag. */
  function numericRange({ kind, from, to, usual, excludesFrom }) {
    const value = Number(usual);
    const isInteger = kind === "integer";
    const isWide = to - from > 1000 || (!isInteger && value < (to - from) / 50);
    if (isWide && value > 0) {
      const low = Math.max(from, isInteger ? 1 : value / 100);
      return { from: low, to: Math.min(to, value * (isInteger ? 20 : 1000)), step: 0.05, isLogarithmic: true, isInteger };
    }
    let step = isInteger ? 1 : 10 ** Math.round(Math.log10((to - from) / 100));
    // The default value is on one of the slider's steps.
    while (!isInteger && step > (to - from) / 10000 && Math.abs(value / step - Math.round(value / step)) > 1e-6) step /= 10;
    return { from: excludesFrom ? from + step : from, to: isInteger ? Math.min(to, Math.max(12, 4 * value)) : to, step, isInteger };
  }

  let groups = {};

  /** The controls of a plugin's settings; made again only for another plugin. */
  function group(id, plugin, without) {
    const box = document.getElementById(id);
    if (groups[id]?.name === plugin.identifier) return groups[id].controls;
    box.querySelectorAll(".setting").forEach((each) => each.remove());
    const made = {};
    for (const declaration of plugin.settings) {
      if (without.includes(declaration.name)) continue;
      made[declaration.name] = declared(declaration, `set.${declaration.name}`);
      box.append(made[declaration.name].box);
    }
    box.classList.toggle("empty", Object.keys(made).length === 0);
    groups[id] = { name: plugin.identifier, controls: made };
    return made;
  }

  function showSettings(state) {
    const [data, look] = [find(catalogue.datasets, state.dataset), find(catalogue.analyses, state.analysis)];
    dataset.value = state.dataset;
    analysis.value = state.analysis;
    document.getElementById("dataset-summary").textContent = data ? `${data.summary}.` : "";
    document.getElementById("analysis-summary").textContent = look ? `${look.summary}.` : "";
    const own = data?.settings.map((each) => each.name) ?? [];
    for (const [id, plugin, without] of [["dataset-settings", data, []], ["analysis-settings", look, own]]) {
      if (!plugin) continue;
      for (const [name, control] of Object.entries(group(id, plugin, without))) {
        const declaration = plugin.settings.find((each) => each.name === name);
        control.show(state.set[name] ?? declaration.usual, state.set[name] === undefined);
      }
    }
  }

  /** Shows a state, and the values that the program used for everything that the state leaves open. */
  function show(state, newAnswer) {
    answer = newAnswer ? { ...answer, ...newAnswer } : answer;
    showSettings(state);
    const used = { ...answer?.used, probe: answer?.probe };
    for (const [name, control] of Object.entries({ ...training, ...more })) {
      control.show(state[name] ?? used[name] ?? options[name].usual, state[name] === undefined);
    }
    if (!answer?.applicable) return;
    const limit = answer.largestStableLearningRate;
    // If there is nothing to learn, any rate is stable, and the limit is a text.
    if (limit > 0 && Number.isFinite(limit)) training.eta.mark(limit, `stable up to ${text(limit, 4)}`);
    else training.eta.mark();
    for (const option of analysis.querySelectorAll("option")) {
      const applies = answer.applicable.includes(option.value);
      option.disabled = !applies && option.value !== state.analysis;
      option.title = applies ? "" : find(catalogue.analyses, option.value).requirement;
    }
  }

  return { show };
}
