# One static library per folder of src/, and the two programs: the compiler settings they share live here.

add_library(fanfare_options INTERFACE)
target_compile_features(fanfare_options INTERFACE cxx_std_20)
target_compile_definitions(fanfare_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_DEPRECATED_WARNINGS)
if(MSVC)
    target_compile_options(fanfare_options INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus)
    target_compile_definitions(fanfare_options INTERFACE NOMINMAX _CRT_SECURE_NO_WARNINGS)
else()
    target_compile_options(fanfare_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wno-missing-field-initializers)
endif()
if(FANFARE_SANITIZE)
    target_compile_options(fanfare_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
    target_link_options(fanfare_options INTERFACE -fsanitize=address,undefined)
endif()

# fanfare_library(<folder> SOURCES … LINKS …): the static library of src/<folder>, named fanfare_<folder>.
# LINKS are the arrows of the architecture; tests/architecture reads them back from the includes.
function(fanfare_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(fanfare_${name} STATIC ${ARG_SOURCES})
    target_include_directories(fanfare_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(fanfare_${name} PUBLIC fanfare_options ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()
