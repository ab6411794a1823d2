import type { SparseRows } from './bags.ts';

/** More directions than wanted make the wanted ones exact. */
const spare = 16;
const powers = 2;
const sweeps = 12;

/**
 * Shortens rows to their coordinates along the main directions of the matrix (randomised singular value decomposition,
 * Halko et al. 2011). The same rows always give the same coordinates. Weighs directions by the root of their strength.
 */
export function alongMainDirections(rows: SparseRows, dimensions: number): readonly number[][] {
  const width = dimensions + spare;
  let left = times(rows, noise(rows.columns * width), width);
  orthonormalise(left, width);
  for (let power = 0; power < powers; power += 1) {
    left = times(rows, timesTransposed(rows, left, width), width);
    orthonormalise(left, width);
  }
  const { values, vectors } = eigen(gram(timesTransposed(rows, left, width), width), width);
  const strongest = Array.from(values, (value, at) => ({ value, at }))
    .sort((one, other) => other.value - one.value)
    .slice(0, dimensions);
  return rows.at.map((_, row) =>
    strongest.map(({ value, at }) => {
      let sum = 0;
      for (let slot = 0; slot < width; slot += 1) {
        sum += (left[row * width + slot] ?? 0) * (vectors[slot * width + at] ?? 0);
      }
      return sum * Math.max(value, 0) ** 0.25;
    }),
  );
}

/** About normal, and always the same. */
function noise(length: number): Float32Array {
  let state = 12345;
  const roll = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Float32Array.from({ length }, () => roll() + roll() + roll() - 1.5);
}

function times({ at, value }: SparseRows, by: Float32Array, width: number): Float32Array {
  const product = new Float32Array(at.length * width);
  at.forEach((places, row) => {
    const start = row * width;
    places.forEach((place, slot) => {
      const amount = value[row]?.[slot] ?? 0;
      for (let one = 0; one < width; one += 1) {
        product[start + one] =
          (product[start + one] ?? 0) + amount * (by[place * width + one] ?? 0);
      }
    });
  });
  return product;
}

function timesTransposed(
  { at, value, columns }: SparseRows,
  by: Float32Array,
  width: number,
): Float32Array {
  const product = new Float32Array(columns * width);
  at.forEach((places, row) => {
    const start = row * width;
    places.forEach((place, slot) => {
      const amount = value[row]?.[slot] ?? 0;
      for (let one = 0; one < width; one += 1) {
        product[place * width + one] =
          (product[place * width + one] ?? 0) + amount * (by[start + one] ?? 0);
      }
    });
  });
  return product;
}

/** Gram and Schmidt's way, in place; the columns become perpendicular and of length 1. */
function orthonormalise(matrix: Float32Array, width: number): void {
  const height = matrix.length / width;
  const columns = Array.from({ length: width }, (_, one) =>
    Float32Array.from({ length: height }, (_, row) => matrix[row * width + one] ?? 0),
  );
  columns.forEach((column, one) => {
    for (const other of columns.slice(0, one)) {
      const shadow = dot(column, other);
      for (let row = 0; row < height; row += 1) {
        column[row] = (column[row] ?? 0) - shadow * (other[row] ?? 0);
      }
    }
    const length = Math.sqrt(dot(column, column)) || 1;
    for (let row = 0; row < height; row += 1) {
      column[row] = (column[row] ?? 0) / length;
      matrix[row * width + one] = column[row] ?? 0;
    }
  });
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** The products of all columns with each other. */
function gram(matrix: Float32Array, width: number): Float64Array {
  const products = new Float64Array(width * width);
  for (let start = 0; start < matrix.length; start += width) {
    for (let one = 0; one < width; one += 1) {
      const part = matrix[start + one] ?? 0;
      for (let other = 0; other < width; other += 1) {
        const at = one * width + other;
        products[at] = (products[at] ?? 0) + part * (matrix[start + other] ?? 0);
      }
    }
  }
  return products;
}

/** Eigenvalues and eigenvectors (one a column) of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Float64Array, width: number) {
  const vectors = new Float64Array(width * width);
  for (let one = 0; one < width; one += 1) vectors[one * width + one] = 1;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let one = 0; one < width; one += 1) {
      for (let other = one + 1; other < width; other += 1) {
        const off = matrix[one * width + other] ?? 0;
        if (Math.abs(off) < 1e-12) continue;
        const lean =
          ((matrix[other * width + other] ?? 0) - (matrix[one * width + one] ?? 0)) / (2 * off);
        const tangent = Math.sign(lean || 1) / (Math.abs(lean) + Math.sqrt(lean * lean + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const turn = { cosine, sine: tangent * cosine };
        rotate(matrix, turn, { one, other, step: width, width });
        rotate(matrix, turn, { one: one * width, other: other * width, step: 1, width });
        rotate(vectors, turn, { one, other, step: width, width });
      }
    }
  }
  const values = Float64Array.from({ length: width }, (_, at) => matrix[at * width + at] ?? 0);
  return { values, vectors };
}

function rotate(
  matrix: Float64Array,
  { cosine, sine }: { readonly cosine: number; readonly sine: number },
  where: {
    readonly one: number;
    readonly other: number;
    readonly step: number;
    readonly width: number;
  },
): void {
  for (let at = 0; at < where.width; at += 1) {
    const left = matrix[where.one + at * where.step] ?? 0;
    const right = matrix[where.other + at * where.step] ?? 0;
    matrix[where.one + at * where.step] = cosine * left - sine * right;
    matrix[where.other + at * where.step] = sine * left + cosine * right;
  }
}
