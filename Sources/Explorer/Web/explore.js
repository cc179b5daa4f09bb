// The page: a state, its link, its controls and its figures. A change goes one way: state, program, page.

import { controls } from "/controls.js";
import * as pictures from "/pictures.js";
import { player } from "/player.js";
import * as server from "/server.js";
import { element } from "/slider.js";
import { changed, moved, parse, query, usual } from "/state.js";

const byId = (id) => document.getElementById(id);
const shown = byId("shown");
/** A request that takes longer than this is dropped for a newer one; a shorter one comes to its end, so that there is always
 * something to see while the hand moves. */
const patience = 1500;

const catalogue = await server.catalogue().catch((error) => {
  problem(error);
  throw error;
});

let state = parse(location.search, catalogue);
let turn = 0;
let current;
let isWaiting = false;
/** Whether another dataset was chosen, and nothing of it is shown yet. */
let isMoved = false;
/** The state that is shown. */
let answered;

/** The state without its epoch for which the controls show what the program used. */
let told;

/** What is shown is told to those who listen when the hand rests. */
let announcing;

/** The link follows a little later: browsers allow a page few changes of its address in a second. */
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

/** Shows a state: the controls at once, the figures as soon as they come. */
function go(next, { isNewPage = false } = {}) {
  if (isNewPage) link.now();
  state = next;
  told = undefined;
  refresh();
  board.show(state);
  if (isNewPage) history.pushState(null, "", `?${query(state)}`);
  else link();
}

/** Resolves when nothing is asked for any more, with whether what was asked for is shown. */
async function settled() {
  while (current) await current.done;
  return answered === query(state);
}

/** One request at a time: while the hand moves, the newest state follows as soon as the one before is shown. */
function refresh() {
  if (current) {
    // A hand that lets go where it was changes nothing.
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
    // Who chose a dataset did not choose that its analysis should mean nothing there.
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
    // What is still being asked for, after an error, is not wanted any more.
    controller.abort();
  }
}

function times(answer, took) {
  const training = answer.milliseconds.training;
  const trained = answer.fromMemory || training === 0 ? "Nothing had to be trained" : `Trained in ${training.toFixed(1)} ms`;
  return `${trained}, shown after ${took} ms.`;
}

/** The words of an answer. */
function tell(answer, asked) {
  const training = query(changed(asked, "epoch"));
  if (asked === state && told !== training) {
    board.show(state, answer);
    told = training;
  }
  epochs.show(answer, asked === state, catalogue.analyses.find((each) => each.identifier === asked.analysis)?.showsEpochs === true);
  byId("title").textContent = answer.title;
  clearTimeout(announcing);
  // What went wrong has a place and a button of its own, which say the same.
  const warnings = answer.diverged ? [] : answer.warnings;
  const first = warnings[0]?.text ?? answer.summary[0] ?? "";
  announcing = setTimeout(() => { byId("announcement").textContent = `${answer.title}. ${first}`; }, 1500);
  for (const [list, sentences] of [["story", answer.summary], ["details", answer.details]]) {
    byId(list).replaceChildren(...sentences.map((sentence) => element("li", { textContent: sentence })));
  }
  warn(warnings);
  byId("command").textContent = answer.command;
}

/** What a reader should know before looking, each with buttons for what helps. */
function warn(warnings) {
  // Buttons are made anew only when they are others, so that the one in use keeps the focus.
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

/** Does what a remedy says. */
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

/** A sentence on the page with the way out; none without an error. */
function problem(error) {
  byId("problem").hidden = !error;
  if (!error) return;
  // What is still there belongs to another state, unless it is this one's that diverged.
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
    // Without leave to use the clipboard the reader takes it by hand.
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
  // The link to the figures changes the address too, and nothing that is shown.
  if (location.search.slice(1) === query(state)) return;
  epochs.stop();
  state = parse(location.search, catalogue);
  told = undefined;
  board.show(state);
  refresh();
});

byId("glossary").append(...catalogue.glossary.flatMap(({ word, meaning }) =>
  [element("dt", { textContent: word }), element("dd", { textContent: `${meaning}.` })]));

// The address holds the whole state from the beginning: it is what a reader copies.
go(state);
