#include "CLanguageModel.h"

// Every sum is made in the order of k, many columns at a time, with multiplication and addition
// rounded apart: the same bits with or without wide registers, on every machine.
#pragma STDC FP_CONTRACT OFF

// Runs of eight and sixteen columns. Processors with narrower registers take several for one.
typedef float eight __attribute__((vector_size(32), aligned(4)));
typedef float sixteen __attribute__((vector_size(64), aligned(4)));
typedef int eight_bits __attribute__((vector_size(32)));
typedef int sixteen_bits __attribute__((vector_size(64)));
typedef signed char eight_bytes __attribute__((vector_size(8), aligned(1)));

// The same code for processors with 512-bit and 256-bit registers and for all others, chosen when
// the program is loaded.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_WIDE_REGISTERS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_WIDE_REGISTERS
#endif

#define INLINE static inline __attribute__((always_inline))

// A tile of the product, `rows` times `runs` runs of columns, held in registers while k goes by.
#define DEFINE_TILE(name, run, lanes)                                                            \
  INLINE void name(                                                                              \
      const int rows, const int runs, long inner, const float *a, long a_row, long a_inner,      \
      const float *b, long b_row, float *c, long c_row) {                                        \
    run sums[rows * runs];                                                                       \
    _Pragma("clang loop unroll(full)") for (int m = 0; m < rows; m++)                            \
        _Pragma("clang loop unroll(full)") for (int n = 0; n < runs; n++)                        \
            sums[m * runs + n] = *(const run *)(c + m * c_row + n * lanes);                      \
    for (long k = 0; k < inner; k++, b += b_row, a += a_inner)                                   \
      _Pragma("clang loop unroll(full)") for (int n = 0; n < runs; n++) {                        \
        const run value = *(const run *)(b + n * lanes);                                         \
        _Pragma("clang loop unroll(full)") for (int m = 0; m < rows; m++)                        \
            sums[m * runs + n] += value * a[m * a_row];                                          \
      }                                                                                          \
    _Pragma("clang loop unroll(full)") for (int m = 0; m < rows; m++)                            \
        _Pragma("clang loop unroll(full)") for (int n = 0; n < runs; n++)                        \
            *(run *)(c + m * c_row + n * lanes) = sums[m * runs + n];                            \
  }

DEFINE_TILE(tile, sixteen, 16)
DEFINE_TILE(narrow_tile, eight, 8)

// All columns of `rows` rows, `runs` runs at once; one row alone goes through `runs_alone` at once,
// so that the matrix is read in long stretches.
INLINE void strip(
    const int rows, const int runs, const int runs_alone, long inner, long columns, const float *a,
    long a_row, long a_inner, const float *b, long b_row, float *c, long c_row) {
  long n = 0;
  if (rows == 1)
    for (; n + runs_alone * 16 <= columns; n += runs_alone * 16)
      tile(1, runs_alone, inner, a, a_row, a_inner, b + n, b_row, c + n, c_row);
  for (; n + runs * 16 <= columns; n += runs * 16)
    tile(rows, runs, inner, a, a_row, a_inner, b + n, b_row, c + n, c_row);
  for (; n + 16 <= columns; n += 16)
    tile(rows, 1, inner, a, a_row, a_inner, b + n, b_row, c + n, c_row);
  for (; n < columns; n += 8)
    narrow_tile(rows, 1, inner, a, a_row, a_inner, b + n, b_row, c + n, c_row);
}

// The product in strips of `most` rows, 6 at the most; how many rows and runs the registers hold
// depends on the processor.
INLINE void multiply_add(
    const int most, const int runs, const int runs_alone, long rows, long inner, long columns,
    const float *a, long a_row, long a_inner, const float *b, long b_row, float *c, long c_row) {
#define STRIP(count) \
  strip(count, runs, runs_alone, inner, columns, a, a_row, a_inner, b, b_row, c, c_row)
  for (; rows >= most; rows -= most, a += most * a_row, c += most * c_row) STRIP(most);
  switch (rows) {
  case 5: STRIP(5); break;
  case 4: STRIP(4); break;
  case 3: STRIP(3); break;
  case 2: STRIP(2); break;
  case 1: STRIP(1); break;
  }
#undef STRIP
}

#define PARAMETERS                                                                               \
  long rows, long inner, long columns, const float *a, long a_row, long a_inner, const float *b, \
      long b_row, float *c, long c_row
#define ARGUMENTS rows, inner, columns, a, a_row, a_inner, b, b_row, c, c_row

#if defined(__x86_64__) && defined(__linux__)
__attribute__((target("avx512f"))) static void multiply_add_512(PARAMETERS) {
  multiply_add(6, 2, 18, ARGUMENTS);
}

__attribute__((target("avx2"))) static void multiply_add_256(PARAMETERS) {
  multiply_add(4, 1, 6, ARGUMENTS);
}
#endif

void network_multiply_add(PARAMETERS) {
#if defined(__x86_64__) && defined(__linux__)
  if (__builtin_cpu_supports("avx512f")) return multiply_add_512(ARGUMENTS);
  if (__builtin_cpu_supports("avx2")) return multiply_add_256(ARGUMENTS);
#endif
  multiply_add(4, 1, 2, ARGUMENTS);
}

