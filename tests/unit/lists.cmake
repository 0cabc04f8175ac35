quoth_test(match_list_reader LAYERS base text match SOURCES unit/match_list_reader_test.cc)
quoth_test(match_phrases LAYERS base text match SOURCES unit/match_phrases_test.cc)
quoth_test(reference_phrases LAYERS base text match SOURCES reference/phrases_test.cc)
quoth_test(bad_lists LAYERS base text match SOURCES bad_data/lists_test.cc)

set(data_sources ${PROJECT_SOURCE_DIR}/lib/analyzer/data_files.cc ${PROJECT_SOURCE_DIR}/lib/analyzer/section_writers.cc)
quoth_test(analyzer_data_files LAYERS base text match model syntax SOURCES unit/analyzer_data_files_test.cc ${data_sources})
quoth_test(analyzer_embedded LAYERS base text match model syntax entity quote write analyzer
  SOURCES unit/analyzer_embedded_test.cc)
