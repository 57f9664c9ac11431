#ifndef C_LANGUAGE_MODEL_H
#define C_LANGUAGE_MODEL_H

#include <stddef.h>

/// The bytes of the English language model, embedded while compiling and read in place.
const unsigned char *english_language_model(void);

/// The number of bytes of the English language model.
size_t english_language_model_size(void);

#endif
