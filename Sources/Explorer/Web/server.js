// Requests to the program. A page has a name and numbers its requests, so that the program can drop older ones.

const page = crypto.getRandomValues(new Uint32Array(2)).join("-");

/** A request that the program refused, with its sentence and perhaps a remedy. */
export class Refusal extends Error {
  constructor(answer, status) {
    super(answer.error ?? "The program sent an unexpected answer.");
    this.remedy = answer.remedy;
    this.applicable = answer.applicable;
    this.status = status;
  }
}

async function ask(path, query, turn, signal) {
  let response;
  for (let attempt = 0; ; attempt += 1) {
    try {
      response = await fetch(`${path}?${query}&page=${page}&turn=${turn}`, { signal });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Refusal({ error: "No answer from the program. Is it still running? If not, start it again with 'dlnn-sim explore'." }, 0);
    }
    // The program is busy: try again in a moment.
    if (![429, 503].includes(response.status) || attempt === 4) break;
    await new Promise((resolve, reject) => {
      setTimeout(resolve, 150 * 2 ** attempt);
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  }
  if (response.ok) return response;
  throw new Refusal(await response.json().catch(() => ({})), response.status);
}

export async function catalogue() {
  return (await ask("catalogue", "", 0)).json();
}

export async function run(query, turn, signal) {
  return (await ask("run", query, turn, signal)).json();
}

export async function svg(name, query, turn, signal) {
  return (await ask(`figures/${name}.svg`, query, turn, signal)).text();
}

export async function gif(name, query, turn, signal) {
  return (await ask(`figures/${name}.gif`, query, turn, signal)).blob();
}

/** The address of a file to download, as a separate page name so that newer requests do not cancel it. */
export function file(path, query) {
  return `${path}?${query}&save=1&page=${page}-files`;
}
