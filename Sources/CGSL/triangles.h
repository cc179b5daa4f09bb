// Triangles of eight tall matrices at once, one in each lane of a vector: the arithmetic of `TriangularFactor`, step by step and
// with its limits, so that the bits are the same as for each matrix alone.
#ifndef DLNN_TRIANGLES_H
#define DLNN_TRIANGLES_H

#include "processor.h"

typedef int64_t dlnn_mask8 __attribute__((vector_size(64), aligned(8), may_alias));

enum { dlnn_lanes = 8, dlnn_largest_rotated = 32, dlnn_rows_at_once = 64 };

DLNN_INLINE dlnn_double8 dlnn_where(dlnn_mask8 mask, dlnn_double8 value) {
  return (dlnn_double8)((dlnn_mask8)value & mask);
}

DLNN_INLINE dlnn_double8 dlnn_choose(dlnn_mask8 mask, dlnn_double8 value, dlnn_double8 other) {
  return (dlnn_double8)(((dlnn_mask8)value & mask) | ((dlnn_mask8)other & ~mask));
}

DLNN_INLINE dlnn_double8 dlnn_magnitude(dlnn_double8 value) {
  return (dlnn_double8)((dlnn_mask8)value & INT64_MAX);
}

DLNN_INLINE int dlnn_any(dlnn_mask8 mask) { return __builtin_reduce_or(mask) != 0; }

// The power of two at or below a positive normal number, at most 2^1000, so that its reciprocal is finite; else 1.
DLNN_INLINE dlnn_double8 dlnn_power_of_two(dlnn_double8 value) {
  const dlnn_double8 one = DLNN_ALL(dlnn_double8, 1.0), most = DLNN_ALL(dlnn_double8, 0x1p1000);
  const dlnn_double8 power = (dlnn_double8)((dlnn_mask8)value & 0x7ff0000000000000);
  return dlnn_choose(value >= 0x1p-1022, dlnn_choose(power > most, most, power), one);
}

// One step of a reflection for some columns, see `reflection.h`: C_ij <- x_i w_j + C_ij, s_j <- C_i0 C_ij + s_j.
#define DLNN_DEFINE_LANES(NAME, COUNT)                                                                                 \
  DLNN_INLINE void NAME(                                                                                               \
      size_t rows, size_t stride, const dlnn_double8 *factor, dlnn_double8 *block, size_t column,                      \
      const dlnn_double8 *weights, dlnn_double8 *products) {                                                           \
    dlnn_double8 weight[COUNT], sum[COUNT];                                                                            \
    DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                      \
      weight[v] = weights[column + v];                                                                                 \
      sum[v] = (dlnn_double8){0};                                                                                      \
    }                                                                                                                  \
    for (size_t row = 0; row < rows; row++, factor += stride, block += stride) {                                       \
      dlnn_double8 entry[COUNT];                                                                                       \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                    \
        entry[v] = DLNN_FUSED(factor[0], weight[v], block[column + v]);                                                \
        block[column + v] = entry[v];                                                                                  \
      }                                                                                                                \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) sum[v] = DLNN_FUSED(block[0], entry[v], sum[v]);                     \
    }                                                                                                                  \
    DLNN_UNROLL for (int v = 0; v < COUNT; v++) products[column + v] = sum[v];                                         \
  }

DLNN_DEFINE_LANES(dlnn_reflect_lanes_7, 7)
DLNN_DEFINE_LANES(dlnn_reflect_lanes_3, 3)
DLNN_DEFINE_LANES(dlnn_reflect_lanes_2, 2)
DLNN_DEFINE_LANES(dlnn_reflect_lanes_1, 1)

