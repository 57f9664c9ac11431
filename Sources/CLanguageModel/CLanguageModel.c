#include "CLanguageModel.h"

// Aligned, so that the weights can be read in place as integers.
_Alignas(64) static const unsigned char model[] = {
#embed "english.model"
};

_Alignas(64) static const unsigned char types[] = {
#embed "event-types.model"
};

const unsigned char *english_language_model(void) { return model; }

size_t english_language_model_size(void) { return sizeof model; }

const unsigned char *event_type_model(void) { return types; }

size_t event_type_model_size(void) { return sizeof types; }
