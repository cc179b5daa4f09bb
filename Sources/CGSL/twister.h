#ifndef DLNN_TWISTER_H
#define DLNN_TWISTER_H

#include <gsl/gsl_rng.h>
#include "processor.h"

// The Mersenne Twister's state as GSL keeps it. Its own function makes one output at a time through a pointer, and takes
// most of the time of sampling; here the whole state is advanced at once. A GSL that stores it differently is recognized by
// its size and by its content after seeding; then GSL's function is used.
typedef struct {
  unsigned long word[624];
  int next;
} dlnn_twister;

// Whether a newly seeded generator stores its state like this: the first word is the seed, and all words are used.
static inline int dlnn_is_twister(const gsl_rng *generator, uint32_t seed) {
  if (generator->type != gsl_rng_mt19937 || generator->type->size != sizeof(dlnn_twister)) return 0;
  const dlnn_twister *twister = (const dlnn_twister *)generator->state;
  return twister->next == 624 && twister->word[0] == seed;
}

DLNN_INLINE unsigned long dlnn_twist(unsigned long upper, unsigned long lower, unsigned long far) {
  const unsigned long joined = (upper & 0x80000000UL) | (lower & 0x7fffffffUL);
  return far ^ (joined >> 1) ^ ((0UL - (joined & 1UL)) & 0x9908b0dfUL);
}

DLNN_INLINE void dlnn_move_on(unsigned long *word) {
  for (int k = 0; k < 227; k++) word[k] = dlnn_twist(word[k], word[k + 1], word[k + 397]);
  for (int k = 227; k < 623; k++) word[k] = dlnn_twist(word[k], word[k + 1], word[k - 227]);
  word[623] = dlnn_twist(word[623], word[0], word[396]);
}

DLNN_INLINE void dlnn_outputs_with(dlnn_twister *twister, uint32_t *outputs, size_t count) {
  while (count > 0) {
    if (twister->next >= 624) {
      dlnn_move_on(twister->word);
      twister->next = 0;
    }
    const unsigned long *word = twister->word + twister->next;
    const size_t left = (size_t)(624 - twister->next), part = count < left ? count : left;
    for (size_t index = 0; outputs && index < part; index++) {
      uint32_t output = (uint32_t)word[index];
      output ^= output >> 11;
      output ^= (output << 7) & 0x9d2c5680U;
      output ^= (output << 15) & 0xefc60000U;
      outputs[index] = output ^ (output >> 18);
    }
    if (outputs) outputs += part;
    count -= part;
    twister->next += (int)part;
  }
}

DLNN_CHOICE(
    dlnn_twister_outputs, dlnn_outputs_with(twister, outputs, count), void, dlnn_twister *twister, uint32_t *outputs,
    size_t count)

// The next outputs of a generator; without a buffer they are skipped.
static inline void dlnn_outputs(const gsl_rng *generator, int is_twister, uint32_t *outputs, size_t count) {
  dlnn_twister *twister = (dlnn_twister *)generator->state;
  if (!is_twister) {
    for (size_t index = 0; index < count; index++) {
      const uint32_t output = (uint32_t)generator->type->get(generator->state);
      if (outputs) outputs[index] = output;
    }
  } else if (dlnn_has_wide_vectors()) {
    dlnn_twister_outputs_wide(twister, outputs, count);
  } else {
    dlnn_twister_outputs_plain(twister, outputs, count);
  }
}

#endif
