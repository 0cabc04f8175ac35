# What is installed: headers, the library, its package for find_package() and for pkg-config, the program. Tested
# by tests/install/install.sh.
set(quoth_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/quoth)

install(TARGETS quoth EXPORT quothTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET quoth_program)
  install(TARGETS quoth_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/quoth DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)

# A static library leaves what it needs to its user's link, which may be one of C, without libstdc++ and libm.
get_target_property(quoth_library_type quoth TYPE)
set(quoth_needs_libs "-lboost_locale -lstdc++ -lm -pthread")
if(quoth_library_type STREQUAL "STATIC_LIBRARY")
  set(quoth_is_static ON)
  set(quoth_pc_private "")
  set(quoth_pc_libs " ${quoth_needs_libs}")
else()
  set(quoth_is_static OFF)
  set(quoth_pc_private ".private")
  set(quoth_pc_libs "")
endif()

# find_package(quoth)
install(EXPORT quothTargets NAMESPACE quoth:: DESTINATION ${quoth_package_dir})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/quothConfig.cmake.in ${PROJECT_BINARY_DIR}/quothConfig.cmake
  INSTALL_DESTINATION ${quoth_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/quothConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/quothConfig.cmake ${PROJECT_BINARY_DIR}/quothConfigVersion.cmake
  DESTINATION ${quoth_package_dir})

# pkg-config quoth. Its paths are relative to the file, so that `cmake --install --prefix` and moved folders work. What a
# static library needs stands in its public fields: a makefile need not know which library is installed.
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(quoth_pc_prefix ${CMAKE_INSTALL_PREFIX})
else()
  file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  string(REGEX REPLACE "/$" "" quoth_pc_prefix "\${pcfiledir}/${up}")
endif()
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  set(quoth_pc_includedir ${CMAKE_INSTALL_INCLUDEDIR})
else()
  set(quoth_pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/quoth.pc.in ${PROJECT_BINARY_DIR}/quoth.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/quoth.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
