# Black-box tests of the program: a bash script each, called with the program's path.
foreach(test IN ITEMS calibrate corpus docs_rules encoding evaluate explain failing_files formats jsonl output pack
        threads train usage)
  add_test(NAME program_${test} COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/program/${test}.sh $<TARGET_FILE:quoth_program>)
endforeach()
