/**
 * <sa-tiles aria-label="…">: a map of equal tiles, each region placed by its real centre point.
 *
 *   tiles     property (array) or attribute (JSON):
 *             [{code, name, short, lat, lng, value, predicate, scale (1…5, 0 for none), selected}]
 *   decimals  attribute: digits of the value (default 2)
 *   empty     attribute: what a tile without a value says (default "belum dimuat" / "not loaded yet")
 *   sa-pick   event, detail {code}
 *
 * Arrow keys go to the neighbour, Home and End to the first and last, Enter picks.
 */
const WORDS = { id: 'belum dimuat', en: 'not loaded yet' };
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

class SaTiles extends HTMLElement {
  static observedAttributes = ['tiles', 'decimals', 'empty'];

  #tiles = [];
  #buttons = new Map(); // code → {button, column, row}

  get tiles() {
    return this.#tiles;
  }

  set tiles(value) {
    this.#tiles = (typeof value === 'string' ? JSON.parse(value) : value) ?? [];
    this.#draw();
  }

  attributeChangedCallback(name, before, value) {
    if (name === 'tiles' && value) {
      this.tiles = value;
    } else {
      this.#draw();
    }
  }

  connectedCallback() {
    if (Object.hasOwn(this, 'tiles')) {
      const early = this.tiles; // set before this class was known
      delete this.tiles;
      this.tiles = early;
    }
    if (!this.hasAttribute('role')) {
      this.setAttribute('role', 'group');
    }
    this.addEventListener('keydown', this.#keys);
    this.addEventListener('click', this.#picks);
    this.#draw();
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.#keys);
    this.removeEventListener('click', this.#picks);
  }

  #draw() {
    if (!this.isConnected) {
      return;
    }
    const places = placeTiles(this.#tiles);
    const ordered = [...this.#tiles].sort((a, b) => compareCells(places.get(a.code), places.get(b.code)));
    const before = this.#buttons;
    this.#buttons = new Map();
    for (const tile of ordered) {
      const button = before.get(tile.code)?.button ?? document.createElement('button');
      before.delete(tile.code);
      this.#buttons.set(tile.code, { button, ...places.get(tile.code) });
      this.#fill(button, tile);
    }
    before.forEach(({ button }) => button.remove());
    this.#arrange(ordered);
  }

  #arrange(ordered) {
    const holder = ordered.find((tile) => tile.selected) ?? ordered[0];
    let previous = null;
    for (const [code, { button, column, row }] of this.#buttons) {
      button.style.gridColumn = String(column + 1);
      button.style.gridRow = String(row + 1);
      button.tabIndex = code === holder.code ? 0 : -1;
      const wanted = previous ? previous.nextElementSibling : this.firstElementChild;
      if (wanted !== button) {
        this.insertBefore(button, wanted);
      }
      previous = button;
    }
    const columns = Math.max(1, ...[...this.#buttons.values()].map(({ column }) => column + 1));
    this.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  }

  #fill(button, tile) {
    const value = typeof tile.value === 'number' ? this.#number().format(tile.value) : '–';
    const scale = tile.scale >= 1 && tile.scale <= 5 ? tile.scale : 0;
    const words = typeof tile.value === 'number' ? [value, tile.predicate].filter(Boolean).join(' ') : this.#empty();
    button.type = 'button';
    button.className = `sa-tile sa-predicate-${scale}`;
    button.dataset.code = tile.code;
    button.title = `${tile.name} ${words}`;
    button.setAttribute('aria-label', `${tile.name} ${words}`);
    button.setAttribute('aria-pressed', String(Boolean(tile.selected)));
    const short = document.createElement('span');
    const figure = document.createElement('b');
    short.textContent = tile.short ?? tile.name;
    figure.textContent = value;
    button.replaceChildren(short, figure);
  }

  #language() {
    return this.closest('[lang]')?.lang || 'id';
  }

  #number() {
    const digits = Number(this.getAttribute('decimals') ?? 2);
    return new Intl.NumberFormat(this.#language(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  #empty() {
    return this.getAttribute('empty') ?? WORDS[this.#language().slice(0, 2)] ?? WORDS.id;
  }

  #picks = (event) => {
    const code = event.target.closest?.('.sa-tile')?.dataset.code;
    if (code) {
      this.#hold(code);
      this.dispatchEvent(new CustomEvent('sa-pick', { bubbles: true, detail: { code } }));
    }
  };

  #keys = (event) => {
    const here = this.#buttons.get(event.target.closest?.('.sa-tile')?.dataset.code);
    const codes = [...this.#buttons.keys()];
    if (!here) {
      return;
    }
    const ends = { Home: codes[0], End: codes.at(-1) };
    const code = ends[event.key] ?? (STEPS[event.key] && this.#neighbour(here, STEPS[event.key]));
    if (code) {
      event.preventDefault();
      this.#hold(code);
      this.#buttons.get(code).button.focus();
    }
  };

  /** One tile at a time can be reached by Tab. */
  #hold(code) {
    for (const [other, { button }] of this.#buttons) {
      button.tabIndex = other === code ? 0 : -1;
    }
  }

  /** The nearest tile that lies ahead; sidewards counts double. */
  #neighbour(here, [stepX, stepY]) {
    let best;
    let least = Infinity;
    for (const [code, { column, row }] of this.#buttons) {
      const x = column - here.column;
      const y = row - here.row;
      const ahead = x * stepX + y * stepY;
      const distance = ahead + 2 * Math.abs(stepX ? y : x);
      if (ahead > 0 && distance < least) {
        best = code;
        least = distance;
      }
    }
    return best;
  }
}

const compareCells = (a, b) => a.row - b.row || a.column - b.column;

/** Which cell each tile takes: by rank of longitude and latitude first, then to the nearest free cell, then tidied. */
export function placeTiles(tiles) {
  const count = tiles.length;
  const columns = Math.max(1, Math.ceil(Math.sqrt(count * 1.3)));
  const rows = Math.max(1, Math.ceil((count * 1.3) / columns));
  const wanted = new Map(tiles.map((tile) => [tile.code, { column: 0, row: 0 }]));
  const byRank = (order, cells, axis) =>
    [...tiles].sort(order).forEach((tile, rank) => {
      wanted.get(tile.code)[axis] = ((rank + 0.5) * cells) / count - 0.5;
    });
  byRank((a, b) => a.lng - b.lng, columns, 'column');
  byRank((a, b) => b.lat - a.lat, rows, 'row');

  const cells = Array.from({ length: columns * rows }, (_, index) => ({
    column: index % columns,
    row: Math.floor(index / columns),
    code: null,
  }));
  const distance = (code, cell) =>
    code === null ? 0 : (wanted.get(code).column - cell.column) ** 2 + (wanted.get(code).row - cell.row) ** 2;
  for (const { code } of tiles) {
    const free = cells.filter((cell) => cell.code === null);
    free.reduce((best, cell) => (distance(code, cell) < distance(code, best) ? cell : best)).code = code;
  }
  improve(cells, distance);
  return withoutEmptyLines(cells.filter((cell) => cell.code !== null));
}

/** Exchanges two cells as long as that brings their tiles closer to where they belong. */
function improve(cells, distance) {
  for (let changed = true, round = 0; changed && round < 20; round++) {
    changed = false;
    for (const one of cells) {
      for (const other of cells) {
        const now = distance(one.code, one) + distance(other.code, other);
        const then = distance(one.code, other) + distance(other.code, one);
        if (then < now - 1e-9) {
          [one.code, other.code] = [other.code, one.code];
          changed = true;
        }
      }
    }
  }
}

function withoutEmptyLines(taken) {
  const dense = (axis) => [...new Set(taken.map((cell) => cell[axis]))].sort((a, b) => a - b);
  const columns = dense('column');
  const rows = dense('row');
  return new Map(
    taken.map(({ code, column, row }) => [code, { column: columns.indexOf(column), row: rows.indexOf(row) }]),
  );
}

if (!customElements.get('sa-tiles')) {
  customElements.define('sa-tiles', SaTiles);
}
