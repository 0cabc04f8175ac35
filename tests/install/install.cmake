# Projects outside of this one that use it.
if(NOT QUOTH_SANITIZE MATCHES "thread|fuzzer")
  set(install_flags "")
  if(QUOTH_SANITIZE)
    set(install_flags "-fsanitize=${QUOTH_SANITIZE}")
  endif()
  # Sources in a project's tree are compiled anew, in the type Release: cheap only where this build has just done so.
  set(install_settings "")
  if(CMAKE_BUILD_TYPE STREQUAL "Release" AND QUOTH_CCACHE AND NOT QUOTH_SANITIZE)
    set(install_settings -DCMAKE_CXX_COMPILER_LAUNCHER=${QUOTH_CCACHE} -DQUOTH_WERROR=${QUOTH_WERROR})
  endif()
  add_test(NAME install COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/install/install.sh
    ${PROJECT_BINARY_DIR} ${CMAKE_CXX_COMPILER} "${install_flags}" ${install_settings})
  set_tests_properties(install PROPERTIES LABELS install TIMEOUT 900)
endif()
