quoth_test(quote_marks LAYERS base text match model syntax entity quote SOURCES unit/quote_marks_test.cc)
foreach(part IN ITEMS attribution quotes clauses speakers frames cases)
  quoth_test(quote_${part} LAYERS base text match model syntax entity quote write analyzer
    SOURCES unit/quote_${part}_test.cc)
endforeach()
quoth_test(golden LAYERS base text match model syntax entity quote write analyzer SOURCES golden/golden_test.cc)
foreach(pack IN ITEMS person location organization misc quotes)
  add_test(NAME cases_${pack} COMMAND quoth_program pack test ${PROJECT_SOURCE_DIR}/data/en/rules/${pack}.rules)
endforeach()
