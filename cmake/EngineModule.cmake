# One static target per folder of engine/. USES says which modules its headers may include, HIDES which
# libraries only its .cpp files may include. tests/architecture checks every #include against these two lists.
function(engine_module name)
  cmake_parse_arguments(MODULE "" "" "USES;HIDES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(target toets_${name})
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}/engine")
    target_link_libraries(${target} PUBLIC ${MODULE_USES} PRIVATE ${MODULE_HIDES} toets::strict)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${CMAKE_SOURCE_DIR}/engine")
    target_link_libraries(${target} INTERFACE ${MODULE_USES})
  endif()
  add_library(toets::${name} ALIAS ${target})
endfunction()

# What we ask of our own code and not of generated or foreign code.
# GCC 12 gives two warnings about its own std::string when it optimises (its bug 105651); those two are off. So is the
# one about a type of a .cpp that holds a type without a name outside it: GCC takes a file of a unity build for a header.
add_library(toets_strict INTERFACE)
add_library(toets::strict ALIAS toets_strict)
target_compile_options(toets_strict INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                       -Wswitch-enum -Werror "-fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(toets_strict INTERFACE -Wno-restrict -Wno-stringop-overflow
                         -Wno-subobject-linkage)
  target_link_options(toets_strict INTERFACE -Wno-restrict -Wno-stringop-overflow)  # preset release compiles when it links
endif()
