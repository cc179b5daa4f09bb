// The only interface to C: the parts of the GNU Scientific Library that the GSL module wraps, and inner loops that replace
// the slowest ones.
#include <gsl/gsl_blas.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_vector.h>
#include <gsl/gsl_version.h>

// GSL exports its generators as mutable global pointers, which Swift 6 refuses to read.
static inline const gsl_rng_type *dlnn_mersenne_twister(void) { return gsl_rng_mt19937; }
static inline const char *dlnn_gsl_version(void) { return gsl_version; }

#include "bidiagonal.h"
#include "difference.h"
#include "normals.h"
#include "product.h"
#include "reflection.h"
#include "rotations.h"
#include "transpose.h"
#include "triangles.h"
#include "twister.h"
