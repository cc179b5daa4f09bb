#ifndef DLNN_REFLECTION_H
#define DLNN_REFLECTION_H

#include "processor.h"

// One step of a Householder triangularization: adds to each row of a block x_i times the weights, and sums up the products
// of the first new entry with the whole row: C_ij <- x_i w_j + C_ij, then s_j <- C_i0 C_ij + s_j by ascending i, all fused.
typedef struct {
  size_t rows, columns;
  const double *factor;
  double *block;
  size_t stride;
  const double *weights;
  double *products;
} dlnn_reflection;

#define DLNN_DEFINE_REFLECTION(NAME, VECTOR, COUNT)                                                                    \
  DLNN_INLINE void NAME(const dlnn_reflection *p, size_t column) {                                                     \
    VECTOR weight[COUNT], sum[COUNT];                                                                                  \
    const size_t lanes = sizeof(VECTOR) / sizeof(double);                                                              \
    DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                      \
      weight[v] = *(const VECTOR *)(p->weights + column + v * lanes);                                                  \
      sum[v] = (VECTOR){0};                                                                                            \
    }                                                                                                                  \
    const double *factor = p->factor;                                                                                  \
    double *block = p->block;                                                                                          \
    const size_t stride = p->stride;                                                                                   \
    for (size_t row = 0; row < p->rows; row++, factor += stride, block += stride) {                                    \
      const double x = factor[0];                                                                                      \
      VECTOR entry[COUNT];                                                                                             \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                    \
        entry[v] = DLNN_FUSED(DLNN_ALL(VECTOR, x), weight[v], *(const VECTOR *)(block + column + v * lanes));          \
        *(VECTOR *)(block + column + v * lanes) = entry[v];                                                            \
      }                                                                                                                \
      const double first = block[0];                                                                                   \
      DLNN_UNROLL for (int v = 0; v < COUNT; v++) sum[v] = DLNN_FUSED(DLNN_ALL(VECTOR, first), entry[v], sum[v]);      \
    }                                                                                                                  \
    DLNN_UNROLL for (int v = 0; v < COUNT; v++) {                                                                      \
      *(VECTOR *)(p->products + column + v * lanes) = sum[v];                                                          \
    }                                                                                                                  \
  }

DLNN_DEFINE_REFLECTION(dlnn_reflect_16, dlnn_double4, 4)
DLNN_DEFINE_REFLECTION(dlnn_reflect_8, dlnn_double4, 2)
DLNN_DEFINE_REFLECTION(dlnn_reflect_4, dlnn_double4, 1)
DLNN_DEFINE_REFLECTION(dlnn_reflect_2, dlnn_double2, 1)
DLNN_DEFINE_REFLECTION(dlnn_reflect_1, double, 1)

DLNN_INLINE void dlnn_reflect_with(const dlnn_reflection *p, int is_wide) {
  size_t column = 0;
  if (is_wide) {
    for (; column + 16 <= p->columns; column += 16) dlnn_reflect_16(p, column);
  }
  for (; column + 8 <= p->columns; column += 8) dlnn_reflect_8(p, column);
  if (column + 4 <= p->columns) dlnn_reflect_4(p, column), column += 4;
  if (column + 2 <= p->columns) dlnn_reflect_2(p, column), column += 2;
  if (column < p->columns) dlnn_reflect_1(p, column);
}

DLNN_CHOICE(dlnn_reflect, dlnn_reflect_with(p, is_wide), void, const dlnn_reflection *p)

static inline void dlnn_reflect(const dlnn_reflection *p) {
  if (dlnn_has_wide_vectors()) {
    dlnn_reflect_wide(p);
  } else {
    dlnn_reflect_plain(p);
  }
}

#endif
