// Shows the matrices of each dataset, one epoch at a time. All data are in the document.
"use strict";

for (const place of document.querySelectorAll(".similarity")) {
  const data = JSON.parse(place.querySelector("script").textContent);
  const find = (name) => place.querySelector(name);
  const slider = find("input");
  const button = find(".play");
  const count = data.items.length;
  const last = data.epochs.length - 1;

  const text = (value) => String(value).replace(/^-/, "\u2212");

  // The colours are equally spaced from the lowest value to the highest.
  const stops = data.colors.map((color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)));
  function color(value) {
    const part = Math.min(1, Math.max(0, (value - data.low) / (data.high - data.low)));
    const at = part * (stops.length - 1);
    const left = Math.min(Math.floor(at), stops.length - 2);
    const mixed = stops[left].map((channel, index) =>
      Math.round(channel + (at - left) * (stops[left + 1][index] - channel)));
    return `rgb(${mixed.join(" ")})`;
  }

  function element(name, parent, content) {
    const made = parent.appendChild(document.createElement(name));
    if (content !== undefined) made.textContent = content;
    return made;
  }

  // The grid: names at the top and on the left, an empty cell for each pair.
  const table = find(".matrix");
  const side = Math.max(4, Math.min(36, Math.floor(560 / count)));
  table.style.setProperty("--cell", `${side}px`);
  if (side < 12) table.style.fontSize = `${Math.max(4, side - 1)}px`;
  const names = element("tr", element("thead", table));
  element("td", names);
  for (const item of data.items) {
    const head = element("th", names);
    head.scope = "col";
    element("span", head, item).title = item;
  }
  const body = element("tbody", table);
  const cells = data.items.map((item) => {
    const row = element("tr", body);
    const head = element("th", row);
    head.scope = "row";
    element("span", head, item).title = item;
    return data.items.map(() => element("td", row));
  });

  find(".low").textContent = text(data.low);
  find(".high").textContent = text(data.high);
  find(".bar").style.background = `linear-gradient(to right, ${data.colors.join(", ")})`;

  function show() {
    const state = Number(slider.value);
    const loss = data.losses[state];
    const words = `epoch ${data.epochs[state]}` + (loss === null ? "" : `, loss ${text(loss)}`);
    find(".state").textContent = words;
    slider.setAttribute("aria-valuetext", words);
    let place = 0;
    for (let row = 0; row < count; row += 1) {
      for (let column = row; column < count; column += 1) {
        const value = data.entries[state][place];
        place += 1;
        for (const [one, other] of row === column ? [[row, row]] : [[row, column], [column, row]]) {
          const cell = cells[one][other];
          cell.style.backgroundColor = color(value);
          cell.title = `${data.items[one]} and ${data.items[other]}: ${text(value)}`;
        }
      }
    }
  }

  // The whole training takes about ten seconds.
  const player = playback(slider, button, { wait: () => Math.min(500, Math.max(40, 10000 / (last + 1))), show });
  for (const stage of place.querySelectorAll(".stages button")) {
    stage.addEventListener("click", () => {
      const epoch = Number(stage.dataset.epoch);
      const distance = (index) => Math.abs(data.epochs[index] - epoch);
      player.stop();
      slider.value = data.epochs.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
      show();
    });
  }

  button.disabled = last === 0;
  place.hidden = false;
  show();
}
