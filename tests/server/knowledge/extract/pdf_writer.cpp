// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/extract/pdf_writer.h"

namespace parley::test {

namespace {

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\') {
            out.push_back('\\');
        }
        out.push_back(c);
    }
    return out;
}

std::string numbered(std::size_t number)
{
    std::string text = std::to_string(number);
    return std::string(10 - text.size(), '0') + text;
}

} // namespace

void PdfWriter::text(double x, double y, double size, const std::string& words, bool bold)
{
    m_pages.back() += std::string("BT /") + (bold ? "B " : "F ") + std::to_string(size) + " Tf " +
                      std::to_string(x) + " " + std::to_string(792 - y) + " Td (" + escaped(words) +
                      ") Tj ET\n";
}

double PdfWriter::paragraph(double y, const std::vector<std::string>& lines)
{
    for (const std::string& line : lines) {
        text(72, y, 11, line);
        y += 14;
    }
    return y;
}

std::string PdfWriter::bytes() const
{
    std::vector<std::string> objects;
    std::string kids;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        kids += std::to_string(6 + 2 * i) + " 0 R ";
    }
    const auto count = m_claimed >= 0 ? static_cast<std::size_t>(m_claimed) : m_pages.size();
    objects.push_back("<</Type/Catalog/Pages 2 0 R>>");
    objects.push_back("<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(count) + ">>");
    objects.push_back("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    objects.push_back("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");
    objects.push_back("<</Title(" + escaped(m_title) + ")>>");
    for (const std::string& page : m_pages) {
        const std::string contents = std::to_string(objects.size() + 2) + " 0 R";
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R/B 4 0 "
                          "R>>>>/Contents " +
                          contents + ">>");
        objects.push_back("<</Length " + std::to_string(page.size()) + ">>stream\n" + page + "endstream");
    }
    std::string out = "%PDF-1.4\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += numbered(out.size()) + " 00000 n \n";
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    return out + "xref\n0 " + size + "\n" + table + "trailer<</Size " + size +
           "/Root 1 0 R/Info 5 0 R>>\nstartxref\n" + std::to_string(out.size()) + "\n%%EOF\n";
}

} // namespace parley::test
