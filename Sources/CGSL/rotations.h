// Singular values of eight small square matrices at once, one in each lane of a vector, by one-sided Jacobi rotations.
//
// Roots and quotients have a long latency. Eight lanes are two vectors of the processor, which share the waiting time.
#ifndef DLNN_ROTATIONS_H
#define DLNN_ROTATIONS_H

#include "processor.h"

typedef int64_t dlnn_mask8 __attribute__((vector_size(64), aligned(8), may_alias));

enum { dlnn_lanes = 8, dlnn_largest_rotated = 32, dlnn_most_sweeps = 60 };

DLNN_INLINE dlnn_double8 dlnn_where(dlnn_mask8 mask, dlnn_double8 value) {
  return (dlnn_double8)((dlnn_mask8)value & mask);
}

DLNN_INLINE dlnn_double8 dlnn_magnitude(dlnn_double8 value) {
  return (dlnn_double8)((dlnn_mask8)value & INT64_MAX);
}

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
      largest = dlnn_where(is_larger, square) + dlnn_where(~is_larger, largest);
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
    int64_t has_moved = 0;
    for (int lane = 0; lane < dlnn_lanes; lane++) has_moved |= moved[lane];
    if (!has_moved) {
      for (size_t column = 0; column < size; column++) {
        columns[column * size] = __builtin_elementwise_sqrt(squares[column]);
      }
      return 1;
    }
  }
  return 0;
}

DLNN_CHOICE(
    dlnn_singular_values, return dlnn_singular_values_with(size, columns), int, size_t size, dlnn_double8 *columns)

// Eight matrices: entry (i, j) of matrix m is entries[(j * size + i) * 8 + m]; size is at most dlnn_largest_rotated.
static inline int dlnn_rotated_singular_values(size_t size, double *entries) {
  return dlnn_has_wide_vectors() ? dlnn_singular_values_wide(size, (dlnn_double8 *)entries)
                                 : dlnn_singular_values_plain(size, (dlnn_double8 *)entries);
}

#endif
