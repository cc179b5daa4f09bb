// Singular values of eight small matrices at once, one in each lane of a vector, by one-sided Jacobi rotations.
//
// Roots and quotients have a long latency. Eight lanes share the waiting time.
#ifndef DLNN_ROTATIONS_H
#define DLNN_ROTATIONS_H

#include "processor.h"
#include "triangles.h"

enum { dlnn_most_sweeps = 60 };

// Rotates two columns until they are orthogonal to each other; returns the lanes in which that was needed.
//
// With the columns' squares a and b and their product g, the rotation's tangent is the smaller root of
// t^2 + (b - a)/g t - 1 = 0. Lanes in which |g| is below the rounding of the columns, or of the largest one, are unchanged.
DLNN_INLINE dlnn_mask8 dlnn_rotate(
    size_t size, dlnn_double8 *p, dlnn_double8 *q, dlnn_double8 *a, dlnn_double8 *b, dlnn_double8 negligible) {
  dlnn_double8 even = {0}, odd = {0};
  size_t row = 0;
  for (; row + 2 <= size; row += 2) {
    even = DLNN_FUSED(p[row], q[row], even);
    odd = DLNN_FUSED(p[row + 1], q[row + 1], odd);
  }
  if (row < size) even = DLNN_FUSED(p[row], q[row], even);
  const dlnn_double8 product = even + odd, double_product = product + product, difference = *b - *a;
  // The rounding error of a product that should be zero, after a rotation and so many additions.
  const double rounding = (double)(size + 8) * 0x1p-53;
  const dlnn_mask8 moves =
      (product * product > rounding * rounding * (*a * *b)) & (dlnn_magnitude(product) > negligible);
  if (!dlnn_any(moves)) return moves;
  const dlnn_double8 root =
      __builtin_elementwise_sqrt(DLNN_FUSED(difference, difference, double_product * double_product));
  const dlnn_double8 one = {1, 1, 1, 1, 1, 1, 1, 1};
  const dlnn_double8 sign = (dlnn_double8)(((dlnn_mask8)difference & INT64_MIN) | (dlnn_mask8)one);
  const dlnn_double8 tangent =
      dlnn_where(moves, sign * double_product / (dlnn_magnitude(difference) + root));
  const dlnn_double8 cosine = 1 / __builtin_elementwise_sqrt(DLNN_FUSED(tangent, tangent, one)), sine = cosine * tangent;
  for (row = 0; row < size; row++) {
    const dlnn_double8 left = p[row], right = q[row];
    p[row] = DLNN_FUSED(cosine, left, -(sine * right));
    q[row] = DLNN_FUSED(cosine, right, sine * left);
  }
  *a = DLNN_FUSED(-tangent, product, *a);
  *b = DLNN_FUSED(tangent, product, *b);
  return moves;
}

// Replaces the first entry of each column by the column's length, in no particular order. Returns 0 if it does not converge.
DLNN_INLINE int dlnn_singular_values_with(size_t size, dlnn_double8 *columns) {
  dlnn_double8 squares[dlnn_largest_rotated];
  // The order is that of a tournament, so that successive rotations have no column in common.
  const size_t players = (size + 1) & ~(size_t)1;
  for (int sweep = 0; sweep < dlnn_most_sweeps; sweep++) {
    dlnn_double8 largest = {0};
    for (size_t column = 0; column < size; column++) {
      dlnn_double8 square = {0};
      for (size_t row = 0; row < size; row++) {
        square = DLNN_FUSED(columns[column * size + row], columns[column * size + row], square);
      }
      squares[column] = square;
      const dlnn_mask8 is_larger = square > largest;
      largest = dlnn_choose(is_larger, square, largest);
    }
    const dlnn_double8 negligible = largest * 0x1p-106;
    dlnn_mask8 moved = {0};
    for (size_t round = 0; round + 1 < players; round++) {
      for (size_t pair = 0; pair < players / 2; pair++) {
        const size_t p = pair == 0 ? players - 1 : (round + pair) % (players - 1);
        const size_t q = (round + players - 1 - pair) % (players - 1);
        if (p >= size || q >= size) continue;
        moved |= dlnn_rotate(size, columns + p * size, columns + q * size, squares + p, squares + q, negligible);
      }
    }
    if (!dlnn_any(moved)) {
      for (size_t column = 0; column < size; column++) {
        columns[column * size] = __builtin_elementwise_sqrt(squares[column]);
      }
      return 1;
    }
  }
  return 0;
}

typedef struct {
  // Eight m x n matrices, row by row.
  const double *matrices[dlnn_lanes];
  size_t rows, columns;
  // Room for dlnn_rows_at_once rows of eight matrices, and for k x k numbers of each, k the smaller of m and n.
  double *block, *triangle;
  // A factor for the values of each.
  double scale[dlnn_lanes];
} dlnn_eight;

// Value i of matrix m becomes m + 8 k i in the triangle, in no particular order. Returns 0 for entries that are not finite, and if
// it does not converge.
DLNN_INLINE int dlnn_eight_values_with(dlnn_eight *p, int is_widest) {
  const size_t size = p->rows < p->columns ? p->rows : p->columns;
  dlnn_double8 scale, *const triangle = (dlnn_double8 *)p->triangle;
  if (!dlnn_square_lanes(p->matrices, p->rows, p->columns, (dlnn_double8 *)p->block, triangle, &scale, is_widest)) {
    return 0;
  }
  *(dlnn_double8 *)p->scale = scale;
  return dlnn_singular_values_with(size, triangle);
}

DLNN_CHOICE(dlnn_eight_values, return dlnn_eight_values_with(p, 0), int, dlnn_eight *p)
DLNN_WIDEST static inline int dlnn_eight_values_widest(dlnn_eight *p) { return dlnn_eight_values_with(p, 1); }

static inline int dlnn_eight_values(dlnn_eight *p) {
  return dlnn_has_widest_vectors() ? dlnn_eight_values_widest(p)
         : dlnn_has_wide_vectors() ? dlnn_eight_values_wide(p)
                                   : dlnn_eight_values_plain(p);
}

#endif
