# The command line, input and formats share one program: each needs all layers.
quoth_test(tools LAYERS base text match model syntax entity quote write analyzer tools
  SOURCES unit/tools_formats_test.cc unit/tools_input_test.cc unit/tools_json_line_test.cc unit/tools_jsonl_test.cc unit/tools_options_test.cc
          unit/tools_terminal_test.cc)
# What trains and measures.
quoth_test(tools_training LAYERS base text match model syntax entity quote write analyzer tools
  SOURCES unit/tools_calibration_test.cc unit/tools_evaluation_test.cc unit/tools_gold_test.cc unit/tools_marked_text_test.cc unit/tools_train_test.cc)
quoth_test(tools_parallel SOURCES unit/tools_parallel_test.cc)
target_include_directories(test_tools_parallel PRIVATE ${PROJECT_SOURCE_DIR}/lib)

# The C interface, compiled as C.
enable_language(C)
add_executable(test_c_api unit/analyzer_c_api_test.c)
set_target_properties(test_c_api PROPERTIES C_STANDARD 99 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF LINKER_LANGUAGE CXX)
target_compile_options(test_c_api PRIVATE -Wall -Wextra -Wconversion -Wshadow $<$<BOOL:${QUOTH_WERROR}>:-Werror>)
target_link_libraries(test_c_api PRIVATE quoth::quoth)
add_test(NAME c_api COMMAND test_c_api)

if(TARGET quoth_program)
  include(program/program.cmake)
endif()
