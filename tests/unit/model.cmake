quoth_test(model_chain LAYERS base text match model SOURCES unit/model_chain_test.cc)
# The tests of weights and facts share one program: each needs the same layers.
quoth_test(model LAYERS base text match model
  SOURCES unit/model_confidence_test.cc unit/model_document_facts_test.cc unit/model_name_facts_test.cc unit/model_name_features_test.cc
          unit/model_weight_file_test.cc unit/model_weights_test.cc)
