# cmake -DOUTPUT=x.cpp -DFUNCTION=escalationLines -DHEADER=server/x.h "-DFILES=a.txt|b.txt" -P embed_lines.cmake:
# (and -DNAMESPACE=cache, where it is not nlp's)
# turns the lines of text files, in the order given, into a C++ function that lists them.
if(NOT NAMESPACE)
    set(NAMESPACE nlp)
endif()
string(REPLACE "|" ";" FILES "${FILES}")
set(lines "")
foreach(file IN LISTS FILES)
    file(READ "${file}" text)
    string(REPLACE "\\" "\\\\" text "${text}")
    string(REPLACE "\"" "\\\"" text "${text}")
    # A tab would be lost on the way otherwise.
    string(REPLACE "\t" "\\t" text "${text}")
    string(REPLACE "\n" "\",\n    \"" text "${text}")
    string(APPEND lines "    \"${text}\",\n")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from resources/understanding; do not edit.
#include \"${HEADER}\"

namespace parley::server::${NAMESPACE} {

namespace {

constexpr std::string_view kLines[] = {
${lines}};

} // namespace

std::span<const std::string_view> ${FUNCTION}()
{
    return kLines;
}

} // namespace parley::server::${NAMESPACE}
")
