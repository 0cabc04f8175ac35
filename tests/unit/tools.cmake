# The command line, input and formats share one program: each needs all layers.
quoth_test(tools LAYERS base text match model syntax entity quote write analyzer tools
  SOURCES unit/tools_formats_test.cc unit/tools_input_test.cc unit/tools_jsonl_test.cc unit/tools_options_test.cc
          unit/tools_terminal_test.cc)
quoth_test(tools_parallel SOURCES unit/tools_parallel_test.cc)
target_include_directories(test_tools_parallel PRIVATE ${PROJECT_SOURCE_DIR}/lib)
