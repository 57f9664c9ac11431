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

/// tanh by the approximation that the network uses.
float network_tanh(float number);

/// One step of an LSTM cell: gates holds the sums of input, forget and output gate and of the
/// candidate, width numbers each, and is left holding what they become; cell, hidden and
/// activated_cell are written, cell may be previous_cell. The width is a multiple of eight.
void network_cell_step(
    long width, float *gates, const float *previous_cell, float *cell, float *hidden,
    float *activated_cell);

/// Leaky rectifier in place: negative numbers shrink to a tenth.
void network_rectify(float *values, long count);

/// For each word the sum of the rows with its numbers, in their order. A row of the table is a
/// 32-bit float, the scale, and width signed bytes; the width is a multiple of eight.
void network_sum_rows(
    long words, long rows, const unsigned int *numbers, const unsigned char *table, long width,
    float *sums);

#endif
