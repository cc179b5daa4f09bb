// The figures: gnuplot's SVG, embedded in the page. A figure that was drawn before is not requested again.

import { element } from "./slider.js";
import * as server from "./server.js";

const room = 200;
const known = new Map();
const list = document.getElementById("figures");

/** The first figure, requested before it is known whether it has changed: usually it has. */
let ahead;

/** `about` names dataset and analysis; the figures of another analysis are not known yet. */
export function begin(query, about, turn, signal) {
  const name = list.dataset.about === about ? list.firstElementChild?.dataset.name : undefined;
  list.dataset.about = about;
  ahead = name && { name, query, svg: server.svg(name, query, turn, signal) };
  // An error is reported where the figure is used; if it is not used, the error is ignored.
  ahead?.svg.catch(() => {});
}

/** A figure by its key, from the cache or from the program. */
async function drawn(figure, query, turn, signal) {
  let svg = known.get(figure.key);
  if (svg === undefined) {
    const isAhead = ahead?.name === figure.name && ahead.query === query;
    svg = await (isAhead ? ahead.svg : server.svg(figure.name, query, turn, signal));
    if (known.size >= room) known.delete(known.keys().next().value);
  }
  known.delete(figure.key);
  known.set(figure.key, svg);
  return svg;
}

/** The SVG as part of the page. The ids get the figure's name as a prefix, because all figures use the same ids. */
function picture(figure, text) {
  const svg = document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
  const own = (id) => `${figure.name}-${id}`;
  for (const part of svg.querySelectorAll("[id]")) part.id = own(part.id);
  for (const part of svg.querySelectorAll("*")) {
    for (const { name, value } of [...part.attributes]) {
      if (name.endsWith("href") && value.startsWith("#")) part.setAttribute(name, `#${own(value.slice(1))}`);
      else if (value.startsWith("url(#")) part.setAttribute(name, `url(#${own(value.slice(5))}`);
    }
  }
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  // gnuplot's names for the parts are of no use to a reader.
  for (const part of svg.querySelectorAll("title, desc")) part.remove();
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", figure.caption);
  return svg;
}

function card(figure) {
  const made = element("figure", { id: `figure-${figure.name}` }, element("div", { className: "picture" }),
    element("figcaption"), element("div", { className: "downloads" }));
  made.dataset.name = figure.name;
  made.querySelector(".picture").style.aspectRatio = `${figure.width} / ${figure.height}`;
  return made;
}

function downloads(figure, query) {
  const image = figure.animated ? ["gif"] : ["svg", "png", "pdf"];
  const files = [...image.map((ending) => [`figures/${figure.name}.${ending}`, ending.toUpperCase(), `${figure.name}.${ending}`]),
    [`figures/${figure.name}.gp`, "Script", `${figure.name}.gp`],
    ...figure.tables.map((table) => [`tables/${table}.tsv`, figure.tables.length > 1 ? `Table ${table}` : "Table", `${table}.tsv`])];
  return files.map(([path, label, file]) => {
    const link = element("a", { href: server.file(path, query), download: file, textContent: label });
    link.setAttribute("aria-label", `${label} of ${figure.name}`);
    return link;
  });
}

async function fill(box, figure, query, turn, signal) {
  if (box.dataset.key !== figure.key) {
    const content = figure.animated
      ? element("img", { src: URL.createObjectURL(await server.gif(figure.name, query, turn, signal)), alt: figure.caption })
      : picture(figure, await drawn(figure, query, turn, signal));
    signal.throwIfAborted();
    const old = box.querySelector("img");
    if (old) URL.revokeObjectURL(old.src);
    box.querySelector(".picture").style.aspectRatio = "";
    box.querySelector(".picture").replaceChildren(content);
    box.dataset.key = figure.key;
  }
  box.querySelector("figcaption").textContent = figure.caption;
  if (box.dataset.query !== query) {
    box.querySelector(".downloads").replaceChildren(...downloads(figure, query));
    box.dataset.query = query;
  }
}

/**
 * Shows the figures of an answer, and links to its other files. The first figure is drawn first, because it is what you watch
 * while dragging, and `onFirst` is called when it is there; the others follow in parallel. Resolves when all are there.
 */
export async function show(figures, files, query, turn, signal, onFirst) {
  const cards = figures.map((figure) => document.getElementById(`figure-${figure.name}`) ?? card(figure));
  const isSame = list.children.length === cards.length && cards.every((each, index) => list.children[index] === each);
  if (!isSame) list.replaceChildren(...cards);
  document.getElementById("files").replaceChildren(...files.map((file) =>
    element("a", { href: server.file(`files/${file}`, query), download: file, textContent: file })));
  const [first, ...others] = figures.map((figure, index) => () => fill(cards[index], figure, query, turn, signal));
  await first?.();
  onFirst();
  await Promise.all(others.map((each) => each()));
}
