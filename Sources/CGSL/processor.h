// The few loops that take nearly all the time are in C for one reason: they are compiled twice, for any processor and for
// 256-bit vectors (AVX2), products and singular values a third time for 512-bit vectors (AVX-512), and the right one is chosen
// at run time. Swift cannot do that.
//
// Where a multiplication is fused with an addition (rounded once), the code says so, and the compiler fuses nothing else.
// Sums are added in the same order everywhere. So all processors give the same bits, with and without optimization; one that
// cannot fuse calls the C library's fma, which is slow and exact.
#ifndef DLNN_PROCESSOR_H
#define DLNN_PROCESSOR_H

#include <stddef.h>
#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

#define DLNN_INLINE static inline __attribute__((always_inline))
#define DLNN_UNROLL _Pragma("clang loop unroll(full)")

typedef double dlnn_double2 __attribute__((vector_size(16), aligned(8), may_alias));
typedef double dlnn_double4 __attribute__((vector_size(32), aligned(8), may_alias));
typedef double dlnn_double8 __attribute__((vector_size(64), aligned(8), may_alias));

// X Y + Z, rounded once, of numbers or vectors.
#define DLNN_FUSED(X, Y, Z) __builtin_elementwise_fma(X, Y, Z)
// A number, or a vector in which every entry is that number: x - 0 is x, also for -0.
#define DLNN_ALL(VECTOR, NUMBER) ((VECTOR)((NUMBER) - (VECTOR){0}))

// Defines NAME_wide and NAME_plain, the same body for two processors.
#if defined(__x86_64__)
#define DLNN_WIDE __attribute__((target("avx2,fma")))
#define DLNN_WIDEST __attribute__((target("avx512f,fma")))
static inline int dlnn_has_wide_vectors(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
static inline int dlnn_has_widest_vectors(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("fma");
}
#else
#define DLNN_WIDEST
static inline int dlnn_has_widest_vectors(void) { return 0; }
#define DLNN_WIDE
static inline int dlnn_has_wide_vectors(void) { return 0; }
#endif
#define DLNN_CHOICE(NAME, BODY, TYPE, ...)                                                                             \
  DLNN_WIDE static inline TYPE NAME##_wide(__VA_ARGS__) {                                                              \
    const int is_wide = 1;                                                                                             \
    (void)is_wide;                                                                                                     \
    BODY;                                                                                                              \
  }                                                                                                                    \
  static inline TYPE NAME##_plain(__VA_ARGS__) {                                                                       \
    const int is_wide = 0;                                                                                             \
    (void)is_wide;                                                                                                     \
    BODY;                                                                                                              \
  }

#endif
