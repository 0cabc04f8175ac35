/* The C interface, compiled as C. Exits with the number of checks that failed. */

#include <stdio.h>
#include <string.h>

#include "quoth/c.h"

static int failures = 0;

static void check(int holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "failed: %s\n", what);
  ++failures;
}

static int has(const char* text, const char* part) { return text != NULL && strstr(text, part) != NULL; }

static void analyzes(const quoth_analyzer* analyzer) {
  const char* text = "Zo\xC3\xAB said: \xE2\x80\x9CNo.\xE2\x80\x9D";
  char* error = NULL;
  char* bytes = quoth_analyze(analyzer, text, strlen(text), QUOTH_BYTES, QUOTH_TOKENS, &error);
  check(error == NULL, "no message after success");
  check(has(bytes, "{\"mentions\":["), "one JSON object");
  check(has(bytes, "\"tokens\":[[0,4],[5,9],"), "tokens by bytes");
  check(!has(bytes, "\"sentences\""), "no sentences unasked");
  quoth_string_free(bytes);

  char* codepoints =
      quoth_analyze(analyzer, text, strlen(text), QUOTH_CODEPOINTS, QUOTH_TOKENS | QUOTH_SENTENCES, NULL);
  check(has(codepoints, "\"tokens\":[[0,3],[4,8],"), "tokens by code points");
  check(has(codepoints, "\"sentences\":[["), "sentences");
  quoth_string_free(codepoints);
}

static void takes_any_bytes(const quoth_analyzer* analyzer) {
  char* json = quoth_analyze(analyzer, "\0\xFF\x80", 3, QUOTH_UTF16, 0, NULL);
  check(json != NULL, "bytes that are no text");
  quoth_string_free(json);
  json = quoth_analyze(analyzer, NULL, 0, QUOTH_BYTES, 0, NULL);
  check(has(json, "\"quotes\":[]"), "an empty text");
  quoth_string_free(json);
}

static void says_what_is_wrong(const quoth_analyzer* analyzer) {
  char* error = NULL;
  check(quoth_analyze(analyzer, NULL, 1, QUOTH_BYTES, 0, &error) == NULL, "no text");
  check(has(error, "text is NULL"), "message about the text");
  quoth_string_free(error);

  check(quoth_analyze(NULL, "x", 1, QUOTH_BYTES, 0, &error) == NULL, "no analyzer");
  check(has(error, "analyzer is NULL"), "message about the analyzer");
  quoth_string_free(error);

  check(quoth_analyze(analyzer, "x", 1, (quoth_offset_unit)3, 0, &error) == NULL, "no such unit");
  check(has(error, "unknown unit"), "message about the unit");
  quoth_string_free(error);

  const char* packs[] = {"no/such.rules"};
  check(quoth_analyzer_load(NULL, packs, 1, &error) == NULL, "no such pack");
  check(has(error, "no/such.rules"), "message that names the pack");
  quoth_string_free(error);
}

int main(void) {
  char* error = NULL;
  quoth_analyzer* analyzer = quoth_analyzer_english(&error);
  check(analyzer != NULL, "the analyzer for English");
  if (analyzer != NULL) {
    analyzes(analyzer);
    takes_any_bytes(analyzer);
    says_what_is_wrong(analyzer);
  }
  quoth_string_free(error);
  quoth_analyzer_free(analyzer);
  quoth_analyzer_free(NULL);
  quoth_string_free(NULL);
  return failures;
}
