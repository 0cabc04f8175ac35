quoth_test(analyzer LAYERS base text match model syntax entity quote write analyzer
  SOURCES unit/analyzer_language_test.cc unit/analyzer_test.cc unit/entity_explain_test.cc)
