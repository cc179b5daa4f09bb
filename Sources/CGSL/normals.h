// Standard normal numbers in 32 bits, by Box and Muller's transform in blocks of 16, as in PyTorch.
//
// Logarithm, sine and cosine are series in 64 bits, rounded to 32 bits once: the nearest number of 32 bits for every
// output of the generator. They need no library, so the same seed gives the same normals on every machine.
#ifndef DLNN_NORMALS_H
#define DLNN_NORMALS_H

#include "processor.h"

typedef uint64_t dlnn_long4 __attribute__((vector_size(32), aligned(8), may_alias));
typedef float dlnn_float4 __attribute__((vector_size(16), aligned(4), may_alias));

#define DLNN_FOUR(VALUE) ((dlnn_double4){VALUE, VALUE, VALUE, VALUE})
#define DLNN_SERIES(Z, A, B, C, D, E, F) (A + Z * (B + Z * (C + Z * (D + Z * (E + Z * F)))))
// Adding this to a number below 2^51 rounds it to a whole number, in the low bits.
#define DLNN_WHOLE 0x1.8p52

// log(k / 2^24) for whole k from 1 to 2^24: with k = m 2^e, m from sqrt(1/2) to sqrt(2), and s = (m - 1)/(m + 1) it is
// 2 (s + s^3/3 + s^5/5 + ...) + (e - 24) log 2.
DLNN_INLINE dlnn_float4 dlnn_log(dlnn_double4 k) {
  const uint64_t half_root = 0x3fe6a09e667f3bcd, one = 0x3ff0000000000000;
  const dlnn_long4 bits = (dlnn_long4)k;
  const dlnn_long4 exponent = ((bits - half_root + one) >> 52) & 0x7ff;
  const dlnn_double4 mantissa = (dlnn_double4)(bits - (exponent << 52) + one);
  // A whole number as the low bits of 2^52, without which it is a separate number.
  const dlnn_double4 power = (dlnn_double4)(exponent | 0x4330000000000000) - (0x1p52 + 1023 + 24);
  const dlnn_double4 s = (mantissa - 1) / (mantissa + 1), z = s * s;
  dlnn_double4 sum = DLNN_FOUR(1.0 / 19);
  for (int n = 17; n >= 3; n -= 2) sum = sum * z + 1.0 / n;
  return __builtin_convertvector(2 * (s + s * z * sum) + power * 0x1.62e42fefa39efp-1, dlnn_float4);
}

// Sine and cosine of numbers from 0 to 2 pi. The remainder of x after n quarters of a turn is at most pi/4. A quarter is split
// into a number of 46 bits, whose product with n is exact, and the rest.
DLNN_INLINE void dlnn_sine_cosine(dlnn_double4 x, dlnn_float4 *sine, dlnn_float4 *cosine) {
  const dlnn_double4 shifted = x * 0x1.45f306dc9c883p-1 + DLNN_WHOLE, n = shifted - DLNN_WHOLE;
  const dlnn_long4 quarter = (dlnn_long4)shifted;
  const dlnn_double4 r = (x - n * 0x1.921fb54442d0p0) - n * 0x1.8469898cc5170p-48, z = r * r;
  const dlnn_double4 odd =
      r + r * z * DLNN_SERIES(z, -1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800);
  const dlnn_double4 even = 1 - z / 2 + z * z * DLNN_SERIES(z, 1.0 / 24, -1.0 / 720, 1.0 / 40320, -1.0 / 3628800,
                                                            1.0 / 479001600, -1.0 / 87178291200);
  const dlnn_long4 is_swapped = 0 - (quarter & 1);
  const dlnn_long4 for_sine = ((dlnn_long4)odd & ~is_swapped) | ((dlnn_long4)even & is_swapped);
  const dlnn_long4 for_cosine = ((dlnn_long4)even & ~is_swapped) | ((dlnn_long4)odd & is_swapped);
  *sine = __builtin_convertvector((dlnn_double4)(for_sine ^ ((quarter & 2) << 62)), dlnn_float4);
  *cosine = __builtin_convertvector((dlnn_double4)(for_cosine ^ (((quarter + 1) & 2) << 62)), dlnn_float4);
}

// Sixteen outputs of the generator to sixteen normals. In each of the eight pairs one number is the radius, the other the angle.
DLNN_INLINE void dlnn_normals_with(const uint32_t *outputs, double *values, size_t blocks) {
  const float turn = 0x1.921fb6p2f;
  for (size_t pair = 0; pair < 8 * blocks; pair += 4) {
    const size_t place = 2 * pair - pair % 8;
    dlnn_double4 first, second;
    for (int lane = 0; lane < 4; lane++) {
      first[lane] = (double)(int32_t)((1 << 24) - (outputs[place + lane] & 0xffffff));
      second[lane] = (double)(int32_t)(outputs[place + 8 + lane] & 0xffffff);
    }
    const dlnn_float4 radius = __builtin_elementwise_sqrt(-2 * dlnn_log(first));
    const dlnn_float4 angle = turn * __builtin_convertvector(second * 0x1p-24, dlnn_float4);
    dlnn_float4 sine, cosine;
    dlnn_sine_cosine(__builtin_convertvector(angle, dlnn_double4), &sine, &cosine);
    *(dlnn_double4 *)(values + place) = __builtin_convertvector(radius * cosine, dlnn_double4);
    *(dlnn_double4 *)(values + place + 8) = __builtin_convertvector(radius * sine, dlnn_double4);
  }
}

DLNN_CHOICE(
    dlnn_normals, dlnn_normals_with(outputs, values, blocks), void, const uint32_t *outputs, double *values,
    size_t blocks)

static inline void dlnn_normals(const uint32_t *outputs, double *values, size_t blocks) {
  if (dlnn_has_wide_vectors()) {
    dlnn_normals_wide(outputs, values, blocks);
  } else {
    dlnn_normals_plain(outputs, values, blocks);
  }
}

#endif