// Where `mask` is set the first, else the second.
#define CHOOSE(run, bits, mask, first, second)                                                   \
  ((run)(((mask) & (bits)(first)) | (~(mask) & (bits)(second))))

// tanh by a rational approximation, exact to about 1e-6; the coefficients are those of Eigen's
// generic_fast_tanh_float. In place, since arguments of that width have no common convention.
#define DEFINE_TANH(name, run, bits)                                                             \
  INLINE void name(run *number) {                                                                \
    const run limit = (run){} + 7.9f;                                                            \
    run x = *number;                                                                             \
    x = CHOOSE(run, bits, x > limit, limit, x);                                                  \
    x = CHOOSE(run, bits, x < -limit, -limit, x);                                                \
    const run square = x * x;                                                                    \
    run p = square * -2.76076847742355e-16f + 2.00018790482477e-13f;                             \
    p = p * square + -8.60467152213735e-11f;                                                     \
    p = p * square + 5.12229709037114e-08f;                                                      \
    p = p * square + 1.48572235717979e-05f;                                                      \
    p = p * square + 6.37261928935876e-04f;                                                      \
    p = p * square + 4.89352455891786e-03f;                                                      \
    run q = square * 1.19825839466702e-06f + 1.18534705686654e-04f;                              \
    q = q * square + 2.26843463243900e-03f;                                                      \
    q = q * square + 4.89352518554385e-03f;                                                      \
    *number = x * p / q;                                                                         \
  }

DEFINE_TANH(tanh_of_eight, eight, eight_bits)
DEFINE_TANH(tanh_of_sixteen, sixteen, sixteen_bits)

float network_tanh(float number) {
  eight numbers = (eight){} + number;
  tanh_of_eight(&numbers);
  return numbers[0];
}

#define DEFINE_CELL_STEP(name, run, tanh)                                                        \
  INLINE void name(                                                                              \
      long width, float *gates, const float *previous_cell, float *cell, float *hidden,          \
      float *activated_cell) {                                                                   \
    run i = *(run *)gates * 0.5f, f = *(run *)(gates + width) * 0.5f;                            \
    run o = *(run *)(gates + 2 * width) * 0.5f, g = *(run *)(gates + 3 * width);                 \
    tanh(&i), tanh(&f), tanh(&o), tanh(&g);                                                      \
    i = i * 0.5f + 0.5f, f = f * 0.5f + 0.5f, o = o * 0.5f + 0.5f;                               \
    const run now = f * *(const run *)previous_cell + i * g;                                     \
    run activated = now;                                                                         \
    tanh(&activated);                                                                            \
    *(run *)gates = i, *(run *)(gates + width) = f;                                              \
    *(run *)(gates + 2 * width) = o, *(run *)(gates + 3 * width) = g;                            \
    *(run *)cell = now, *(run *)activated_cell = activated, *(run *)hidden = o * activated;      \
  }

DEFINE_CELL_STEP(step_of_sixteen, sixteen, tanh_of_sixteen)
DEFINE_CELL_STEP(step_of_eight, eight, tanh_of_eight)

FOR_WIDE_REGISTERS
void network_cell_step(
    long width, float *gates, const float *previous_cell, float *cell, float *hidden,
    float *activated_cell) {
  long n = 0;
  for (; n + 16 <= width; n += 16)
    step_of_sixteen(
        width, gates + n, previous_cell + n, cell + n, hidden + n, activated_cell + n);
  for (; n < width; n += 8)
    step_of_eight(width, gates + n, previous_cell + n, cell + n, hidden + n, activated_cell + n);
}

FOR_WIDE_REGISTERS
void network_rectify(float *values, long count) {
  for (long n = 0; n < count; n++) values[n] = values[n] < 0 ? values[n] * 0.1f : values[n];
}

FOR_WIDE_REGISTERS
void network_sum_rows(
    long words, long rows, const unsigned int *numbers, const unsigned char *table, long width,
    float *sums) {
  // The table is far from the processor: the rows of the next words are fetched meanwhile.
  const long size = width + 4, ahead = 3 * rows, count = words * rows;
  for (long n = 0; n < ahead && n < count; n++) {
    __builtin_prefetch(table + numbers[n] * size);
    __builtin_prefetch(table + numbers[n] * size + size - 1);
  }
  for (long word = 0; word < words; word++, sums += width) {
    const unsigned int *const row = numbers + word * rows;
    for (long n = word * rows + ahead; n < word * rows + ahead + rows && n < count; n++) {
      __builtin_prefetch(table + numbers[n] * size);
      __builtin_prefetch(table + numbers[n] * size + size - 1);
    }
    for (long column = 0; column < width; column += 8) {
      eight sum = {};
      for (long n = 0; n < rows; n++) {
        const unsigned char *const start = table + row[n] * size;
        float scale;
        __builtin_memcpy(&scale, start, sizeof scale);
        sum += __builtin_convertvector(*(const eight_bytes *)(start + 4 + column), eight) * scale;
      }
      *(eight *)(sums + column) = sum;
    }
  }
}
