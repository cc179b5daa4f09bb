// Products of matrices. Each entry is one sum, by ascending k, each term fused: s <- a_ik b_kj + s, rounded once. The tiles below
// only choose which sums are computed at the same time, so they do not change a bit.
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

// ROWS x COUNT vectors of results in registers, the vectors `step` columns apart. SIGN is the scale if it is 1 or -1, and 0 for
// any other. All old results are read before a new one is written, so vectors may overlap.
#define DLNN_DEFINE_TILE(NAME, VECTOR, COUNT, ROWS)                                                                    \
  DLNN_INLINE void NAME(const dlnn_product *p, size_t row, size_t column, size_t step, int sign) {                     \
    VECTOR sum[ROWS][COUNT];                                                                                           \
    double *result = p->result + row * p->result_stride + column;                                                      \
    DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                       \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                    \
        sum[i][v] = (VECTOR){0};                                                                                       \
        if (p->retained != 0) {                                                                                        \
          sum[i][v] = *(const VECTOR *)(result + i * p->result_stride + v * step);                                     \
          if (p->retained != 1) sum[i][v] = p->retained * sum[i][v];                                                   \
        }                                                                                                              \
      }                                                                                                                \
    }                                                                                                                  \
    const double *left = p->left + row * p->left_row, *right = p->right + column;                                      \
    const size_t left_row = p->left_row, left_column = p->left_column, right_stride = p->right_stride;                 \
    const double scale = p->scale;                                                                                     \
    for (size_t k = 0; k < p->inner; k++, left += left_column, right += right_stride) {                                \
      VECTOR factor[COUNT];                                                                                            \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                    \
        factor[v] = *(const VECTOR *)(right + v * step);                                                               \
        if (sign < 0) factor[v] = -factor[v];                                                                          \
      }                                                                                                                \
      DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                     \
        const double entry = sign == 0 ? scale * left[i * left_row] : left[i * left_row];                              \
        DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                  \
          sum[i][v] = DLNN_FUSED(DLNN_ALL(VECTOR, entry), factor[v], sum[i][v]);                                       \
        }                                                                                                              \
      }                                                                                                                \
    }                                                                                                                  \
    DLNN_UNROLL for (int i = 0; i < ROWS; i++) {                                                                       \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                    \
        *(VECTOR *)(result + i * p->result_stride + v * step) = sum[i][v];                                             \
      }                                                                                                                \
    }                                                                                                                  \
  }

