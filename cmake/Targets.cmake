# How a library, a program and a test folder of Verdesk are made: one warning set, one standard, one precompiled header a family.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Read by moc before every header: moc 6.4 follows includes into GCC 12's library, whose <compare> and <concepts> use a macro
# that only <string> and its like have defined by then, and stops there otherwise.
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/moc_prelude.h" CONTENT "#include <string>
")
set(CMAKE_AUTOMOC_MOC_OPTIONS --include "${CMAKE_BINARY_DIR}/moc_prelude.h")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
# Plug-ins are found from the program's folder, by the same path in the build tree and where it is installed.
file(RELATIVE_PATH VERDESK_PLUGINS_FROM_BIN "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}/verdesk")

find_program(VERDESK_CCACHE ccache)
if(VERDESK_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${VERDESK_CCACHE}")
endif()
find_program(VERDESK_LLD ld.lld)
if(VERDESK_LLD AND UNIX AND NOT APPLE)
  add_link_options(-fuse-ld=lld)
endif()

# What every target of ours is compiled with, and nothing from outside.
add_library(verdesk_options INTERFACE)
target_include_directories(verdesk_options INTERFACE "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}")
target_compile_definitions(verdesk_options INTERFACE VERDESK_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(verdesk_options INTERFACE /W4 /WX /utf-8 /permissive- /bigobj)
  target_compile_definitions(verdesk_options INTERFACE _WIN32_WINNT=0x0A00 NOMINMAX WIN32_LEAN_AND_MEAN)
else()
  target_compile_options(verdesk_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                                                   -Werror "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # ccache can share a compilation that uses a precompiled header only when the preprocessor sees the header.
    target_compile_options(verdesk_options INTERFACE -fpch-preprocess)
    if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
      # Optimising or instrumenting, g++ 12 and 13 see overlaps, overflows, unset members and unpaired deletes in
      # std::string, std::function and coroutines that are not there (GCC bugs 105651, 105329, 80635, 105562, 109224).
      set(false_warnings -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-maybe-uninitialized
                         -Wno-mismatched-new-delete)
      if(VERDESK_SANITIZE)
        target_compile_options(verdesk_options INTERFACE ${false_warnings})
      else()
        target_compile_options(verdesk_options INTERFACE "$<$<CONFIG:Release>:${false_warnings}>")
      endif()
    endif()
  endif()
endif()
if(VERDESK_SANITIZE)
  target_compile_options(verdesk_options INTERFACE "-fsanitize=${VERDESK_SANITIZE}" -fno-omit-frame-pointer
                                                   -fno-sanitize-recover=all)
  target_link_options(verdesk_options INTERFACE "-fsanitize=${VERDESK_SANITIZE}")
  if(VERDESK_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(verdesk_options INTERFACE -Wno-tsan)  # Asio fences, which TSan does not model
  endif()
  if(VERDESK_SANITIZE MATCHES "undefined" AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(verdesk_options INTERFACE -fno-sanitize=function)  # clang 14 fails on Asio's coroutines
  endif()
endif()

# Qt with the habits that this project keeps.
add_library(verdesk_qt_options INTERFACE)
target_compile_definitions(verdesk_qt_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS
                                                        QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# The heavy headers of everything that has widgets.
set(VERDESK_UI_PCH <QtWidgets/QtWidgets> <nlohmann/json.hpp> <chrono> <functional> <optional> <string> <vector>)

# verdesk_library(name SOURCES ... [LINK ...] [PCH header ...])
# Links verdesk_options and LINK (public). PCH lists the heavy headers of this family.
function(verdesk_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK;PCH" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE verdesk_options PUBLIC ${arg_LINK})
  target_include_directories(${name} INTERFACE "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}")
  if(arg_PCH)
    target_precompile_headers(${name} PRIVATE ${arg_PCH})
  endif()
endfunction()

# verdesk_program(name SOURCES ... [LINK ...]): an installed program.
function(verdesk_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE verdesk_options ${arg_LINK})
  install(TARGETS ${name} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endfunction()

# verdesk_timeout(test seconds): how long it may take; sanitizers slow it down about four times.
function(verdesk_timeout name seconds)
  if(VERDESK_SANITIZE)
    math(EXPR seconds "4 * ${seconds}")
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${seconds})
endfunction()

# verdesk_tests(name SOURCES ... [LINK ...] [PCH header ...] [GUI] [TIMEOUT seconds]): the Qt Test classes of one folder as
# one program. A class enters itself with VERDESK_TEST(Class) (tests/support/registry.h). Data files are found under
# VERDESK_TEST_DATA, which is the folder of the CMakeLists.txt that calls this. Tests run in the source folder (their main
# goes there), and name files from it: so their objects are the same in every checkout, and ccache shares them.
function(verdesk_tests name)
  cmake_parse_arguments(arg "GUI" "TIMEOUT" "SOURCES;LINK;PCH" ${ARGN})
  if(arg_GUI)
    set(main "${CMAKE_SOURCE_DIR}/tests/support/gui_main.cpp")
  else()
    set(main "${CMAKE_SOURCE_DIR}/tests/support/core_main.cpp")
  endif()
  add_executable(${name} ${arg_SOURCES} "${main}")
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE verdesk_options verdesk_qt_options Qt6::Test ${arg_LINK})
  if(arg_GUI)
    target_link_libraries(${name} PRIVATE Qt6::Widgets)
  endif()
  file(RELATIVE_PATH data "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  file(RELATIVE_PATH bin "${CMAKE_SOURCE_DIR}" "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  target_compile_definitions(${name} PRIVATE VERDESK_TEST_DATA="${data}" VERDESK_BIN_DIR="${bin}")
  set_source_files_properties("${main}" TARGET_DIRECTORY ${name}
                              PROPERTIES COMPILE_DEFINITIONS "VERDESK_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"")
  if(arg_PCH)
    target_precompile_headers(${name} PRIVATE ${arg_PCH})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  verdesk_timeout(${name} ${arg_TIMEOUT})
  if(arg_GUI)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
  endif()
endfunction()
