// The two passes over a matrix for each step of a bidiagonalization. Rows begin at a multiple of 8 numbers and are a multiple of 8
// long, so there is no rest. Four rows at a time share what is read of the vectors.
#ifndef DLNN_BIDIAGONAL_H
#define DLNN_BIDIAGONAL_H

#include "processor.h"

// z_i <- sum_j A_ij v_j: eight sums by j mod 8, halves added to halves.
#define DLNN_DEFINE_ROW_SUMS(NAME, ROWS)                                                                               \
  DLNN_INLINE void NAME(const double *a, size_t columns, size_t stride, const double *v, double *z) {                  \
    dlnn_double8 sum[ROWS];                                                                                            \
    DLNN_UNROLL for (int i = 0; i < ROWS; i++) sum[i] = (dlnn_double8){0};                                             \
    for (size_t column = 0; column < columns; column += 8) {                                                           \
      const dlnn_double8 factor = *(const dlnn_double8 *)(v + column);                                                 \
      DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                     \
        sum[i] = DLNN_FUSED(*(const dlnn_double8 *)(a + (size_t)i * stride + column), factor, sum[i]);                 \
      }                                                                                                                \
    }                                                                                                                  \
    DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                       \
      const dlnn_double8 s = sum[i];                                                                                   \
      z[i] = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));                                        \
    }                                                                                                                  \
  }

DLNN_DEFINE_ROW_SUMS(dlnn_row_sums_4, 4)
DLNN_DEFINE_ROW_SUMS(dlnn_row_sums_1, 1)

DLNN_INLINE void dlnn_row_sums_with(
    const double *a, size_t rows, size_t columns, size_t stride, const double *v, double *z) {
  size_t row = 0;
  for (; row + 4 <= rows; row += 4) dlnn_row_sums_4(a + row * stride, columns, stride, v, z + row);
  for (; row < rows; row++) dlnn_row_sums_1(a + row * stride, columns, stride, v, z + row);
}

DLNN_CHOICE(
    dlnn_row_sums, dlnn_row_sums_with(a, rows, columns, stride, v, z), void, const double *a, size_t rows,
    size_t columns, size_t stride, const double *v, double *z)

static inline void dlnn_row_sums(
    const double *a, size_t rows, size_t columns, size_t stride, const double *v, double *z) {
  if (dlnn_has_wide_vectors()) {
    dlnn_row_sums_wide(a, rows, columns, stride, v, z);
  } else {
    dlnn_row_sums_plain(a, rows, columns, stride, v, z);
  }
}

// A_ij <- A_ij + u_i r_j + z_i v_j, and then y_j <- y_j + x_i A_ij by ascending i.
typedef struct {
  double *a;
  size_t rows, columns, stride;
  const double *u, *r, *z, *v, *x;
  double *y;
} dlnn_rank_two;

#define DLNN_DEFINE_RANK_TWO(NAME, ROWS)                                                                               \
  DLNN_INLINE void NAME(const dlnn_rank_two *p, size_t row) {                                                          \
    for (size_t column = 0; column < p->columns; column += 8) {                                                        \
      const dlnn_double8 r = *(const dlnn_double8 *)(p->r + column), v = *(const dlnn_double8 *)(p->v + column);       \
      dlnn_double8 y = *(const dlnn_double8 *)(p->y + column);                                                         \
      DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                     \
        dlnn_double8 *place = (dlnn_double8 *)(p->a + (row + (size_t)i) * p->stride + column);                         \
        dlnn_double8 entry = DLNN_FUSED(DLNN_ALL(dlnn_double8, p->u[row + (size_t)i]), r, *place);                     \
        entry = DLNN_FUSED(DLNN_ALL(dlnn_double8, p->z[row + (size_t)i]), v, entry);                                   \
        *place = entry;                                                                                                \
        y = DLNN_FUSED(DLNN_ALL(dlnn_double8, p->x[row + (size_t)i]), entry, y);                                       \
      }                                                                                                                \
      *(dlnn_double8 *)(p->y + column) = y;                                                                            \
    }                                                                                                                  \
  }

DLNN_DEFINE_RANK_TWO(dlnn_rank_two_4, 4)
DLNN_DEFINE_RANK_TWO(dlnn_rank_two_1, 1)

DLNN_INLINE void dlnn_add_rank_two_with(const dlnn_rank_two *p) {
  size_t row = 0;
  for (; row + 4 <= p->rows; row += 4) dlnn_rank_two_4(p, row);
  for (; row < p->rows; row++) dlnn_rank_two_1(p, row);
}

DLNN_CHOICE(dlnn_add_rank_two, dlnn_add_rank_two_with(p), void, const dlnn_rank_two *p)

static inline void dlnn_add_rank_two(const dlnn_rank_two *p) {
  if (dlnn_has_wide_vectors()) {
    dlnn_add_rank_two_wide(p);
  } else {
    dlnn_add_rank_two_plain(p);
  }
}

#endif
