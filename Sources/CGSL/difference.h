// A difference of matrices and its size, in one pass.
#ifndef DLNN_DIFFERENCE_H
#define DLNN_DIFFERENCE_H

#include "processor.h"

// result <- scale (left - right). Returns the sum of the squares of left - right: sixteen sums take every sixteenth entry each,
// and the first one the rest; then halves are added to halves.
DLNN_INLINE double dlnn_difference_with(
    const double *left, const double *right, double scale, double *result, size_t count) {
  dlnn_double4 sum[4] = {0};
  size_t index = 0;
  for (; index + 16 <= count; index += 16) {
    DLNN_UNROLL for (int v = 0; v < 4; v++) {
      const size_t place = index + 4 * (size_t)v;
      const dlnn_double4 difference = *(const dlnn_double4 *)(left + place) - *(const dlnn_double4 *)(right + place);
      sum[v] = DLNN_FUSED(difference, difference, sum[v]);
      *(dlnn_double4 *)(result + place) = scale * difference;
    }
  }
  for (; index < count; index++) {
    const double difference = left[index] - right[index];
    sum[0][0] = DLNN_FUSED(difference, difference, sum[0][0]);
    result[index] = scale * difference;
  }
  const dlnn_double4 four = (sum[0] + sum[2]) + (sum[1] + sum[3]);
  return (four[0] + four[2]) + (four[1] + four[3]);
}

DLNN_CHOICE(
    dlnn_difference, return dlnn_difference_with(left, right, scale, result, count), double, const double *left,
    const double *right, double scale, double *result, size_t count)

static inline double dlnn_difference(
    const double *left, const double *right, double scale, double *result, size_t count) {
  return dlnn_has_wide_vectors() ? dlnn_difference_wide(left, right, scale, result, count)
                                 : dlnn_difference_plain(left, right, scale, result, count);
}

#endif
