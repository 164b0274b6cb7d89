# cmake -DOUTPUT=x.cpp -DFUNCTION=escalationLines -DHEADER=server/x.h "-DFILES=a.txt|b.txt" -P embed_lines.cmake:
# turns the lines of text files, in the order given, into a C++ function that lists them.
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

namespace parley::server::nlp {

namespace {

constexpr std::string_view kLines[] = {
${lines}};

} // namespace

std::span<const std::string_view> ${FUNCTION}()
{
    return kLines;
}

} // namespace parley::server::nlp
")
