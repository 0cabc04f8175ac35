quoth_test(text_tokenizer LAYERS base text SOURCES unit/text_tokenizer_test.cc)
