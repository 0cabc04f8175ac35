quoth_test(base_load_error LAYERS base SOURCES unit/base_load_error_test.cc)
quoth_test(base_mapped_file LAYERS base SOURCES unit/base_mapped_file_test.cc)
quoth_test(base_frozen LAYERS base SOURCES unit/base_frozen_test.cc)
quoth_test(base_lexicon LAYERS base SOURCES unit/base_lexicon_test.cc)
