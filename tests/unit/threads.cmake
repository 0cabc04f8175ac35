quoth_test(analyzer_threads LAYERS base text match model syntax entity quote write analyzer
  SOURCES unit/analyzer_threads_test.cc)
