// A difference of matrices and its size, in one pass.
#ifndef DLNN_DIFFERENCE_H
#define DLNN_DIFFERENCE_H

#include "processor.h"

// result <- scale (left - right). Returns the sum of the squares of left - right: entry i is added to sum i mod 4, and the
// remaining ones to the first.
DLNN_INLINE double dlnn_difference_with(
    const double *left, const double *right, double scale, double *result, size_t count) {
  dlnn_double4 sum = {0};
  size_t index = 0;
  for (; index + 4 <= count; index += 4) {
    const dlnn_double4 difference = *(const dlnn_double4 *)(left + index) - *(const dlnn_double4 *)(right + index);
    sum += difference * difference;
    *(dlnn_double4 *)(result + index) = scale * difference;
  }
  for (; index < count; index++) {
    const double difference = left[index] - right[index];
    sum[0] += difference * difference;
    result[index] = scale * difference;
  }
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
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
