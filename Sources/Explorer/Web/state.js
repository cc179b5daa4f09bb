// The state of the page, as in its link. The names are those of the command line; an option that is left out has its default.

/** The names of the options that have one value. */
let single = [];

/** An empty state for a dataset and an analysis. */
export function usual(dataset, analysis) {
  return { dataset, analysis, set: {} };
}

/** Reads a link's query. Unknown names are sent to the server, which refuses them with a sentence. */
export function parse(query, catalogue) {
  single = catalogue.options.map((option) => option.name).filter((name) => name !== "plugin" && name !== "set");
  const state = usual(catalogue.first.dataset, catalogue.first.analysis);
  const analyses = catalogue.analyses.map((analysis) => analysis.identifier);
  state.unknown = [];
  for (const [name, text] of new URLSearchParams(query)) {
    if (name === "plugin") {
      if (analyses.includes(text)) state.analysis = text;
      else state.dataset = text;
    } else if (name === "set" && text.includes("=")) {
      const equals = text.indexOf("=");
      state.set[text.slice(0, equals)] = text.slice(equals + 1);
    } else if (single.includes(name)) {
      state[name] = text;
    } else {
      state.unknown.push([name, text]);
    }
  }
  return state;
}

/** The query of a state, in a fixed order, so that equal states have equal links. */
export function query(state) {
  const pairs = [["plugin", state.dataset], ["plugin", state.analysis]];
  for (const name of Object.keys(state.set).sort()) pairs.push(["set", `${name}=${state.set[name]}`]);
  for (const name of single) if (state[name] !== undefined) pairs.push([name, state[name]]);
  return new URLSearchParams([...pairs, ...(state.unknown ?? [])]).toString();
}

/** The state with an option changed; undefined removes the option. A setting is named `set.NAME`. */
export function changed(state, name, text) {
  const next = { ...state, set: { ...state.set } };
  const [target, key] = name.startsWith("set.") ? [next.set, name.slice(4)] : [next, name];
  if (text === undefined || text === null) delete target[key];
  else target[key] = text;
  return next;
}

/** The state for another dataset or analysis, without settings that it does not have. */
export function moved(state, change, catalogue) {
  const next = { ...state, ...change };
  const own = (list, name) => list.find((plugin) => plugin.identifier === name)?.settings.map((each) => each.name) ?? [];
  const known = [...own(catalogue.datasets, next.dataset), ...own(catalogue.analyses, next.analysis)];
  next.set = Object.fromEntries(Object.entries(state.set).filter(([name]) => known.includes(name)));
  delete next.unknown;
  // An analysis without the slider for the epoch has no control to remove it.
  const look = catalogue.analyses.find((plugin) => plugin.identifier === next.analysis);
  if (!look?.showsEpochs) delete next.epoch;
  // Another dataset has other items, and other suitable rates and scales.
  if (change.dataset) for (const name of ["probe", "eta", "gamma", "epochs", "hidden", "epoch", "batch"]) delete next[name];
  return next;
}
