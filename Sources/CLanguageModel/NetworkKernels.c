#include "CLanguageModel.h"

// Every sum is made in the order of k, eight columns at a time, with multiplication and addition
// rounded apart: the same bits with or without wide registers, on every machine.
#pragma STDC FP_CONTRACT OFF

typedef float floats __attribute__((vector_size(32), aligned(4)));

// The same code for processors with 256-bit registers and for all others, chosen when the program
// is loaded.
#if defined(__x86_64__) && defined(__linux__)
#define FOR_WIDE_REGISTERS __attribute__((target_clones("avx2", "default")))
#else
#define FOR_WIDE_REGISTERS
#endif

FOR_WIDE_REGISTERS
void network_multiply_add(
    long rows, long inner, long columns, const float *a, long a_row, long a_inner, const float *b,
    long b_row, float *c, long c_row) {
  long row = 0;
  for (; row + 4 <= rows; row += 4) {
    const float *a0 = a + row * a_row, *a1 = a0 + a_row, *a2 = a1 + a_row, *a3 = a2 + a_row;
    float *line = c + row * c_row;
    long column = 0;
    for (; column + 16 <= columns; column += 16) {
      float *c0 = line + column, *c1 = c0 + c_row, *c2 = c1 + c_row, *c3 = c2 + c_row;
      floats s0 = *(floats *)c0, t0 = *(floats *)(c0 + 8);
      floats s1 = *(floats *)c1, t1 = *(floats *)(c1 + 8);
      floats s2 = *(floats *)c2, t2 = *(floats *)(c2 + 8);
      floats s3 = *(floats *)c3, t3 = *(floats *)(c3 + 8);
      const float *bk = b + column;
      for (long k = 0; k < inner; k++, bk += b_row) {
        const floats left = *(const floats *)bk, right = *(const floats *)(bk + 8);
        s0 += left * a0[k * a_inner], t0 += right * a0[k * a_inner];
        s1 += left * a1[k * a_inner], t1 += right * a1[k * a_inner];
        s2 += left * a2[k * a_inner], t2 += right * a2[k * a_inner];
        s3 += left * a3[k * a_inner], t3 += right * a3[k * a_inner];
      }
      *(floats *)c0 = s0, *(floats *)(c0 + 8) = t0;
      *(floats *)c1 = s1, *(floats *)(c1 + 8) = t1;
      *(floats *)c2 = s2, *(floats *)(c2 + 8) = t2;
      *(floats *)c3 = s3, *(floats *)(c3 + 8) = t3;
    }
    for (; column < columns; column += 8) {
      float *c0 = line + column;
      floats s0 = *(floats *)c0;
      floats s1 = *(floats *)(c0 + c_row);
      floats s2 = *(floats *)(c0 + 2 * c_row);
      floats s3 = *(floats *)(c0 + 3 * c_row);
      const float *bk = b + column;
      for (long k = 0; k < inner; k++, bk += b_row) {
        const floats value = *(const floats *)bk;
        s0 += value * a0[k * a_inner];
        s1 += value * a1[k * a_inner];
        s2 += value * a2[k * a_inner];
        s3 += value * a3[k * a_inner];
      }
      *(floats *)c0 = s0;
      *(floats *)(c0 + c_row) = s1;
      *(floats *)(c0 + 2 * c_row) = s2;
      *(floats *)(c0 + 3 * c_row) = s3;
    }
  }
  for (; row < rows; row++) {
    const float *a0 = a + row * a_row;
    float *c0 = c + row * c_row;
    long column = 0;
    for (; column + 32 <= columns; column += 32) {
      floats s0 = *(floats *)(c0 + column);
      floats s1 = *(floats *)(c0 + column + 8);
      floats s2 = *(floats *)(c0 + column + 16);
      floats s3 = *(floats *)(c0 + column + 24);
      const float *bk = b + column;
      for (long k = 0; k < inner; k++, bk += b_row) {
        const float factor = a0[k * a_inner];
        s0 += *(const floats *)bk * factor;
        s1 += *(const floats *)(bk + 8) * factor;
        s2 += *(const floats *)(bk + 16) * factor;
        s3 += *(const floats *)(bk + 24) * factor;
      }
      *(floats *)(c0 + column) = s0;
      *(floats *)(c0 + column + 8) = s1;
      *(floats *)(c0 + column + 16) = s2;
      *(floats *)(c0 + column + 24) = s3;
    }
    for (; column < columns; column += 8) {
      floats sum = *(floats *)(c0 + column);
      const float *bk = b + column;
      for (long k = 0; k < inner; k++, bk += b_row) sum += *(const floats *)bk * a0[k * a_inner];
      *(floats *)(c0 + column) = sum;
    }
  }
}
