// The page: a state, its link, its controls and its figures. Changes go one way: state, program, page.

import { controls } from "./controls.js";
import * as pictures from "./pictures.js";
import { player } from "./player.js";
import * as server from "./server.js";
import { element } from "./slider.js";
import { changed, moved, parse, query, usual } from "./state.js";

const byId = (id) => document.getElementById(id);
const shown = byId("shown");
/** A newer request cancels an older one after this time in milliseconds. Shorter requests are completed, so that the figures
 * keep updating while you drag. */
const patience = 1500;

const catalogue = await server.catalogue().catch((error) => {
  problem(error);
  throw error;
});

let state = parse(location.search, catalogue);
let turn = 0;
let current;
let isWaiting = false;
/** Whether another dataset was chosen that is not shown yet. */
let isMoved = false;
/** The query of the state that is shown. */
let answered;

/** The query, without its epoch, of the state whose used values the controls show. */
let told;

/** The timer that announces the result to screen readers when dragging has stopped. */
let announcing;

/** The link is updated with a delay: browsers limit how often a page may change its address. */
const link = (() => {
  let timer;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    if (location.search.slice(1) !== query(state)) history.replaceState(null, "", `?${query(state)}`);
  };
  return Object.assign(() => { timer ??= setTimeout(now, 400); }, { now });
})();

const board = controls(catalogue, (name, text) => {
  go(changed(state, name, text));
}, (change) => {
  isMoved = change.dataset !== undefined;
  go(moved(state, change, catalogue), { isNewPage: true });
});

const epochs = player((epoch) => {
  state = changed(state, "epoch", epoch);
  refresh();
  link();
  return settled();
});

/** Shows a state: the controls at once, the figures as soon as they arrive. */
function go(next, { isNewPage = false } = {}) {
  if (isNewPage) link.now();
  state = next;
  told = undefined;
  refresh();
  board.show(state);
  if (isNewPage) history.pushState(null, "", `?${query(state)}`);
  else link();
}

/** Resolves when no request is running, with whether the newest state is shown. */
async function settled() {
  while (current) await current.done;
  return answered === query(state);
}

/** One request at a time: while you drag, the newest state is requested as soon as the previous one is shown. */
function refresh() {
  if (current) {
    // Releasing the slider at the same value changes nothing.
    isWaiting = current.query !== query(state);
    const { controller, start } = current;
    const left = Math.max(0, patience - (performance.now() - start));
    setTimeout(() => { if (current?.controller === controller && isWaiting) controller.abort(); }, left);
    return;
  }
  if (answered === query(state)) return;
  const controller = new AbortController();
  const start = performance.now();
  current = { controller, start, query: query(state), done: load(state, controller, start) };
  current.done.finally(() => {
    current = undefined;
    if (isWaiting) {
      isWaiting = false;
      refresh();
    }
  });
}

async function load(asked, controller, start) {
  const signal = controller.signal;
  turn += 1;
  const own = turn;
  answered = undefined;
  const asking = query(asked);
  shown.setAttribute("aria-busy", "true");
  try {
    pictures.begin(asking, `${asked.dataset} ${asked.analysis}`, own, signal);
    const answer = await server.run(asking, own, signal);
    tell(answer, asked);
    await pictures.show(answer.figures, answer.files, asking, own, signal, () => {
      const took = Math.round(performance.now() - start);
      byId("status").textContent = times(answer, took);
      Object.assign(shown.dataset, { first: own, milliseconds: took, server: answer.milliseconds.total });
    });
    answered = asking;
    Object.assign(shown.dataset, { turn: own, query: asking, all: Math.round(performance.now() - start) });
    shown.classList.remove("stale");
    isMoved = false;
    if (answer.diverged) problem({ message: answer.diverged.error, remedy: answer.diverged.remedy });
    else problem();
  } catch (error) {
    if (error.name === "AbortError" || error.status === 409) return;
    // After another dataset was chosen, switch to an analysis that applies to it.
    if (error.applicable && asked === state && isMoved) {
      isMoved = false;
      isWaiting = true;
      state = moved(state, error.remedy.set, catalogue);
      board.show(state, { applicable: error.applicable });
      link();
      return;
    }
    problem(error);
    Object.assign(shown.dataset, { turn: own, query: asking });
  } finally {
    shown.removeAttribute("aria-busy");
    // After an error, requests that are still running are not needed.
    controller.abort();
  }
}

