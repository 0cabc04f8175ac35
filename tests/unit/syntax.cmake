set(syntax_layers base text match model syntax)
foreach(test IN ITEMS tag_names weight_tables weight_file word_facts parser tree)
  quoth_test(syntax_${test} LAYERS ${syntax_layers} SOURCES unit/syntax_${test}_test.cc)
endforeach()

# The trainer needs nothing of the program but its own files.
set(trainer_sources
  syntax_evaluation.cc syntax_examples.cc syntax_oracle.cc syntax_perceptron.cc syntax_trainer.cc syntax_treebank.cc)
list(TRANSFORM trainer_sources PREPEND ${PROJECT_SOURCE_DIR}/lib/tools/)
foreach(test IN ITEMS sentence_batch treebank oracle trainer)
  quoth_test(syntax_${test} LAYERS ${syntax_layers} SOURCES unit/syntax_${test}_test.cc ${trainer_sources})
endforeach()
