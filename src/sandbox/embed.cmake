# Turns files into a C++ source: cmake -DOUT=... -DNAMES=a;b -DFILES=/x/a;/x/b -P embed.cmake
# The function is verdesk::sandbox::asset(name), declared in assets.h.
set(text "// Made by embed.cmake.\n#include \"sandbox/assets.h\"\n\nnamespace verdesk::sandbox {\n\nstd::string_view asset(std::string_view name) {\n")
foreach(name file IN ZIP_LISTS NAMES FILES)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(MAKE_C_IDENTIFIER "${name}" identifier)
  string(APPEND text "    static constexpr char ${identifier}[] = {${bytes}'\\0'};\n    if (name == \"${name}\") {\n        return {${identifier}, sizeof ${identifier} - 1};\n    }\n")
endforeach()
string(APPEND text "    return {};\n}\n\n}  // namespace verdesk::sandbox\n")
file(WRITE "${OUT}" "${text}")
