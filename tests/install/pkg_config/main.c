/* What links the library by a C compiler: pkg-config must name all that it needs. */

#include <quoth/c.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  const char* text = "Maria Lopez left.";
  char* error = NULL;
  quoth_analyzer* analyzer = quoth_analyzer_english(&error);
  char* json = analyzer == NULL ? NULL : quoth_analyze(analyzer, text, strlen(text), QUOTH_BYTES, 0, &error);
  if (json != NULL)
    puts(json);
  else
    fprintf(stderr, "%s\n", error != NULL ? error : "out of memory");
  quoth_string_free(json);
  quoth_string_free(error);
  quoth_analyzer_free(analyzer);
  return json == NULL;
}
