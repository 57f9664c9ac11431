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

#endif
