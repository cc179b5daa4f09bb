// Transposes, four rows and columns at a time.
#ifndef DLNN_TRANSPOSE_H
#define DLNN_TRANSPOSE_H

#include "processor.h"

DLNN_INLINE void dlnn_transpose_block(const double *from, size_t rows, double *to, size_t columns) {
  const dlnn_double4 a = *(const dlnn_double4 *)from, b = *(const dlnn_double4 *)(from + rows),
                     c = *(const dlnn_double4 *)(from + 2 * rows), d = *(const dlnn_double4 *)(from + 3 * rows);
  const dlnn_double4 ab_even = __builtin_shufflevector(a, b, 0, 4, 2, 6), ab_odd = __builtin_shufflevector(a, b, 1, 5, 3, 7);
  const dlnn_double4 cd_even = __builtin_shufflevector(c, d, 0, 4, 2, 6), cd_odd = __builtin_shufflevector(c, d, 1, 5, 3, 7);
  *(dlnn_double4 *)to = __builtin_shufflevector(ab_even, cd_even, 0, 1, 4, 5);
  *(dlnn_double4 *)(to + columns) = __builtin_shufflevector(ab_odd, cd_odd, 0, 1, 4, 5);
  *(dlnn_double4 *)(to + 2 * columns) = __builtin_shufflevector(ab_even, cd_even, 2, 3, 6, 7);
  *(dlnn_double4 *)(to + 3 * columns) = __builtin_shufflevector(ab_odd, cd_odd, 2, 3, 6, 7);
}

// to (rows x columns) <- the transpose of from (columns x rows).
DLNN_INLINE void dlnn_transpose_with(const double *from, double *to, size_t rows, size_t columns) {
  const size_t whole_rows = rows & ~(size_t)3, whole_columns = columns & ~(size_t)3;
  for (size_t column = 0; column < whole_columns; column += 4) {
    for (size_t row = 0; row < whole_rows; row += 4) {
      dlnn_transpose_block(from + column * rows + row, rows, to + row * columns + column, columns);
    }
  }
  for (size_t row = 0; row < rows; row++) {
    for (size_t column = row < whole_rows ? whole_columns : 0; column < columns; column++) {
      to[row * columns + column] = from[column * rows + row];
    }
  }
}

DLNN_CHOICE(
    dlnn_transpose, dlnn_transpose_with(from, to, rows, columns), void, const double *from, double *to, size_t rows,
    size_t columns)

static inline void dlnn_transpose(const double *from, double *to, size_t rows, size_t columns) {
  if (dlnn_has_wide_vectors()) {
    dlnn_transpose_wide(from, to, rows, columns);
  } else {
    dlnn_transpose_plain(from, to, rows, columns);
  }
}

#endif
