# The rules of this house, each a test.
foreach(test IN ITEMS layering one_definition quiet_library sources data)
  add_test(NAME house_${test} COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/house/${test}.sh ${PROJECT_SOURCE_DIR})
endforeach()
add_test(NAME house_test COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/house/house_test.sh)

if(NOT QUOTH_SANITIZE)
  if(BUILD_SHARED_LIBS)
    set(shared_library quoth)
  else()
    # The same objects as a shared library, to see what it would export.
    set(shared_library quoth_shared)
    add_library(quoth_shared SHARED)
    foreach(layer IN ITEMS base text match model syntax entity quote write analyzer)
      target_sources(quoth_shared PRIVATE $<TARGET_OBJECTS:quoth_${layer}>)
    endforeach()
    set_target_properties(quoth_shared PROPERTIES LINKER_LANGUAGE CXX)
    target_link_options(quoth_shared PRIVATE -Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/exports.map)
    target_link_libraries(quoth_shared PRIVATE PkgConfig::ICU PkgConfig::RE2 Boost::locale Threads::Threads)
  endif()
  add_test(NAME house_symbols COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/house/symbols.sh
    $<TARGET_FILE:${shared_library}> ${PROJECT_SOURCE_DIR})
  if(NOT BUILD_SHARED_LIBS)
    add_test(NAME house_symbols_static COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/house/symbols.sh
      $<TARGET_FILE:quoth> ${PROJECT_SOURCE_DIR})
  endif()
endif()
