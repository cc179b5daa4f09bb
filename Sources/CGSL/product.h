// Products of matrices, with the order of additions of GSL's BLAS, and so with the same bits.
#ifndef DLNN_PRODUCT_H
#define DLNN_PRODUCT_H

#include "processor.h"

// C <- scale A B + retained C. Entry (i, k) of A is left[i * left_row + k * left_column]; rows of B and C are
// right_stride and result_stride apart.
typedef struct {
  size_t rows, inner, columns;
  const double *left;
  size_t left_row, left_column;
  const double *right;
  size_t right_stride;
  double *result;
  size_t result_stride;
  double scale, retained;
} dlnn_product;

// ROWS x (COUNT vectors) results in registers. SIGN is the scale if it is 1 or -1, and 0 for any other.
#define DLNN_DEFINE_TILE(NAME, VECTOR, COUNT, ROWS)                                                                    \
  DLNN_INLINE void NAME(const dlnn_product *p, size_t row, size_t column, int sign) {                                  \
    VECTOR sum[ROWS][COUNT];                                                                                           \
    double *result = p->result + row * p->result_stride + column;                                                      \
    const size_t lanes = sizeof(VECTOR) / sizeof(double);                                                              \
    DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                       \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                    \
        sum[i][v] = (VECTOR){0};                                                                                       \
        if (p->retained != 0) {                                                                                        \
          sum[i][v] = *(const VECTOR *)(result + i * p->result_stride + v * lanes);                                    \
          if (p->retained != 1) sum[i][v] = p->retained * sum[i][v];                                                   \
        }                                                                                                              \
      }                                                                                                                \
    }                                                                                                                  \
    const double *left = p->left + row * p->left_row, *right = p->right + column;                                      \
    const size_t left_row = p->left_row, left_column = p->left_column, right_stride = p->right_stride;                 \
    const double scale = p->scale;                                                                                     \
    for (size_t k = 0; k < p->inner; k++, left += left_column, right += right_stride) {                                \
      DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                     \
        const double entry = sign == 0 ? scale * left[i * left_row] : left[i * left_row];                              \
        DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                  \
          const VECTOR term = entry * *(const VECTOR *)(right + v * lanes);                                            \
          sum[i][v] = sign < 0 ? sum[i][v] - term : sum[i][v] + term;                                                  \
        }                                                                                                              \
      }                                                                                                                \
    }                                                                                                                  \
    DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                       \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                    \
        *(VECTOR *)(result + i * p->result_stride + v * lanes) = sum[i][v];                                            \
      }                                                                                                                \
    }                                                                                                                  \
  }

DLNN_DEFINE_TILE(dlnn_tile_8x8_widest, dlnn_row8, 1, 8)
DLNN_DEFINE_TILE(dlnn_tile_4x8_widest, dlnn_row8, 1, 4)
DLNN_DEFINE_TILE(dlnn_tile_2x8_widest, dlnn_row8, 1, 2)
DLNN_DEFINE_TILE(dlnn_tile_4x8, dlnn_double4, 2, 4)
DLNN_DEFINE_TILE(dlnn_tile_2x8, dlnn_double4, 2, 2)
DLNN_DEFINE_TILE(dlnn_tile_1x8, dlnn_double4, 2, 1)
DLNN_DEFINE_TILE(dlnn_tile_1x16, dlnn_double4, 4, 1)
DLNN_DEFINE_TILE(dlnn_tile_4x4, dlnn_double4, 1, 4)
DLNN_DEFINE_TILE(dlnn_tile_1x4, dlnn_double4, 1, 1)
DLNN_DEFINE_TILE(dlnn_tile_4x2, dlnn_double2, 1, 4)
DLNN_DEFINE_TILE(dlnn_tile_1x2, dlnn_double2, 1, 1)
DLNN_DEFINE_TILE(dlnn_tile_4x1, double, 1, 4)
DLNN_DEFINE_TILE(dlnn_tile_1x1, double, 1, 1)

#define DLNN_ROWS(TALL, ONE)                                                                                           \
  do {                                                                                                                 \
    size_t row = 0;                                                                                                    \
    for (; row + 4 <= p->rows; row += 4) TALL(p, row, column, sign);                                                   \
    for (; row < p->rows; row++) ONE(p, row, column, sign);                                                            \
  } while (0)

// Vectors of 256 bits fill the registers with 4 rows, of 512 bits with 8.
DLNN_INLINE void dlnn_multiply_signed(const dlnn_product *p, int sign, int is_wide) {
  size_t column = 0;
  if (p->rows == 1) {
    for (; column + 16 <= p->columns; column += 16) dlnn_tile_1x16(p, 0, column, sign);
  }
  for (; column + 8 <= p->columns; column += 8) {
    size_t row = 0;
    if (is_wide > 1) {
      for (; row + 8 <= p->rows; row += 8) dlnn_tile_8x8_widest(p, row, column, sign);
      for (; row + 4 <= p->rows; row += 4) dlnn_tile_4x8_widest(p, row, column, sign);
      for (; row + 2 <= p->rows; row += 2) dlnn_tile_2x8_widest(p, row, column, sign);
    } else if (is_wide) {
      for (; row + 4 <= p->rows; row += 4) dlnn_tile_4x8(p, row, column, sign);
    }
    for (; row + 2 <= p->rows; row += 2) dlnn_tile_2x8(p, row, column, sign);
    if (row < p->rows) dlnn_tile_1x8(p, row, column, sign);
  }
  if (column + 4 <= p->columns) {
    DLNN_ROWS(dlnn_tile_4x4, dlnn_tile_1x4);
    column += 4;
  }
  if (column + 2 <= p->columns) {
    DLNN_ROWS(dlnn_tile_4x2, dlnn_tile_1x2);
    column += 2;
  }
  if (column < p->columns) DLNN_ROWS(dlnn_tile_4x1, dlnn_tile_1x1);
}

DLNN_INLINE void dlnn_multiply_with(const dlnn_product *p, int is_wide) {
  if (p->scale == 1) {
    dlnn_multiply_signed(p, 1, is_wide);
  } else if (p->scale == -1) {
    dlnn_multiply_signed(p, -1, is_wide);
  } else {
    dlnn_multiply_signed(p, 0, is_wide);
  }
}

DLNN_CHOICE(dlnn_multiply, dlnn_multiply_with(p, is_wide), void, const dlnn_product *p)

DLNN_WIDEST static inline void dlnn_multiply_widest(const dlnn_product *p) { dlnn_multiply_with(p, 2); }

static inline void dlnn_multiply(const dlnn_product *p) {
  if (dlnn_has_widest_vectors()) {
    dlnn_multiply_widest(p);
  } else if (dlnn_has_wide_vectors()) {
    dlnn_multiply_wide(p);
  } else {
    dlnn_multiply_plain(p);
  }
}

#endif