function times(answer, took) {
  const training = answer.milliseconds.training;
  const trained = answer.fromMemory || training === 0 ? "From cache" : `Trained in ${training.toFixed(1)} ms`;
  return `${trained}, shown after ${took} ms.`;
}

/** Shows the texts of an answer. */
function tell(answer, asked) {
  const training = query(changed(asked, "epoch"));
  if (asked === state && told !== training) {
    board.show(state, answer);
    told = training;
  }
  epochs.show(answer, asked === state, catalogue.analyses.find((each) => each.identifier === asked.analysis)?.showsEpochs === true);
  byId("title").textContent = answer.title;
  clearTimeout(announcing);
  // A divergence is shown as an error already.
  const warnings = answer.diverged ? [] : answer.warnings;
  const first = warnings[0]?.text ?? answer.summary[0] ?? "";
  announcing = setTimeout(() => { byId("announcement").textContent = `${answer.title}. ${first}`; }, 1500);
  for (const [list, sentences] of [["story", answer.summary], ["details", answer.details]]) {
    byId(list).replaceChildren(...sentences.map((sentence) => element("li", { textContent: sentence })));
  }
  warn(warnings);
  byId("command").textContent = answer.command;
}

/** Shows the warnings, each with buttons that fix it. */
function warn(warnings) {
  // Buttons are made again only if they differ, so that the one in use keeps the focus.
  const words = JSON.stringify(warnings);
  if (byId("warnings").dataset.words === words) return;
  byId("warnings").dataset.words = words;
  byId("warnings").replaceChildren(...warnings.map(({ text, remedies }) => element("li", {},
    element("p", { textContent: text }), ...remedies.map((remedy) => {
      const button = element("button", { type: "button", textContent: remedy.label });
      button.addEventListener("click", () => take(remedy));
      return button;
    }))));
}

/** Applies a remedy. */
function take(remedy) {
  let next = state;
  for (const [name, text] of Object.entries(remedy.set)) {
    if (name === "plugin") next = usual(catalogue.first.dataset, catalogue.first.analysis);
    else if (name === "analysis") next = moved(next, { analysis: text }, catalogue);
    else if (name === "*") next = usual(next.dataset, next.analysis);
    else next = changed(next, name, text);
  }
  delete next.unknown;
  go(next);
  shown.focus();
}

/** Shows an error with a button that fixes it, or hides it. */
function problem(error) {
  byId("problem").hidden = !error;
  if (!error) return;
  // The figures on the page belong to another state, unless this one diverged.
  shown.classList.toggle("stale", error instanceof Error);
  byId("problem-text").textContent = error.message;
  const remedy = error.remedy ?? (error.status === 0 ? { label: "Try again", set: {} } : undefined);
  byId("remedy").hidden = !remedy;
  if (!remedy) return;
  byId("remedy").textContent = remedy.label;
  byId("remedy").onclick = () => take(remedy);
}

byId("reset").addEventListener("click", () => {
  epochs.stop();
  const isPart = (plugins, name) => plugins.find((each) => each.identifier === name)?.isPartOfTutorial;
  const isTutorial = isPart(catalogue.datasets, state.dataset) && isPart(catalogue.analyses, state.analysis);
  const { dataset, analysis } = isTutorial ? state : catalogue.first;
  go(usual(dataset, analysis), { isNewPage: true });
});

async function copy(text, button) {
  const label = (button.dataset.label ??= button.textContent);
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    // The page may not use the clipboard: let the reader copy the text.
    window.prompt("Copy this:", text);
  }
  setTimeout(() => { button.textContent = label; }, 1500);
}

byId("copy-link").addEventListener("click", (event) => {
  link.now();
  copy(location.href, event.currentTarget);
});
byId("copy-command").addEventListener("click", (event) => copy(byId("command").textContent, event.currentTarget));
byId("controls").addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", () => {
  // The skip link changes the address too, but not the state.
  if (location.search.slice(1) === query(state)) return;
  epochs.stop();
  state = parse(location.search, catalogue);
  told = undefined;
  board.show(state);
  refresh();
});

byId("glossary").append(...catalogue.glossary.flatMap(({ word, meaning }) =>
  [element("dt", { textContent: word }), element("dd", { textContent: `${meaning}.` })]));

// From the beginning the address contains the whole state, ready to copy.
go(state);
