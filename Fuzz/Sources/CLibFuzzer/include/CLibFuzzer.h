// What libFuzzer offers to programs with a main of their own.
// Source: LLVM documentation, "libFuzzer", section "Using libFuzzer as a library".
#pragma once
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*target)(const uint8_t *data, size_t size));