// As many columns at a time as the registers of a processor hold.
DLNN_INLINE void dlnn_reflect_lanes(
    size_t rows, size_t stride, const dlnn_double8 *factor, dlnn_double8 *block, size_t columns,
    const dlnn_double8 *weights, dlnn_double8 *products, int is_widest) {
  size_t column = 0;
  if (is_widest) {
    for (; column + 7 <= columns; column += 7) {
      dlnn_reflect_lanes_7(rows, stride, factor, block, column, weights, products);
    }
  }
  for (; column + 3 <= columns; column += 3) {
    dlnn_reflect_lanes_3(rows, stride, factor, block, column, weights, products);
  }
  if (column + 2 <= columns) {
    dlnn_reflect_lanes_2(rows, stride, factor, block, column, weights, products);
    column += 2;
  }
  if (column < columns) dlnn_reflect_lanes_1(rows, stride, factor, block, column, weights, products);
}

// Products of the first column of a block with itself and those after it: a reflection that
// changes nothing (but -0 becomes 0).
DLNN_INLINE void dlnn_project_lanes(
    size_t rows, size_t stride, dlnn_double8 *block, size_t columns, dlnn_double8 *products, int is_widest) {
  const dlnn_double8 none[dlnn_largest_rotated] = {{0}};
  dlnn_reflect_lanes(rows, stride, block, block, columns, none, products, is_widest);
}

// Reduces triangles (size x size) and blocks of at most dlnn_rows_at_once rows below them to triangles.
DLNN_INLINE void dlnn_reduce_lanes(
    size_t rows, size_t size, dlnn_double8 *block, dlnn_double8 *triangle, int is_widest) {
  dlnn_double8 sums[dlnn_largest_rotated], weights[dlnn_largest_rotated];
  dlnn_project_lanes(rows, size, block, size, sums, is_widest);
  for (size_t column = 0; column < size; column++) {
    dlnn_double8 *const entry = block + column, *const diagonal = triangle + column * (size + 1);
    dlnn_double8 *const products = sums + column, *const factors = weights + column;
    const size_t width = size - column;
    dlnn_double8 unit = DLNN_ALL(dlnn_double8, 1.0);
    dlnn_mask8 is_reflected = {-1, -1, -1, -1, -1, -1, -1, -1};
    const dlnn_mask8 is_usual =
        (products[0] >= 1e-20) & (products[0] < 1e280) & (dlnn_magnitude(diagonal[0]) <= 1e140);
    if (dlnn_any(~is_usual)) {
      // Columns whose squares underflow or overflow are divided by a power of two, and zeros are left alone.
      dlnn_double8 largest = {0};
      for (size_t row = 0; row < rows; row++) {
        const dlnn_double8 magnitude = dlnn_magnitude(entry[row * size]);
        largest = dlnn_choose(magnitude > largest, magnitude, largest);
      }
      const dlnn_double8 above = dlnn_magnitude(diagonal[0]);
      const dlnn_double8 both = dlnn_choose(above > largest, above, largest);
      is_reflected = is_usual | ((largest > 0) & (both >= 0x1p-1022));
      unit = dlnn_choose(is_reflected & ~is_usual, dlnn_power_of_two(both), unit);
      for (size_t row = 0; row < rows; row++) entry[row * size] /= unit;
      dlnn_project_lanes(rows, size, entry, width, products, is_widest);
    }
    const dlnn_double8 alpha = diagonal[0] / unit;
    const dlnn_double8 length = __builtin_elementwise_sqrt(alpha * alpha + products[0]);
    const dlnn_double8 beta = dlnn_choose(alpha > 0, -length, length), head = alpha - beta;
    diagonal[0] = dlnn_choose(is_reflected, unit * beta, diagonal[0]);
    const dlnn_double8 factor = 1 / (beta * head);
    for (size_t place = 1; place < width; place++) {
      const dlnn_double8 weight = dlnn_where(is_reflected, factor * (head * diagonal[place] + products[place]));
      diagonal[place] += dlnn_where(is_reflected, head * weight);
      factors[place] = weight;
    }
    if (width > 1) {
      dlnn_reflect_lanes(rows, size, entry, entry + 1, width - 1, factors + 1, products + 1, is_widest);
    }
  }
}