// All rows of COUNT vectors: tiles of TALL rows, and smaller ones for the rest.
#define DLNN_DEFINE_STRIP(NAME, VECTOR, COUNT, TALL)                                                                   \
  DLNN_DEFINE_TILE(NAME##_tall, VECTOR, COUNT, TALL)                                                                   \
  DLNN_DEFINE_TILE(NAME##_four, VECTOR, COUNT, 4)                                                                      \
  DLNN_DEFINE_TILE(NAME##_two, VECTOR, COUNT, 2)                                                                       \
  DLNN_DEFINE_TILE(NAME##_one, VECTOR, COUNT, 1)                                                                       \
  DLNN_INLINE void NAME(const dlnn_product *p, size_t column, size_t step, int sign) {                                 \
    size_t row = 0;                                                                                                    \
    for (; row + TALL <= p->rows; row += TALL) NAME##_tall(p, row, column, step, sign);                                \
    for (; row + 4 <= p->rows; row += 4) NAME##_four(p, row, column, step, sign);                                      \
    for (; row + 2 <= p->rows; row += 2) NAME##_two(p, row, column, step, sign);                                       \
    if (row < p->rows) NAME##_one(p, row, column, step, sign);                                                         \
  }

// Eight and more independent sums hide the time that each addition takes.
DLNN_DEFINE_STRIP(dlnn_strip_8_8, dlnn_double8, 2, 6)
DLNN_DEFINE_STRIP(dlnn_strip_8, dlnn_double8, 1, 8)
DLNN_DEFINE_STRIP(dlnn_strip_4_4, dlnn_double4, 2, 4)
DLNN_DEFINE_STRIP(dlnn_strip_4, dlnn_double4, 1, 8)
DLNN_DEFINE_STRIP(dlnn_strip_2, dlnn_double2, 1, 8)
DLNN_DEFINE_STRIP(dlnn_strip_1, double, 1, 8)

// A rest of the columns that is longer than one vector is computed as two that overlap.
DLNN_INLINE void dlnn_multiply_signed(const dlnn_product *p, int sign, int is_widest) {
  const size_t columns = p->columns;
  size_t column = 0;
  if (is_widest) {
    for (; column + 16 <= columns; column += 16) dlnn_strip_8_8(p, column, 8, sign);
    if (column + 8 < columns) return dlnn_strip_8_8(p, column, columns - 8 - column, sign);
    if (column + 8 == columns) return dlnn_strip_8(p, column, 0, sign);
  }
  for (; column + 8 <= columns; column += 8) dlnn_strip_4_4(p, column, 4, sign);
  if (column + 4 < columns) return dlnn_strip_4_4(p, column, columns - 4 - column, sign);
  if (column + 4 == columns) return dlnn_strip_4(p, column, 0, sign);
  if (column + 2 <= columns) dlnn_strip_2(p, column, 0, sign), column += 2;
  if (column < columns) dlnn_strip_1(p, column, 0, sign);
}

DLNN_INLINE void dlnn_multiply_with(const dlnn_product *p, int is_widest) {
  if (p->scale == 1) {
    dlnn_multiply_signed(p, 1, is_widest);
  } else if (p->scale == -1) {
    dlnn_multiply_signed(p, -1, is_widest);
  } else {
    dlnn_multiply_signed(p, 0, is_widest);
  }
}

DLNN_CHOICE(dlnn_multiply, dlnn_multiply_with(p, 0), void, const dlnn_product *p)

DLNN_WIDEST static inline void dlnn_multiply_widest(const dlnn_product *p) { dlnn_multiply_with(p, 1); }

// The same without tiles, for builds in which C is not optimized: there a tile is slow, and an expression of several terms is
// not. The bits are the same.
#define DLNN_AT(VECTOR, PLACE) (*(const VECTOR *)(PLACE))
#define DLNN_FOUR_TERMS(VECTOR, SUFFIX)                                                                                \
  *(VECTOR *)sum = DLNN_FUSED(                                                                                         \
      d##SUFFIX, DLNN_AT(VECTOR, r + third),                                                                           \
      DLNN_FUSED(                                                                                                      \
          c##SUFFIX, DLNN_AT(VECTOR, r + second),                                                                      \
          DLNN_FUSED(                                                                                                  \
              b##SUFFIX, DLNN_AT(VECTOR, r + stride),                                                                  \
              DLNN_FUSED(a##SUFFIX, DLNN_AT(VECTOR, r), *(VECTOR *)sum))));                                            \
  sum += sizeof(VECTOR) / sizeof(double);                                                                              \
  r += sizeof(VECTOR) / sizeof(double);

DLNN_INLINE void dlnn_multiply_simply_with(const dlnn_product *p) {
  const size_t inner = p->inner, columns = p->columns, stride = p->right_stride, step = p->left_column;
  const size_t second = 2 * stride, third = 3 * stride;
  const double scale = p->scale, retained = p->retained;
  const dlnn_double8 zero8 = {0};
  const dlnn_double4 zero4 = {0};
  for (size_t row = 0; row < p->rows; row++) {
    double *const sums = p->result + row * p->result_stride, *const end = sums + columns;
    double *const whole = sums + (columns & ~(size_t)7);
    const double *left = p->left + row * p->left_row, *right = p->right;
    for (double *sum = sums; sum != end; sum++) *sum = retained == 0 ? 0 : retained * *sum;
    size_t k = 0;
    for (; k + 4 <= inner; k += 4, left += 4 * step, right += 4 * stride) {
      const double a = scale * left[0], b = scale * left[step], c = scale * left[2 * step], d = scale * left[3 * step];
      const double *r = right;
      double *sum = sums;
      if (sum != whole) {
        const dlnn_double8 a8 = a - zero8, b8 = b - zero8, c8 = c - zero8, d8 = d - zero8;
        while (sum != whole) { DLNN_FOUR_TERMS(dlnn_double8, 8) }
      }
      if (columns & 4) {
        const dlnn_double4 a4 = a - zero4, b4 = b - zero4, c4 = c - zero4, d4 = d - zero4;
        DLNN_FOUR_TERMS(dlnn_double4, 4)
      }
      while (sum != end) { DLNN_FOUR_TERMS(double, ) }
    }
    for (; k < inner; k++, left += step) {
      const double a = scale * left[0];
      const dlnn_double8 a8 = a - zero8;
      double *sum = sums;
      for (; sum != whole; sum += 8, right += 8) {
        *(dlnn_double8 *)sum = DLNN_FUSED(a8, DLNN_AT(dlnn_double8, right), *(dlnn_double8 *)sum);
      }
      for (; sum != end; sum++, right++) *sum = DLNN_FUSED(a, *right, *sum);
      right += stride - columns;
    }
  }
}

DLNN_WIDEST static inline void dlnn_multiply_simply_widest(const dlnn_product *p) { dlnn_multiply_simply_with(p); }
DLNN_CHOICE(dlnn_multiply_simply, dlnn_multiply_simply_with(p), void, const dlnn_product *p)

static inline void dlnn_multiply_simply(const dlnn_product *p) {
  if (dlnn_has_widest_vectors()) {
    dlnn_multiply_simply_widest(p);
  } else if (dlnn_has_wide_vectors()) {
    dlnn_multiply_simply_wide(p);
  } else {
    dlnn_multiply_simply_plain(p);
  }
}

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
