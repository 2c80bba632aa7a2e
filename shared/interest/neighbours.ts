/** Who is near whom, by a grid of cells: for motion, and for whatever else concerns those near. */

/** The side of a cell (metres). */
const CELL = 4;
/** NE1. Whoever is near already counts 13 % nearer: 0.87² of the distance squared. */
const INCUMBENT = 0.75;

/** How long an array that must hold `needed` entries is made, so that it is seldom made anew. */
const lengthFor = (needed: number): number => 2 ** Math.ceil(Math.log2(Math.max(64, needed)));

/** Everyone's place at one moment, sorted into cells, so that those near someone are found without looking at all. */
export class Neighbours {
  readonly #origin: number;
  readonly #across: number;
  /** Where the members of each cell begin in `#items`, and after the last cell their number. */
  readonly #start: Int32Array;
  #items = new Int32Array(0);
  #cells = new Int32Array(0);
  #x = new Float64Array(0);
  #z = new Float64Array(0);
  /** `#marks[person] === #stamp`: near already, in the search that runs. */
  #marks = new Int32Array(0);
  #stamp = 0;
  #count = 0;

  /** For a square whose corner lies at (origin, origin) with sides of `side` metres. Whoever is outside counts to the cells at its edge. */
  constructor(origin: number, side: number) {
    this.#origin = origin;
    this.#across = Math.max(1, Math.ceil(side / CELL));
    this.#start = new Int32Array(this.#across * this.#across + 1);
  }

  /** Takes everyone's places: `people[index]`, with holes where nobody has that index (a counting sort). */
  settle(people: readonly ({ readonly pose: { readonly x: number; readonly z: number } } | undefined)[]): void {
    this.#count = people.length;
    if (this.#x.length < people.length) this.#grow(lengthFor(people.length));
    const start = this.#start.fill(0);
    for (let index = 0; index < people.length; index++) {
      const pose = people[index]?.pose;
      if (!pose) {
        this.#cells[index] = -1;
        continue;
      }
      this.#x[index] = pose.x;
      this.#z[index] = pose.z;
      const cell = this.#cellOf(pose.z) * this.#across + this.#cellOf(pose.x);
      this.#cells[index] = cell;
      start[cell] = (start[cell] ?? 0) + 1;
    }
    let end = 0;
    for (let cell = 0; cell < start.length; cell++) start[cell] = end += start[cell] ?? 0;
    // Backwards, so that within a cell the lower index stands first; and each `start` ends where its cell begins.
    for (let index = people.length - 1; index >= 0; index--) {
      const cell = this.#cells[index] ?? -1;
      if (cell >= 0) this.#items[(start[cell] = (start[cell] ?? 0) - 1)] = index;
    }
  }

  /**
   * NE1, NE2. Writes the indexes of the `most` nearest to `me` into `found`, nearest first, and answers how many there
   * are. Whoever is among `incumbents` counts nearer; a number that is nobody's is passed over. Exact: rings of cells
   * outwards, until no cell further out can hold anyone nearer. `distances` has room for as many numbers as `found`.
   */
  nearest(me: number, most: number, incumbents: Int32Array, found: Int32Array, distances: Float64Array): number {
    const [x, z, items, start, across, marks] = [this.#x, this.#z, this.#items, this.#start, this.#across, this.#marks];
    const [myX, myZ, stamp] = [x[me] ?? 0, z[me] ?? 0, ++this.#stamp];
    for (let position = 0; position < incumbents.length; position++) {
      const person = incumbents[position] ?? -1;
      if (person >= 0 && person < this.#count) marks[person] = stamp;
    }
    const [column, row] = [this.#cellOf(myX), this.#cellOf(myZ)];
    let count = 0;
    for (let ring = 0, last = across; ring <= last; ring++) {
      const [left, right] = [column - ring, column + ring];
      for (let cellZ = Math.max(0, row - ring), bottom = Math.min(across - 1, row + ring); cellZ <= bottom; cellZ++) {
        const step = Math.abs(cellZ - row) === ring ? 1 : Math.max(1, 2 * ring);
        for (let cellX = left; cellX <= right; cellX += step) {
          if (cellX < 0 || cellX >= across) continue;
          const cell = cellZ * across + cellX;
          for (let at = start[cell] ?? 0, end = start[cell + 1] ?? 0; at < end; at++) {
            const other = items[at] ?? 0;
            if (other === me) continue;
            const [dx, dz] = [(x[other] ?? 0) - myX, (z[other] ?? 0) - myZ];
            const distance = (dx * dx + dz * dz) * (marks[other] === stamp ? INCUMBENT : 1);
            if (count === most) {
              const worst = distances[most - 1] ?? 0;
              if (distance > worst || (distance === worst && other > (found[most - 1] ?? 0))) continue;
            }
            let place = count < most ? count++ : most - 1;
            for (; place > 0; place--) {
              const before = distances[place - 1] ?? 0;
              if (before < distance || (before === distance && (found[place - 1] ?? 0) < other)) break;
              distances[place] = before;
              found[place] = found[place - 1] ?? 0;
            }
            distances[place] = distance;
            found[place] = other;
          }
        }
      }
      // Whoever is in ring r is more than (r − 1) cells away, and may count nearer than that.
      if (count === most) last = Math.min(last, Math.floor(Math.sqrt((distances[most - 1] ?? 0) / INCUMBENT) / CELL) + 1);
    }
    return count;
  }

  /** NE3. Writes the indexes of all others within `radius` metres of `me` into `found`, in no particular order, and answers how many there are. `found` has room for everyone. */
  within(me: number, radius: number, found: Int32Array): number {
    const [x, z, items, start] = [this.#x, this.#z, this.#items, this.#start];
    const [myX, myZ] = [x[me] ?? 0, z[me] ?? 0];
    const [left, right] = [this.#cellOf(myX - radius), this.#cellOf(myX + radius)];
    let count = 0;
    for (let row = this.#cellOf(myZ - radius), last = this.#cellOf(myZ + radius); row <= last; row++) {
      // Cells of a row lie behind each other.
      for (let at = start[row * this.#across + left] ?? 0, end = start[row * this.#across + right + 1] ?? 0; at < end; at++) {
        const other = items[at] ?? 0;
        if (other !== me && ((x[other] ?? 0) - myX) ** 2 + ((z[other] ?? 0) - myZ) ** 2 <= radius * radius) found[count++] = other;
      }
    }
    return count;
  }

  #cellOf(metres: number): number {
    return Math.max(0, Math.min(this.#across - 1, Math.floor((metres - this.#origin) / CELL)));
  }

  #grow(size: number): void {
    [this.#x, this.#z] = [new Float64Array(size), new Float64Array(size)];
    [this.#items, this.#cells, this.#marks] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    this.#stamp = 0;
  }
}
