# Compiler options that every target of Parley shares.
add_library(parley_options INTERFACE)
target_compile_features(parley_options INTERFACE cxx_std_20)
target_include_directories(parley_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
target_compile_definitions(
    parley_options
    INTERFACE BOOST_ASIO_NO_DEPRECATED
              BOOST_ERROR_CODE_HEADER_ONLY
              QT_NO_KEYWORDS
              QT_NO_CAST_FROM_ASCII
              QT_NO_FOREACH)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(
        parley_options
        INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
                  -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${PARLEY_WERROR}>:-Werror>
                  # GCC 12 reports false positives of these on plain std::string code
                  # (restrict) and on coroutine frames (mismatched-new-delete)
                  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-mismatched-new-delete>
                  # ... and, where it optimises, of these two on std::string and std::vector (GCC bugs 105329, 105651).
                  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>,$<CONFIG:Release>>:-Wno-stringop-overflow
                  -Wno-array-bounds>)
endif()
if(PARLEY_SANITIZE STREQUAL "address")
    # The vptr check needs RTTI of libraries that were built without it.
    add_compile_options(-fsanitize=address -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address)
elseif(PARLEY_SANITIZE STREQUAL "thread")
    # Asio uses fences, which the sanitizer does not model.
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer -Wno-tsan)
    add_link_options(-fsanitize=thread)
endif()

find_program(PARLEY_CCACHE ccache)
if(PARLEY_CCACHE)
    # Precompiled headers need these two, or nothing is ever found in the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
                                    ${PARLEY_CCACHE})
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
find_program(PARLEY_MOLD mold)
if(PARLEY_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    add_link_options(-fuse-ld=mold)
endif()
