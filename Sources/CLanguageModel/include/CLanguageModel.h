#ifndef C_LANGUAGE_MODEL_H
#define C_LANGUAGE_MODEL_H

#include <stddef.h>

/// The bytes of the English language model, embedded while compiling and read in place.
const unsigned char *english_language_model(void);

/// The number of bytes of the English language model.
size_t english_language_model_size(void);

/// The bytes of the model of event types, embedded while compiling and read in place.
const unsigned char *event_type_model(void);

/// The number of bytes of the model of event types.
size_t event_type_model_size(void);

/// Adds a product of matrices: c[m][n] += sum of a[m][k] * b[k][n], where a[m][k] stands at
/// m * a_row + k * a_inner; the number of columns is a multiple of eight.
void network_multiply_add(
    long rows, long inner, long columns, const float *a, long a_row, long a_inner, const float *b,
    long b_row, float *c, long c_row);

#endif