// Some rows of eight matrices, times one number for each, into lanes. Entry (i, j) of a matrix is entries[i row + j column].
DLNN_INLINE void dlnn_spread(
    const double *const *entries, size_t row_stride, size_t column_stride, size_t rows, size_t columns,
    dlnn_double8 factor, dlnn_double8 *lanes) {
  for (size_t row = 0; row < rows; row++) {
    for (size_t column = 0; column < columns; column++) {
      const size_t place = row * row_stride + column * column_stride;
      const dlnn_double8 value = {
          entries[0][place], entries[1][place], entries[2][place], entries[3][place],
          entries[4][place], entries[5][place], entries[6][place], entries[7][place]};
      lanes[row * columns + column] = factor * value;
    }
  }
}

// The largest magnitude of some numbers; infinite if one of them is not finite.
DLNN_INLINE double dlnn_largest(const double *numbers, size_t count) {
  dlnn_double8 largest = {0};
  dlnn_mask8 is_finite = {-1, -1, -1, -1, -1, -1, -1, -1};
  size_t index = 0;
  for (; index + 8 <= count; index += 8) {
    const dlnn_double8 magnitude = dlnn_magnitude(*(const dlnn_double8 *)(numbers + index));
    largest = dlnn_choose(magnitude > largest, magnitude, largest);
    is_finite &= magnitude <= 0x1.fffffffffffffp1023;
  }
  double result = dlnn_any(~is_finite) ? __builtin_inf() : 0;
  for (int lane = 0; lane < dlnn_lanes; lane++) result = largest[lane] > result ? largest[lane] : result;
  for (; index < count; index++) {
    const double magnitude = __builtin_fabs(numbers[index]);
    if (!(magnitude <= 0x1.fffffffffffffp1023)) return __builtin_inf();
    result = magnitude > result ? magnitude : result;
  }
  return result;
}

// Square matrices with the same singular values as eight m x n matrices, up to a factor for each: triangle is k x k, k the smaller
// of m and n and at most dlnn_largest_rotated; block has room for dlnn_rows_at_once rows of k. Returns whether all entries are
// finite.
DLNN_INLINE int dlnn_square_lanes(
    const double *const *matrices, size_t rows, size_t columns, dlnn_double8 *block, dlnn_double8 *triangle,
    dlnn_double8 *scale, int is_widest) {
  dlnn_double8 largest;
  for (int lane = 0; lane < dlnn_lanes; lane++) largest[lane] = dlnn_largest(matrices[lane], rows * columns);
  if (dlnn_any(largest == __builtin_inf())) return 0;
  // The largest entry becomes about 1, exactly: squares neither overflow nor underflow where it matters.
  *scale = dlnn_power_of_two(largest);
  const dlnn_double8 factor = 1 / *scale;
  if (rows == columns) {
    dlnn_spread(matrices, columns, 1, rows, columns, factor, triangle);
    return 1;
  }
  const int is_tall = rows > columns;
  const size_t length = is_tall ? rows : columns, size = is_tall ? columns : rows;
  const size_t row_stride = is_tall ? columns : 1, column_stride = is_tall ? 1 : columns;
  for (size_t place = 0; place < size * size; place++) triangle[place] = (dlnn_double8){0};
  const double *part[dlnn_lanes];
  for (size_t start = 0; start < length; start += dlnn_rows_at_once) {
    const size_t left = length - start, count = left < dlnn_rows_at_once ? left : dlnn_rows_at_once;
    for (int lane = 0; lane < dlnn_lanes; lane++) part[lane] = matrices[lane] + start * row_stride;
    dlnn_spread(part, row_stride, column_stride, count, size, factor, block);
    dlnn_reduce_lanes(count, size, block, triangle, is_widest);
  }
  return 1;
}

#endif
