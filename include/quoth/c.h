#ifndef QUOTH_C_H_
#define QUOTH_C_H_

/*
 * quoth for C, and for every language that can call C: text in, JSON out.
 *
 *     char* error = NULL;
 *     quoth_analyzer* analyzer = quoth_analyzer_english(&error);
 *     char* json = analyzer == NULL ? NULL
 *                                   : quoth_analyze(analyzer, text, strlen(text), QUOTH_CODEPOINTS, 0, &error);
 *     if (json != NULL) puts(json); else fprintf(stderr, "%s\n", error != NULL ? error : "out of memory");
 *     quoth_string_free(json);
 *     quoth_string_free(error);
 *     quoth_analyzer_free(analyzer);
 *
 * The JSON is what `quoth --to jsonl` writes; docs/data_formats.md describes it.
 *
 * Errors: a function that fails returns NULL and puts a message into `*error`, which the caller frees with
 * quoth_string_free(). `error` may be NULL. Where memory runs out the message is NULL as well. After success `*error`
 * is NULL. Nothing is printed, and nothing ends the process.
 *
 * Threads: any number of threads may use one analyzer at the same time; it is freed when none does any more.
 *
 * Stability: functions and values of this header are kept; new ones may come.
 */

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define QUOTH_C_API __attribute__((visibility("default")))
#else
#define QUOTH_C_API
#endif

typedef struct quoth_analyzer quoth_analyzer;

/* What offsets in the JSON count. */
typedef enum quoth_offset_unit {
  QUOTH_BYTES = 0,
  QUOTH_CODEPOINTS = 1, /* as in Python */
  QUOTH_UTF16 = 2       /* as in JavaScript, Java and C# */
} quoth_offset_unit;

/* Bits of `flags` of quoth_analyze(). */
enum {
  QUOTH_SENTENCES = 1, /* also write the sentences */
  QUOTH_TOKENS = 2,    /* also write the tokens */
  QUOTH_EXPLAIN = 4    /* also write what spoke for and against each name and quote */
};

/* The analyzer for English with the data that is built into the library. */
QUOTH_C_API quoth_analyzer* quoth_analyzer_english(char** error);

/*
 * Reads a data folder or compiled data (NULL or "": the built-in data) and beside it `pack_count` packs: paths, ended
 * by NUL, of *.rules, *.tsv, *.txt or compiled packs. The message lists every fault, a line each.
 */
QUOTH_C_API quoth_analyzer* quoth_analyzer_load(const char* data, const char* const* packs, size_t pack_count,
                                                char** error);

/* Frees an analyzer; NULL is allowed. */
QUOTH_C_API void quoth_analyzer_free(quoth_analyzer* analyzer);

/*
 * Analyzes `size` bytes, which may be any and need no NUL at their end; `text` may be NULL if `size` is 0. Returns one
 * JSON object, ended by NUL, which the caller frees with quoth_string_free().
 */
QUOTH_C_API char* quoth_analyze(const quoth_analyzer* analyzer, const char* text, size_t size, quoth_offset_unit unit,
                                unsigned flags, char** error);

/* Frees a string that came from this library; NULL is allowed. */
QUOTH_C_API void quoth_string_free(char* string);

#ifdef __cplusplus
}
#endif

#endif /* QUOTH_C_H_ */
