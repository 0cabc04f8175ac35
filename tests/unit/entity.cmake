quoth_test(entity LAYERS base text match model syntax entity
  SOURCES unit/entity_custom_names_test.cc unit/entity_entities_test.cc unit/entity_names_test.cc)
